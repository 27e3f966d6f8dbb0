import type { NewGame } from '../../src/store/games.ts';
import type { PickRecord } from '../../src/store/picks.ts';
import type { NewRound } from '../../src/store/rounds.ts';
import type { Store } from '../../src/store/store.ts';
import { START } from './new-game.ts';

/** A round of a game as it is written before it is posted. */
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

/** A press `ms` after START of a button in the server that `newGame` gives the game. */
export const pressOf = (token: string, userId: string, choice: number, ms: number): PickRecord => ({
  token,
  userId,
  choice,
  guildId: `g-${token.replace(/-\d+$/u, '')}`,
  at: START + ms,
  postedAt: START,
});

/** Asks round `number` at START, as the game would. */
export async function askRound(store: Store, game: NewGame, number: number, changes: Partial<NewRound> = {}) {
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
