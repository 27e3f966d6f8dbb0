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
  'pick_lists',
  'reason_names',
  'rejects',
] as const;
