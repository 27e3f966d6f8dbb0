import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long work may go on before others get their turn, in milliseconds. */
const TURN = 25;

/** Makes a function to be called often: it lets timers, signals and input through when a turn is over. */
export function createPause(clock: () => number = () => performance.now()): () => Promise<void> {
  let last = clock();
  return async () => {
    if (clock() - last < TURN) return;
    await nextTurn();
    last = clock();
  };
}
