import type { Snapshot } from '../../catalogue/snapshot.ts';
import type { Question, Theme } from '../../game/question.ts';

const filmsOfDecade = `
  select id
  from movies
  where list_contains($films::json::integer[], id) and release_year // 10 * 10 = $decade
`;

/**
 * Whether a theme alone gives the answer of a question away: the answer is the person of the theme, or no other option is of its
 * decade.
 */
export async function isGivenAway(
  { query }: Snapshot,
  { person, decade }: Theme,
  { kind, options, answer }: Question,
): Promise<boolean> {
  const right = options[answer];
  if (person !== undefined && right?.personId === person.id) return true;
  if (decade === undefined) return false;
  if (kind === 'year')
    return options.filter(({ label }) => Math.floor(Number(label) / 10) * 10 === decade).length < 2;
  if (right?.filmId === undefined) return false;
  const films = JSON.stringify(options.map(({ filmId }) => filmId ?? null));
  return (await query<{ id: number }>(filmsOfDecade, { films, decade })).length < 2;
}
