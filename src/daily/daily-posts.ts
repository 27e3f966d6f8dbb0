import { randomUUID } from 'node:crypto';
import { readAnniversaries } from '../catalogue/anniversaries.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { customId } from '../contract/custom-id.ts';
import {
  CannotPostError,
  type Messenger,
  RejectedMessageError,
  TransientDiscordError,
} from '../game/game.ts';
import type { Log } from '../lib/log.ts';
import { dayIn, hourOfDay } from '../lib/time-zones.ts';
import { anniversariesReply } from '../replies/anniversaries.ts';
import { withQueriesButton } from '../replies/queries.ts';
import { anniversariesCall } from '../slash/calls.ts';
import type { DailyPost } from '../store/daily-posts.ts';
import type { Store } from '../store/store.ts';
import { startDailyQuestion } from './daily-question.ts';

/** The services that the daily posts use. */
export interface DailyParts {
  readonly store: Store;
  readonly catalogue: Pick<Catalogue, 'read'>;
  readonly messenger: Messenger;
  /** Whether a server has an open question, or may have one: a post could reveal the answer. */
  readonly isAsking: (guildId: string) => Promise<boolean>;
  /** Runs a question of the day that has been stored. */
  readonly runGames: () => void;
  readonly clock: () => number;
  readonly log: Log;
}

/** Posts what opened on this day in other years, and the question of the day, in the servers that want them. */
export interface DailyPosts {
  /** Sends the posts that are due and resolves when they are sent. The first call starts the timer. */
  checkDue(): Promise<void>;
  /** Finishes the posts under way. Another process, or this one after a restart, sends the next ones. */
  close(): Promise<void>;
}

/** How long a lease of a post is valid: longer than Discord takes to accept a message. */
const LEASE_MS = 60_000;
/** Longest time between two checks: another process may have set a post. */
const CHECK_MS = 60_000;
/** Pause before a retry: after a temporary fault, or while a question is open. */
const RETRY_MS = 60_000;
const READ_MS = 10_000;

/** The time at which a post is due first: the next time that its hour comes. */
export const firstDue = (when: { zone: string; hour: number }, now: number): number => {
  const today = hourOfDay(when, now);
  return today > now ? today : hourOfDay(when, now, 1);
};

/**
 * Creates the sender of the daily posts of all servers. When a post is due is in the store; a timer only triggers the next check.
 * A post that was missed is sent late on the same day, and left out after it.
 */
export function createDailyPosts(parts: DailyParts): DailyPosts {
  const { store, catalogue, messenger, isAsking, runGames, clock, log } = parts;
  const holder = randomUUID();
  let timer: NodeJS.Timeout | undefined;
  let checking: Promise<void> = Promise.resolve();
  let closed = false;

  async function check(): Promise<void> {
    let due: number | undefined;
    try {
      while (!closed && (await sendSome()));
      due = await store.nextDailyPost();
    } catch (error) {
      log.error({ error }, 'the store does not answer: daily posts wait');
    }
    const wait = Math.min(CHECK_MS, Math.max(1000, (due ?? Number.POSITIVE_INFINITY) - clock()));
    if (!closed) timer = setTimeout(checkDue, wait);
  }

  /** Sends some of the posts that are due. Returns false if none is. */
  async function sendSome(): Promise<boolean> {
    const posts = await store.leaseDailyPosts({ holder, now: clock(), leaseMs: LEASE_MS });
    // While a question is open, the films of the day wait: at one hour, they come first.
    await Promise.all(posts.filter(({ kind }) => kind === 'efemerides').map(send));
    await Promise.all(posts.filter(({ kind }) => kind === 'pregunta').map(send));
    return posts.length > 0;
  }

  function checkDue(): Promise<void> {
    clearTimeout(timer);
    checking = checking.then(check);
    return checking;
  }

  /** Sends a post that is due and schedules the next one. */
  async function send(post: DailyPost): Promise<void> {
    const { guild_id, kind, due_at: dueAt } = post;
    const now = clock();
    const schedule = (at: number) => store.scheduleDailyPost({ guild_id, kind, holder, dueAt: at });
    // The day of a missed post is over, or the clock was set back.
    if (dueAt > now || hourOfDay(post, now) > now) return schedule(firstDue(post, now));
    if (kind === 'efemerides' && (await isAsking(guild_id))) return schedule(now + RETRY_MS);
    try {
      if (kind === 'efemerides') await sendFilms(post, now);
      else if (await startDailyQuestion(store, post, now)) runGames();
      await schedule(firstDue(post, now));
    } catch (error) {
      await recover(post, now, error);
    }
  }

  /** After a post that failed: stops it, leaves it out for today, or schedules a retry. */
  async function recover(post: DailyPost, now: number, error: unknown): Promise<void> {
    const { guild_id, kind } = post;
    const context = { guild: guild_id, error };
    if (error instanceof CannotPostError) {
      log.info(context, 'a daily post was stopped: the bot may not write in its channel');
      await store.muteDailyPost({ guild_id, kind, holder, now });
    } else if (error instanceof RejectedMessageError) {
      log.error(context, 'a daily post was left out');
      await store.scheduleDailyPost({ guild_id, kind, holder, dueAt: firstDue(post, now) });
    } else {
      log.warn(context, 'a daily post waits and tries again');
      const wait = error instanceof TransientDiscordError ? Math.max(RETRY_MS, error.retryAfter) : RETRY_MS;
      await store.scheduleDailyPost({ guild_id, kind, holder, dueAt: now + wait });
    }
  }

  /** Posts the films that opened on this day; nothing if there are none. */
  async function sendFilms(post: DailyPost, now: number): Promise<void> {
    const { guild_id: guildId, channel_id: channelId, language, zone } = post;
    const when = dayIn(zone, now);
    const found = await catalogue.read(AbortSignal.timeout(READ_MS), (snapshot) =>
      readAnniversaries(snapshot, when, { adult: false, page: 1 }),
    );
    if (found.total === 0) return;
    const reply = anniversariesReply({ ...found, when, isToday: true }, language);
    const id = customId('queries', anniversariesCall, { dia: when.day, mes: when.month });
    // One nonce a server and day, of at most 25 characters.
    const nonce = `${BigInt(guildId).toString(36)}.${hourOfDay(post, now).toString(36)}`;
    await messenger.post(channelId, withQueriesButton(reply, id, language), nonce);
  }

  return {
    checkDue,
    async close() {
      closed = true;
      clearTimeout(timer);
      await checking;
    },
  };
}
