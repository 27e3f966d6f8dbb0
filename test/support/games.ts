import type { NewGame } from '../../src/store/games.ts';
import type { PickRecord } from '../../src/store/picks.ts';
import type { NewRound } from '../../src/store/rounds.ts';
import type { Store } from '../../src/store/store.ts';

/** When test games start, in milliseconds since 1970. */
export const START = 1_700_000_000_000;

/** A classic game of five rounds in its own server `g-<id>`, due at START. */
export const newGame = (id: string, changes: Partial<NewGame> = {}): NewGame => ({
  id,
  guild_id: `g-${id}`,
  channel_id: `c-${id}`,
  place: `g-${id}`,
  language: 'es',
  mode: 'classic',
  target: 1000,
  lives: 1,
  rounds: 5,
  theme: '{}',
  seconds: 20,
  pause: 5,
  started_by: 'ana',
  started_at: START,
  due_at: START,
  teams: null,
  host: 0,
  ...changes,
});

/** A round that is not posted yet, with the options A to D; B is right. */
export const newRound = (game: NewGame, number: number, changes: Partial<NewRound> = {}): NewRound => ({
  game_id: game.id,
  number,
  guild_id: game.guild_id,
  token: `${game.id}-${number}`,
  previous: number - 1,
  question: JSON.stringify({ answer: 1, options: ['A', 'B', 'C', 'D'].map((label) => ({ label })) }),
  kind: 'year',
  film_id: 100 + number,
  difficulty: 2,
  genre: 'Drama',
  decade: 1990,
  allowed: 20_000,
  ...changes,
});

/** A pick `ms` after START in the server of `newGame`. */
export const newPick = (token: string, userId: string, choice: number, ms: number): PickRecord => ({
  token,
  userId,
  choice,
  guildId: `g-${token.replace(/-\d+$/u, '')}`,
  at: START + ms,
  now: START + ms,
  postedAt: START,
});

/** Adds and posts a round at START, as a running game does. */
export async function openRound(
  store: Store,
  game: NewGame,
  number: number,
  changes: Partial<NewRound> = {},
): Promise<void> {
  await store.addRound(newRound(game, number, changes));
  await store.notePosted({
    gameId: game.id,
    number,
    messageId: 'm',
    askedAt: START,
    openedAt: START,
    dueAt: START + 20_000,
  });
}
