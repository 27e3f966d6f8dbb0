/** The files of etl/sql that make the tables from the raw ones, in the order in which they run. */
export const tableSteps = [
  'kept',
  'movies',
  'movie_genres',
  'movie_companies',
  'movie_countries',
  'movie_languages',
  'movie_keywords',
  'cast_members',
  'crew_members',
  'people',
  'titles',
  'movie_words',
  'questions',
  'rejects',
] as const;

/** The tables that are published: the data dictionary (data/README.md) describes each. */
export const publishedTables = [
  'movies',
  'movie_genres',
  'movie_companies',
  'movie_countries',
  'movie_languages',
  'movie_keywords',
  'cast_members',
  'crew_members',
  'people',
  'titles',
  'movie_words',
  'questions',
  'recommendations',
  'rejects',
] as const;
