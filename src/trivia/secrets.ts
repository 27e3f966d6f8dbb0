import { nothingWithheld, type Withheld } from '../contract/withheld.ts';
import type { Question } from '../game/question.ts';
import { withAbort } from '../lib/promises.ts';
import type { Store } from '../store/store.ts';

/** Knows what is being asked in each server. */
export interface Secrets {
  /** The films and people of a server's open questions; undefined where that cannot be known now. */
  read(guildId: string | null): Promise<Withheld | undefined>;
  /** Notes in which servers a game is under way, as the store has just said. */
  heard(playing: readonly string[]): void;
}

/** How long a call waits for the store. */
const PATIENCE_MS = 1000;

/**
 * Reads open questions from the store, for another process may have asked them. Where the store does not answer in time,
 * a server in which a game was under way when it last did is unknown; in any other nothing is asked, for a game cannot
 * start without the store.
 */
export function createSecrets(store: Pick<Store, 'openQuestions'>): Secrets {
  let playing: ReadonlySet<string> | undefined;
  return {
    async read(guildId) {
      if (guildId === null) return nothingWithheld;
      try {
        return withheldBy(await withAbort(AbortSignal.timeout(PATIENCE_MS), store.openQuestions(guildId)));
      } catch {
        return playing?.has(guildId) === false ? nothingWithheld : undefined;
      }
    },
    heard(guildIds) {
      playing = new Set(guildIds);
    },
  };
}

function withheldBy(open: readonly string[]): Withheld {
  if (open.length === 0) return nothingWithheld;
  const questions = open.map((json) => JSON.parse(json) as Question);
  return {
    films: new Set(questions.flatMap(({ films }) => films)),
    people: new Set(questions.flatMap(({ people }) => people)),
  };
}
