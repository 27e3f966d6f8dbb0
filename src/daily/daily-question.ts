import { hourOfDay } from '../lib/time-zones.ts';
import type { DailyPost } from '../store/daily-posts.ts';
import type { Store } from '../store/store.ts';

const HOUR_MS = 3_600_000;

/**
 * Stores the question of the day that is due: a game of one question, which the scheduler of games posts, closes and reveals.
 * Its id is that of the server and day, so a day has one question even if this runs again. Returns false if there is nothing
 * to post.
 */
export async function startDailyQuestion(
  store: Pick<Store, 'readGame' | 'startGame'>,
  post: DailyPost,
  now: number,
): Promise<boolean> {
  const { guild_id, channel_id, language, hours } = post;
  const id = `${BigInt(guild_id).toString(36)}.${hourOfDay(post, now).toString(36)}`;
  if ((await store.readGame(id)) !== undefined) return false;
  return store.startGame({
    id,
    guild_id,
    channel_id,
    // Unique by server, and not the place of games that people start.
    place: `daily ${guild_id}`,
    language,
    mode: 'daily',
    target: 0,
    lives: 1,
    rounds: 1,
    theme: '{}',
    seconds: (hours * HOUR_MS) / 1000,
    pause: 0,
    started_by: '',
    started_at: now,
    due_at: now,
    teams: null,
    host: 0,
  });
}
