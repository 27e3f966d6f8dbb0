import { nothingWithheld, type Withheld } from '../contract/withheld.ts';
import type { Question } from '../game/question.ts';
import { withAbort } from '../lib/promises.ts';
import type { Store } from '../store/store.ts';

/** The films and people that the open questions of each server ask about. */
export interface Secrets {
  /** Undefined if the store does not answer and the server may have an open question. */
  read(guildId: string | null): Promise<Withheld | undefined>;
  /** Stores which servers have a game under way, according to the store. */
  notePlaying(guildIds: readonly string[]): void;
}

/** Longest time that a call waits for the store. */
const WAIT_MS = 1000;

/**
 * Reads open questions from the store, because another process may have asked them. If the store does not answer in time,
 * only the servers that had a game when it last answered may have a question: no game starts without the store.
 */
export function createSecrets(store: Pick<Store, 'openQuestions'>): Secrets {
  let playing: ReadonlySet<string> | undefined;
  return {
    async read(guildId) {
      if (guildId === null) return nothingWithheld;
      try {
        return withheldBy(await withAbort(AbortSignal.timeout(WAIT_MS), store.openQuestions(guildId)));
      } catch {
        return playing?.has(guildId) === false ? nothingWithheld : undefined;
      }
    },
    notePlaying(guildIds) {
      playing = new Set(guildIds);
    },
  };
}

function withheldBy(openQuestions: readonly string[]): Withheld {
  if (openQuestions.length === 0) return nothingWithheld;
  const questions = openQuestions.map((json) => JSON.parse(json) as Question);
  return {
    films: new Set(questions.flatMap(({ films }) => films)),
    people: new Set(questions.flatMap(({ people }) => people)),
  };
}
