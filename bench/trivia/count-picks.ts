import type { Store } from '../../src/store/store.ts';
import { readPersonalData } from '../../test/support/personal-data.ts';
import type { Press } from './players.ts';
import type { Theatre } from './trivia-servers.ts';

/** What became of the picks that people made. */
export interface Count {
  /** Picks that people were told are noted. */
  readonly noted: number;
  /** Of those, how many the store does not have as they were made. */
  readonly lost: number;
  /** Picks noted twice or kept without a press, questions asked twice, and points that a ranking counts too often or not at all. */
  readonly doubled: number;
}

/** Holds what people were told against what the store has kept, pick by pick. */
export async function countPicks(
  store: Store,
  { houses }: Theatre,
  presses: readonly Press[],
): Promise<Count> {
  const places = new Map<string, string>();
  for (const token of new Set(presses.map((press) => press.token))) {
    const found = await store.findRound(token);
    if (found !== undefined) places.set(token, `${found.game.id} ${found.round.number}`);
  }
  const keyOf = (press: Press) => `${places.get(press.token)} ${press.userId} ${press.choice}`;
  const noted = presses.filter(({ outcome }) => outcome === 'noted').map(keyOf);
  const possible = new Set(presses.filter(({ outcome }) => outcome !== 'refused').map(keyOf));
  const kept = new Set<string>();
  let points = 0;
  for (const person of houses.flatMap(({ players }) => players)) {
    const { picks } = await readPersonalData(store, person.id);
    for (const row of picks) {
      kept.add(`${row.game_id} ${row.round} ${person.id} ${row.choice}`);
      points += row.points ?? (await pointsInOpenRound(store, row));
    }
  }
  const ranked = await Promise.all(
    houses.map(({ guild }) => store.guildRanking({ guildId: guild.id, since: 0, limit: 1000 })),
  );
  const sum = (of: 'points' | 'answers') => ranked.flat().reduce((total, score) => total + score[of], 0);
  const unasked = [...kept].filter((key) => !possible.has(key)).length;
  const twice =
    noted.length - new Set(noted).size + houses.reduce((all, house) => all + house.askedTwice(), 0);
  const miscounted = Math.abs(sum('answers') - kept.size) + (sum('points') === points ? 0 : 1);
  return {
    noted: noted.length,
    lost: noted.filter((key) => !kept.has(key)).length,
    doubled: unasked + twice + miscounted,
  };
}

/** The points of a pick in a round that is open: the person's own data do not tell them yet. */
async function pointsInOpenRound(
  store: Store,
  { game_id, round, user_id }: { game_id: string; round: number; user_id: string },
): Promise<number> {
  const picks = await store.roundPicks(game_id, round);
  return picks.find((pick) => pick.userId === user_id)?.points ?? 0;
}
