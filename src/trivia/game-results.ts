import type { EndReason } from '../game/game.ts';
import { dailyStreaks, endAfter, livesLeft } from '../game/rules.ts';
import { dailyResultMessage } from '../replies/trivia/daily-question.ts';
import { endMessage } from '../replies/trivia/game-messages.ts';
import type { Game } from '../store/games.ts';
import type { Round } from '../store/rounds.ts';
import type { GameParts } from './game-parts.ts';
import { type RoundWithQuestion, shownRound } from './shown-round.ts';
import type { createTeams } from './teams.ts';

/** Most names that are looked up for one message. */
const MAX_NAMES = 50;

/** Days of the longest streak that is shown. */
const MAX_DAYS = 100;

/** Reads the results of a game in the store, and posts the last of them. */
export function createResults(
  { store, messenger, names, clock }: Pick<GameParts, 'store' | 'messenger' | 'names' | 'clock'>,
  teams: ReturnType<typeof createTeams>,
) {
  const read = async (game: Game, round: Round) => {
    const [picks, scores, lives] = await Promise.all([
      store.roundPicks(game.id, round.number),
      store.gameScores(game.id),
      readLives(game, round.number + 1),
    ]);
    return { picks, scores, lives };
  };

  /** The lives that everybody has left before a round of survival; undefined in other modes. */
  const readLives = async ({ id: gameId, mode, lives }: Game, before: number) => {
    if (mode !== 'survival') return undefined;
    const { played, people } = await store.readLives({ gameId, before });
    return new Map(people.map(({ userId, right }) => [userId, livesLeft({ lives, played }, right)]));
  };

  const readNames = ({ guild_id: guildId }: Game, people: readonly { userId: string }[]) =>
    names.of(guildId, [...new Set(people.slice(0, MAX_NAMES).map(({ userId }) => userId))]);

  const endReasonAfter = async (game: Game, round: Round) => {
    const { picks, scores, lives } = await read(game, round);
    const table = await teams.table(game);
    /** How many people, or teams, these are. */
    const sides = (userIds: Iterable<string>) =>
      new Set([...userIds].map((userId) => table?.members.get(userId) ?? userId)).size;
    const players = sides(scores.map(({ userId }) => userId));
    const skipped = round.skipped_at !== null;
    const isUnanswered = picks.length === 0 && !skipped;
    const wasUnanswered = isUnanswered && round.number > 1 && (await readUnanswered(game, round.number - 1));
    return endAfter({
      mode: game.mode,
      target: game.target,
      rounds: game.rounds,
      round: round.number,
      unanswered: Number(isUnanswered) + Number(wasUnanswered),
      best: (table?.scores ?? scores)[0]?.points ?? 0,
      players,
      survivors: lives === undefined ? players : sides(survivorsOf(lives)),
      skipped,
    });
  };

  /** Whether a round was not skipped and nobody answered. */
  const readUnanswered = async (game: Game, number: number) => {
    const round = await store.readRound(game.id, number);
    return round?.skipped_at === null && (await store.roundPicks(game.id, number)).length === 0;
  };

  /** The people who are still in at the end of a game of survival; undefined in other modes and if it was cut short. */
  const readSurvivors = async (game: Game, reason: EndReason) => {
    const isPlayed = reason === 'played' || reason === 'won';
    const lives = isPlayed ? await readLives(game, game.round + 1) : undefined;
    return lives && survivorsOf(lives);
  };

  /** Announces the answer of the day. If nobody answered, the edited question says enough. */
  const postDailyResult = async (game: Game, round: RoundWithQuestion | undefined) => {
    const picks = round === undefined ? [] : await store.roundPicks(game.id, round.number);
    if (round === undefined || picks.length === 0) return;
    const days = await store.dailyRights({ guildId: game.guild_id, limit: MAX_DAYS });
    const streaks = dailyStreaks(days.map((right) => new Set(right)));
    const people = [...streaks.keys()].map((userId) => ({ userId }));
    const result = { picks, streaks, names: await readNames(game, people) };
    await messenger.post(
      game.channel_id,
      dailyResultMessage(shownRound(game, round, clock()), result),
      game.id,
    );
  };

  const postFinalScore = async (game: Game) => {
    const reason = game.end_reason ?? 'stopped';
    const scores = await store.gameScores(game.id);
    const survivors = await readSurvivors(game, reason);
    const table = await teams.table(game);
    const names = await readNames(game, scores);
    const result = { reason, scores, teams: table, names, gameId: game.id, survivors };
    await messenger.post(game.channel_id, endMessage(result, game.language), game.id);
  };

  /** Posts the result of a game that is over. */
  const postResult = (game: Game, round: RoundWithQuestion | undefined) =>
    game.mode === 'daily' ? postDailyResult(game, round) : postFinalScore(game);

  return { read, readLives, readNames, endReasonAfter, postResult };
}

/** The people with lives left. */
export const survivorsOf = (lives: ReadonlyMap<string, number>) =>
  new Set([...lives].filter(([, left]) => left > 0).map(([userId]) => userId));
