import type { Snapshot } from '../../catalogue/catalogue.ts';

/** The asked film, as far as texts and hints speak of it. */
export interface Subject {
  id: number;
  title: string;
  title_es: string | null;
  original_title: string;
  release_year: number;
  vote_count: number;
  /** English name of the first genre. */
  genre: string | null;
  original_language: string | null;
  directors: { person_id: number; name: string }[];
  /** The first of the billing. */
  cast: { person_id: number; name: string }[];
}

const subjectById = `
  select movies.id, title, title_es, original_title, release_year, vote_count, original_language,
    (select genre from movie_genres where movie_id = $id and position = 0) as genre,
    coalesce((
      select list({ 'person_id': person_id, 'name': name } order by name)
      from question_directors where movie_id = $id
    ), []) as directors,
    coalesce((
      select list({ 'person_id': person_id, 'name': name } order by position)
      from question_cast where movie_id = $id and position < 6
    ), []) as "cast"
  from movies where movies.id = $id
`;

/** The film that a question asks about. Throws when there is none: ids come from the pool. */
export async function readSubject({ query }: Snapshot, id: number): Promise<Subject> {
  const [subject] = await query<Subject>(subjectById, { id });
  if (subject === undefined) throw new Error(`no film ${id}`);
  return subject;
}
