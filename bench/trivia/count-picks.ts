import type { Store } from '../../src/store/store.ts';
import { readPersonalData } from '../../test/support/personal-data.ts';
import type { PickAttempt } from './players.ts';
import type { TriviaDiscord } from './trivia-servers.ts';

export interface PickCount {
  /** Picks that the bot acknowledged. */
  readonly acknowledged: number;
  /** Acknowledged picks that the store lacks, or has with another choice. */
  readonly lost: number;
  /**
   * Picks acknowledged twice or stored without a press, questions posted twice, and differences between the rankings and
   * the stored picks.
   */
  readonly doubled: number;
}

/** Compares what the bot acknowledged with what the store has, pick by pick. */
export async function countPicks(
  store: Store,
  { servers }: TriviaDiscord,
  attempts: readonly PickAttempt[],
): Promise<PickCount> {
  const rounds = new Map<string, string>();
  for (const token of new Set(attempts.map((attempt) => attempt.token))) {
    const found = await store.findRound(token);
    if (found !== undefined) rounds.set(token, `${found.game.id} ${found.round.number}`);
  }
  const keyOf = ({ token, userId, choice }: PickAttempt) => `${rounds.get(token)} ${userId} ${choice}`;
  const acknowledged = attempts.filter(({ outcome }) => outcome === 'acknowledged').map(keyOf);
  const possible = new Set(attempts.filter(({ outcome }) => outcome !== 'refused').map(keyOf));
  const stored = new Set<string>();
  let points = 0;
  for (const person of servers.flatMap(({ players }) => players)) {
    const { picks } = await readPersonalData(store, person.id);
    for (const row of picks) {
      stored.add(`${row.game_id} ${row.round} ${person.id} ${row.choice}`);
      points += row.points ?? (await pointsInOpenRound(store, row));
    }
  }
  const rankings = await Promise.all(
    servers.map(({ guild }) => store.guildRanking({ guildId: guild.id, since: 0, limit: 1000 })),
  );
  const ranked = (of: 'points' | 'answers') => rankings.flat().reduce((sum, score) => sum + score[of], 0);
  const withoutPress = [...stored].filter((key) => !possible.has(key)).length;
  const acknowledgedTwice = acknowledged.length - new Set(acknowledged).size;
  const postedTwice = servers.reduce((sum, server) => sum + server.duplicateRounds(), 0);
  const miscounted = Math.abs(ranked('answers') - stored.size) + (ranked('points') === points ? 0 : 1);
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((key) => !stored.has(key)).length,
    doubled: withoutPress + acknowledgedTwice + postedTwice + miscounted,
  };
}

/** The points of a pick in an open round. The person's own data withhold them until the round closes. */
async function pointsInOpenRound(
  store: Store,
  { game_id, round, user_id }: { game_id: string; round: number; user_id: string },
): Promise<number> {
  const picks = await store.roundPicks(game_id, round);
  return picks.find((pick) => pick.userId === user_id)?.points ?? 0;
}
