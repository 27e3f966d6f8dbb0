import { randomUUID } from 'node:crypto';
import { CannotPostError, TransientDiscordError } from '../game/game.ts';
import { firstWait } from '../game/host.ts';
import type { LogMessage } from '../lib/log-text.ts';
import type { Game } from '../store/games.ts';
import { StoreError } from '../store/store.ts';
import { createAdvance } from './advance-game.ts';
import type { GameParts } from './game-parts.ts';

/** The log's message about a game whose start message could not be shown. */
export type Withdrawal = Extract<LogMessage, `a game was withdrawn: ${string}`>;

/** Runs the games that are due. */
export interface GameScheduler {
  /** Begins a game whose start message was shown. */
  begin(gameId: string): Promise<void>;
  /** Deletes a game whose start message could not be shown, unless it has begun. Logs `reason` with the error. */
  withdraw(gameId: string, reason: Withdrawal, error: unknown): Promise<void>;
  /** Checks for due games now, for example after a start, a vote or a stop. The first call starts the scheduler. */
  checkDue(): void;
  /** Stops running games. Another process, or this one after a restart, continues them. */
  close(): Promise<void>;
}

/** How long a lease of a game is valid without renewal. */
const LEASE_MS = 3000;
const RENEW_MS = 1000;
/** Longest time between two checks: another process may have made a game due. */
const CHECK_MS = 1000;
/** Pause before the next check if the store does not answer. */
const STORE_RETRY_MS = 2000;
/** Backoff after a failed step: this pause after the first failure, doubled after each further one up to a minute. */
const RETRY_MS = 500;
const MAX_RETRY_MS = 60_000;
/** Longest Retry-After of Discord that is followed. `leaseDueGames` takes a longer wait for a clock that was set back. */
const MAX_RETRY_AFTER_MS = 150_000;
/** Consecutive failures of a step after which its game ends. */
const MAX_FAILURES = 5;
/** A transient fault (of Discord, the network or the store) ends a game only after this time. */
const MAX_OUTAGE_MS = 10 * 60_000;

/**
 * Creates the scheduler of all games in the store, including games of processes that died. Deadlines are in the store; a
 * timer only triggers the next check.
 */
export function createGameScheduler(parts: GameParts): GameScheduler {
  const { store, clock, log, own, secrets } = parts;
  const holder = randomUUID();
  const advance = createAdvance(parts);
  const running = new Set<Promise<void>>();
  /** Games whose last step failed: consecutive failures and the time of the first one. */
  const failures = new Map<string, { count: number; since: number }>();
  let timer: NodeJS.Timeout | undefined;
  let checking: Promise<void> | undefined;
  let checkAgain = false;
  let closed = false;

  const check = async () => {
    try {
      const games = await store.leaseDueGames({ holder, now: clock(), leaseMs: LEASE_MS, own });
      for (const game of games) {
        const run = runGame(game);
        running.add(run);
        void run.finally(() => running.delete(run));
      }
      const [due, playing] = await Promise.all([store.nextDue(own), store.guildsPlaying()]);
      secrets.notePlaying(playing);
      schedule(Math.min(CHECK_MS, Math.max(0, (due ?? Number.POSITIVE_INFINITY) - clock())));
    } catch (error) {
      log.error({ error }, 'the store does not answer: games stand still');
      schedule(STORE_RETRY_MS);
    }
  };
  const schedule = (ms: number) => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(checkDue, ms);
  };
  const checkDue = () => {
    if (closed) return;
    checkAgain = true;
    checking ??= (async () => {
      while (checkAgain && !closed) {
        checkAgain = false;
        await check();
      }
      checking = undefined;
    })();
  };

  /** Advances a game until it has to wait, and renews its lease meanwhile. */
  async function runGame(game: Game): Promise<void> {
    const renewal = setInterval(() => {
      void store.renewLease({ gameId: game.id, holder, until: clock() + LEASE_MS }).catch(() => undefined);
    }, RENEW_MS);
    try {
      let next: Game | undefined = game;
      while (next !== undefined && !closed) {
        next = await advance(next);
        failures.delete(game.id);
      }
      await store.releaseLease({ gameId: game.id, holder });
    } catch (error) {
      await recover(game, error);
    } finally {
      clearInterval(renewal);
      checkDue();
    }
  }

  /** After a failed step: ends a game that cannot continue; otherwise schedules a retry. */
  async function recover(game: Game, error: unknown): Promise<void> {
    const { count, since } = failures.get(game.id) ?? { count: 0, since: clock() };
    failures.set(game.id, { count: count + 1, since });
    const context = { game: game.id, guild: game.guild_id, error, failures: count + 1 };
    const end = async (reason: 'muted' | 'broken') => {
      await store.endGame({ gameId: game.id, reason, now: clock() });
      failures.delete(game.id);
    };
    try {
      if (error instanceof CannotPostError) {
        log.info(context, 'a game was closed: the bot may not write in its channel');
        await end('muted');
      } else if (count + 1 >= MAX_FAILURES && (!isTransient(error) || clock() - since >= MAX_OUTAGE_MS)) {
        log.error(context, 'a game was closed: it could not go on');
        await end('broken');
      } else {
        log.warn(context, 'a game waits and tries again');
        await store.releaseLease({ gameId: game.id, holder, dueAt: clock() + backoff(count, error) });
      }
    } catch (storeError) {
      log.error({ ...context, error: storeError }, 'the store does not answer: a game stands still');
    }
  }

  const begin = async (gameId: string) => {
    const game = await store.readGame(gameId);
    if (game !== undefined)
      await store.changePhase({ gameId, from: 'opening', to: 'pause', dueAt: clock() + firstWait(game) });
    checkDue();
  };
  const withdraw = async (gameId: string, reason: Withdrawal, error: unknown) => {
    const game = await store.readGame(gameId);
    if (!(await store.withdrawGame(gameId))) return;
    log.warn({ game: gameId, guild: game?.guild_id, error }, reason);
  };
  const logErrors = (gameId: string, work: Promise<void>) =>
    work.catch((error: unknown) =>
      log.error({ game: gameId, error }, 'the store does not answer: a game begins by itself'),
    );

  return {
    begin: (gameId) => logErrors(gameId, begin(gameId)),
    withdraw: (gameId, reason, error) => logErrors(gameId, withdraw(gameId, reason, error)),
    checkDue,
    async close() {
      closed = true;
      clearTimeout(timer);
      await checking;
      await Promise.all(running);
    },
  };
}

const isTransient = (error: unknown) => error instanceof TransientDiscordError || error instanceof StoreError;

/** Milliseconds to wait after `earlier` failures and one more; at least Discord's Retry-After. */
function backoff(earlier: number, error: unknown): number {
  const pause = Math.min(MAX_RETRY_MS, RETRY_MS * 2 ** earlier);
  if (!(error instanceof TransientDiscordError)) return pause;
  return Math.max(pause, Math.min(MAX_RETRY_AFTER_MS, error.retryAfter));
}
