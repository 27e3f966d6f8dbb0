import type { Snapshot } from '../../catalogue/snapshot.ts';

/** The asked film, as far as texts and hints speak of it. */
export interface Subject {
  id: number;
  title: string;
  /** The English title where there is no Spanish one. */
  title_es: string;
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
  select id, title, title_es, release_year, vote_count, genre, original_language, directors, "cast"
  from question_films where id = $id
`;

/** The film that a question asks about. Throws when there is none: ids come from the pool. */
export async function readSubject({ query }: Snapshot, id: number): Promise<Subject> {
  const [subject] = await query<Subject>(subjectById, { id });
  if (subject === undefined) throw new Error(`no film ${id}`);
  return subject;
}
