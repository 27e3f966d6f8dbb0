import type { Fault } from '../fault.ts';

/** The bot killed at random moments of a game: its proof is with the games. */
export const botKilled: Fault = {
  name: 'bot killed',
  full: 50,
  slice: 0,
  unavailable: async () => '`npm run bench:trivia` proves it: nothing lost, doubled or stuck',
  open: () => Promise.reject(new Error('not here')),
};
