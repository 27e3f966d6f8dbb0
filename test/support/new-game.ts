import type { NewGame } from '../../src/store/games.ts';

/** When games made here start. */
export const START = 1_700_000_000_000;

/** A classic game of five rounds in a server of its own that is due as it starts. */
export const newGame = (id: string, changes: Partial<NewGame> = {}): NewGame => ({
  id,
  guild_id: `g-${id}`,
  channel_id: `c-${id}`,
  place: `g-${id}`,
  language: 'es',
  mode: 'classic',
  target: 1000,
  rounds: 5,
  theme: '{}',
  seconds: 20,
  pause: 5,
  started_by: 'ana',
  started_at: START,
  due_at: START,
  ...changes,
});
