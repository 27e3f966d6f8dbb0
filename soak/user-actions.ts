import type { Answer, Person } from '#local-discord';
import { lookupCalls } from '../bench/command-calls.ts';
import type { SoakContext } from './fault.ts';

/** An action of a person. `turn` chooses the film, the person or the day. Typing gets suggestions and no answer. */
export type UserAction = (person: Person, turn: number) => Promise<Answer | undefined>;

/** How much of a name people type before they choose a suggestion. */
const TYPED_LETTERS = [3, 5, 8];

/**
 * Everything that people do: every lookup command and every option with autocomplete from the list of commands, the trivia
 * and data commands without a game, lookups that match many films or none, and a press of somebody else's button.
 */
export async function createUserActions({ catalogue }: SoakContext): Promise<readonly UserAction[]> {
  const { calls, typed } = await lookupCalls(catalogue, 1000);
  let card: Answer | undefined;
  const lookups = calls.map(
    ([command, options]): UserAction =>
      async (person, turn) => {
        const answer = await person.command(command, options[turn % options.length] ?? {});
        if (command === 'pelicula' && !answer.ephemeral) card = answer;
        return answer;
      },
  );
  const typing = typed.flatMap(({ command, option, names }) =>
    TYPED_LETTERS.map(
      (letters): UserAction =>
        async (person, turn) => {
          await person.autocomplete(command, option, (names[turn % names.length] ?? '').slice(0, letters));
          return undefined;
        },
    ),
  );
  const others: UserAction[] = [
    (person) => person.command('trivia ranking'),
    (person) => person.command('trivia perfil'),
    (person) => person.command('mis_datos ver'),
    (person) => person.command('pelicula', { titulo: 'hamlet' }),
    (person) => person.command('votos_titulo', { titulo: 'qzxj' }),
    async (person) => (card === undefined ? undefined : person.press(card, 'Parecidas')),
  ];
  return interleave([typing, lookups, others]);
}

/** One item of each list in turn, until all lists are used up. */
function interleave<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const length = Math.max(...lists.map((list) => list.length));
  return Array.from({ length }, (_, place) =>
    lists.flatMap((list) => {
      const item = list[place];
      return item === undefined ? [] : [item];
    }),
  ).flat();
}
