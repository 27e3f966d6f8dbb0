import { Mistake, NoAnswer, type Person } from '#local-discord';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { lookupCalls } from '../command-calls.ts';
import { createRandom } from '../generate/random.ts';
import { isErrorReply } from '../replies.ts';
import type { TriviaDiscord, TriviaServer } from '../trivia/trivia-servers.ts';
import { typedTexts } from '../typed-texts.ts';

/** Percentages of all actions; the rest are lookups. Most are keystrokes: Discord asks for suggestions at each one. */
const SHARES = { keystrokes: 65, picks: 5 };
/** How often each lookup command is called, relative to the others. The default is 1. */
const WEIGHTS: Record<string, number> = { pelicula: 6, recomendacion: 4, get_actor: 3, get_director: 3 };
const TEXTS = 2000;

/** The texts that users type and the commands that they call, from the published data. */
export interface UserInput {
  titles: string[];
  names: string[];
  calls: [name: string, options: Record<string, string | number>][];
}

/** Texts on the way to well-known titles and names, and calls for films and people from the best to the least known. */
export async function readUserInput(catalogue: Catalogue): Promise<UserInput> {
  const readTexts = async (sql: string) => {
    const rows = await catalogue.read(AbortSignal.timeout(30_000), ({ query }) =>
      query<{ name: string }>(sql),
    );
    return typedTexts(
      rows.map(({ name }) => name),
      TEXTS,
      8,
    );
  };
  const [titles, names] = [await readTexts(knownTitles), await readTexts(knownActors)];
  const { calls: byCommand } = await lookupCalls(catalogue, TEXTS);
  const weighted = byCommand.flatMap((command) =>
    Array.from({ length: WEIGHTS[command[0]] ?? 1 }, () => command),
  );
  const calls = Array.from({ length: TEXTS * 5 }, (_, index): UserInput['calls'][number] => {
    const [name, options] = at(weighted, index);
    return [name, at(options, index * 7)];
  });
  return { titles, names, calls };
}

const knownTitles =
  'select title as name from movies where not adult order by vote_count desc, id limit 2000';
const knownActors = 'select name from people where cast_films > 0 order by votes desc, person_id limit 2000';

function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('the list is empty');
  return item;
}

/** Users of all servers who act in turn. The same input gives the same sequence of actions. */
export function createUsers({ servers }: TriviaDiscord, { titles, names, calls }: UserInput) {
  const random = createRandom(8);
  let [turn, keystrokes, lookups, picks] = [0, 0, 0, 0];
  const type = (person: Person) => {
    keystrokes++;
    return keystrokes % 4 === 0
      ? person.autocomplete('get_actor', 'nombre_actor', at(names, keystrokes))
      : person.autocomplete('pelicula', 'titulo', at(titles, keystrokes));
  };
  const lookUp = async (person: Person) => {
    const answer = await person.command(...at(calls, lookups++));
    return !isErrorReply(answer.message);
  };
  /** Picks an option of the open question. Without one, looks something up instead. */
  const pick = async (person: Person, server: TriviaServer) => {
    const round = server.openRound();
    if (round === undefined) return lookUp(person);
    picks++;
    const answer = await person.press(round.message, at(round.options, random.whole(0, 3)));
    return !isErrorReply(answer.message);
  };
  return {
    /** The number of actions so far, in words. */
    summary: () => `${keystrokes} keystrokes, ${lookups} lookups, ${picks} picks`,
    /** The next user acts. Resolves with whether the bot answered without an error. */
    async act(): Promise<boolean> {
      const server = at(servers, turn);
      const person = at(server.players, Math.floor(turn / servers.length));
      turn++;
      const dice = random.whole(0, 99);
      try {
        if (dice < SHARES.keystrokes) return (await type(person)).length >= 0;
        return await (dice >= 100 - SHARES.picks ? pick(person, server) : lookUp(person));
      } catch (error) {
        // The button was removed just before the press.
        if (error instanceof Mistake) return true;
        if (error instanceof NoAnswer) return false;
        throw error;
      }
    },
  };
}

export type Users = ReturnType<typeof createUsers>;
