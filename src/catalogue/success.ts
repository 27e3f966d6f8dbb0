import { type Brief, readBrief } from './film.ts';
import type { Snapshot } from './snapshot.ts';
import { NotNow } from './withheld.ts';

/** The returns of a person's films. Reliable money: budget and revenue of at least 1,000 US dollars each. */
export interface Success {
  name: string;
  films: number;
  /** Sum of the return of all films. */
  success: number;
  /** The mean over all films; films without known money count as 0. */
  mean: number;
  /** Films with reliable money. */
  reliable: number;
  /** Over films with reliable money; null if there are none. */
  reliable_mean: number | null;
  reliable_median: number | null;
  /** Whether any film is withheld now, of this person or not. */
  partial: boolean;
}

/** One film of a person. */
export interface Credit extends Brief {
  /** The role of an actor; null for directors. */
  character: string | null;
}

/** A person's work in one role: the figures and every film, oldest first, undated films last. */
export interface Career {
  success: Success;
  films: Credit[];
}

const nameOf = 'select name from people where person_id = $person';

const creditsOf = `
  select if(acted, 'actor', 'director') as role, brief, if(acted, character, null) as character
  from credits
  join movies on movies.id = movie_id
  left join (select movie_id, character from cast_members where person_id = $person) using (movie_id)
  where person_id = $person and (not adult or $adult)
  order by release_date nulls last, movie_id
`;

/**
 * The careers of a person as an actor (directing does not count) and as a director (every co-director counts).
 * Withheld films are in neither lists nor figures: a refusal would reveal that the person has a part in one. Throws if there is
 * no such person, because ids come from a match. Throws NotNow if the person is withheld.
 */
export async function readCareers(
  { unguarded: { query }, withheld }: Snapshot,
  { person, adult }: { person: number; adult: boolean },
): Promise<{ actor: Career; director: Career }> {
  const [[named], rows, hidden] = await Promise.all([
    query<{ name: string }>(nameOf, { person }),
    query<{ role: string; brief: string; character: string | null }>(creditsOf, { person, adult }),
    withheld(),
  ]);
  if (named === undefined) throw new Error(`no person ${person}`);
  if (hidden.people.has(person)) throw new NotNow('withheld');
  const career = (role: string): Career => {
    const films = rows
      .filter((row) => row.role === role)
      .map(({ brief, character }) => ({ ...readBrief(brief), character }))
      .filter(({ id }) => !hidden.films.has(id));
    return { success: { name: named.name, ...figuresOf(films), partial: hidden.films.size > 0 }, films };
  };
  return { actor: career('actor'), director: career('director') };
}

function figuresOf(films: readonly Credit[]): Omit<Success, 'name' | 'partial'> {
  const returns = films.filter((film) => film.reliable).map((film) => film.return);
  const success = sum(films.map((film) => film.return));
  return {
    films: films.length,
    success,
    mean: films.length === 0 ? 0 : success / films.length,
    reliable: returns.length,
    reliable_mean: returns.length === 0 ? null : sum(returns) / returns.length,
    reliable_median: median(returns),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The middle value, of an even number the mean of the two in the middle; null of none. */
function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
