import { until } from '../lib/until.ts';
import type { Store } from '../store/store.ts';
import type { Question } from './questions/question.ts';

/** The films and people that a server is being asked about at this moment. */
export interface Secrets {
  readonly films: ReadonlySet<number>;
  readonly people: ReadonlySet<number>;
}

export const noSecrets: Secrets = { films: new Set(), people: new Set() };

/** Whether there is anything to keep. */
export const asksSomething = ({ films, people }: Secrets) => films.size + people.size > 0;

/** How long a look-up waits for the store. */
const PATIENCE_MS = 1000;

/** What look-ups in a server must not tell now. Without a store that answers in time there is no game to spoil either. */
export async function readSecrets(
  store: Pick<Store, 'openQuestions'>,
  guildId: string | null,
): Promise<Secrets> {
  if (guildId === null) return noSecrets;
  const open = await until(AbortSignal.timeout(PATIENCE_MS), store.openQuestions(guildId)).catch(() => []);
  if (open.length === 0) return noSecrets;
  const questions = open.map((json) => JSON.parse(json) as Question);
  return {
    films: new Set(questions.flatMap(({ films }) => films)),
    people: new Set(questions.flatMap(({ people }) => people)),
  };
}
