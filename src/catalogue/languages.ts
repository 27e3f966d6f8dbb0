import type { Snapshot } from './snapshot.ts';

const originalLanguages = `
  select original_language as code
  from movies
  where original_language is not null
  group by original_language
  order by count(*) desc, original_language
`;

/** The result of `make`, cached per version, for the codes of its films' original languages, most common first. */
export function readLanguages<Made>(
  { queryOnce }: Pick<Snapshot, 'queryOnce'>,
  make: (codes: string[]) => Made,
): Promise<Made> {
  return queryOnce(originalLanguages, (rows: { code: string }[]) => make(rows.map(({ code }) => code)));
}
