import { Mistake, NoAnswer, type Person } from '#local-discord';
import { saysTrouble } from '../../soak/calls.ts';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { lookUps } from '../command-calls.ts';
import { createRandom } from '../generate/random.ts';
import type { House, Theatre } from '../trivia/trivia-servers.ts';
import { typedOnTheWay } from '../typing.ts';

/** Of a hundred things that people do: most are keystrokes, for Discord asks at each of them. */
const SHARES = { keystrokes: 65, picks: 5 };
/** How often each look-up is asked for, of all look-ups. */
const WEIGHTS: Record<string, number> = { pelicula: 6, recomendacion: 4, get_actor: 3, get_director: 3 };
const CALLS = 2000;

/** What people type and ask for, from the published data. */
export interface Scripts {
  titles: string[];
  names: string[];
  calls: [name: string, options: Record<string, string | number>][];
}

/** Reads what people are likely to type: well-known titles and names on their way, calls from the best known to the least. */
export async function writeScripts(catalogue: Catalogue): Promise<Scripts> {
  const read = async (sql: string) => {
    const rows = await catalogue.read(AbortSignal.timeout(30_000), ({ query }) =>
      query<{ name: string }>(sql),
    );
    return typedOnTheWay(
      rows.map(({ name }) => name),
      CALLS,
      8,
    );
  };
  const [titles, names] = [await read(knownTitles), await read(knownActors)];
  const asked = await lookUps(catalogue, CALLS);
  const weighed = asked.flatMap((call) => Array.from({ length: WEIGHTS[call[0]] ?? 1 }, () => call));
  const calls = Array.from({ length: CALLS * 5 }, (_, index): Scripts['calls'][number] => {
    const [name, options] = weighed[index % weighed.length] ?? ['ayuda', []];
    return [name, options[(index * 7) % options.length] ?? {}];
  });
  return { titles, names, calls };
}

const knownTitles =
  'select title as name from movies where not adult order by vote_count desc, id limit 2000';
const knownActors = 'select name from people where cast_films > 0 order by votes desc, person_id limit 2000';

/**
 * People who do one thing after the other, each the next of a list that is always the same; `act` resolves with whether
 * it was answered as it should be, and never rejects for want of an answer.
 */
export function gatherCrowd({ houses }: Theatre, { titles, names, calls }: Scripts) {
  const random = createRandom(8);
  let [turn, typed, asked, picked] = [0, 0, 0, 0];
  const at = <Item>(list: readonly Item[], index: number): Item => {
    const found = list[index % list.length];
    if (found === undefined) throw new Error('an empty list');
    return found;
  };
  const type = (person: Person) => {
    typed++;
    return typed % 4 === 0
      ? person.autocomplete('get_actor', 'nombre_actor', at(names, typed))
      : person.autocomplete('pelicula', 'titulo', at(titles, typed));
  };
  const ask = async (person: Person) => {
    const answer = await person.command(...at(calls, asked++));
    return !saysTrouble(answer.message);
  };
  /** An option of the question that is open in the person's server; where there is none, they look something up. */
  const pick = async (person: Person, house: House) => {
    const round = house.round();
    if (round === undefined) return ask(person);
    picked++;
    const answer = await person.press(round.message, at(round.options, random.whole(0, 3)));
    return !saysTrouble(answer.message);
  };
  return {
    done: () => `${typed} keystrokes, ${asked} look-ups, ${picked} picks`,
    async act(): Promise<boolean> {
      // Everybody has their turn, server by server.
      const house = at(houses, turn);
      const person = at(house.players, Math.floor(turn / houses.length));
      turn++;
      const dice = random.whole(0, 99);
      try {
        if (dice < SHARES.keystrokes) return (await type(person)).length >= 0;
        return await (dice >= 100 - SHARES.picks ? pick(person, house) : ask(person));
      } catch (error) {
        // A button that goes while the finger is above it.
        if (error instanceof Mistake) return true;
        if (error instanceof NoAnswer) return false;
        throw error;
      }
    },
  };
}

export type Crowd = ReturnType<typeof gatherCrowd>;
