import type { Snapshot } from './snapshot.ts';

const producing = `
  select code
  from (select unnest(countries) as code from movies)
  group by code
  order by count(*) desc, code
`;

/** The result of `make`, cached per version, for the codes of the countries that its films come from, most common first. */
export function readCountries<Made>(
  { queryOnce }: Pick<Snapshot, 'queryOnce'>,
  make: (codes: string[]) => Made,
): Promise<Made> {
  return queryOnce(producing, (rows: { code: string }[]) => make(rows.map(({ code }) => code)));
}
