import type { Snapshot } from './catalogue.ts';

const originalLanguages = `
  select original_language as code
  from movies
  where original_language is not null
  group by original_language
  order by count(*) desc, original_language
`;

/** The codes of the original languages of the catalogue's films, the commonest first. */
export async function readLanguages({ query }: Snapshot): Promise<string[]> {
  const rows = await query<{ code: string }>(originalLanguages);
  return rows.map(({ code }) => code);
}
