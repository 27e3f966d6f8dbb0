import { randomUUID } from 'node:crypto';
import { Muted, Unheard } from '../game/speaker.ts';
import type { Game } from '../store/games.ts';
import { StoreError } from '../store/store.ts';
import type { RoomParts } from './parts.ts';
import { createStage } from './stage.ts';

export interface Rooms {
  /** Begins a game, for its start was shown. */
  begin(gameId: string): Promise<void>;
  /** Takes back a game whose start could not be shown, unless it has begun. `why` and the error are logged. */
  withdraw(gameId: string, why: string, error: unknown): Promise<void>;
  /**
   * Looks after the games now, for something happened to one: a start, a vote, a stop. The first time it begins to run
   * them.
   */
  wake(): void;
  /** Leaves every game as it is: another process, or this one when it is back, goes on from there. */
  close(): Promise<void>;
}

/** How long a process has the say over a game before it must ask again; what it dies with is free after that. */
const LEASE_MS = 3000;
const RENEW_MS = 1000;
/** The longest that a game waits unseen: a process that was told of nothing still finds what is due. */
const LOOK_MS = 1000;
/** How long to wait for a store that does not answer. */
const SILENT_MS = 2000;
/** How long to wait after the first failure of a step; twice as long after each further one, up to a minute. */
const RETRY_MS = 500;
const LONGEST_RETRY_MS = 60_000;
/** The longest that Discord's own Retry-After delays a game: the store takes a longer wait for a clock set back. */
const LONGEST_WAIT_MS = 150_000;
/** Failures of one step in a row that end a game. */
const MOST_FAILURES = 5;
/** How long a fault of Discord, of the network or of the store may last before it ends a game. */
const PATIENCE_MS = 10 * 60_000;

/**
 * Runs the games of the store, those of processes that died among them. Every deadline is in the store: a timer here
 * only says when to look.
 */
export function openRooms(parts: RoomParts): Rooms {
  const { store, clock, log, own, secrets } = parts;
  const holder = randomUUID();
  const stage = createStage(parts);
  const underWay = new Set<Promise<void>>();
  /** Of the games whose last step failed: how often in a row, and since when. */
  const failing = new Map<string, { times: number; since: number }>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let again = false;
  let closed = false;

  const look = async () => {
    try {
      const games = await store.leaseDueGames({ holder, now: clock(), leaseMs: LEASE_MS, own });
      for (const game of games) {
        const work = play(game);
        underWay.add(work);
        void work.finally(() => underWay.delete(work));
      }
      const [due, playing] = await Promise.all([store.nextDue(own), store.guildsPlaying()]);
      secrets.heard(playing);
      schedule(Math.min(LOOK_MS, Math.max(0, (due ?? Number.POSITIVE_INFINITY) - clock())));
    } catch (error) {
      log.error({ error }, 'the store does not answer: games stand still');
      schedule(SILENT_MS);
    }
  };
  const schedule = (ms: number) => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(wake, ms);
  };
  const wake = () => {
    if (closed) return;
    again = true;
    looking ??= (async () => {
      while (again && !closed) {
        again = false;
        await look();
      }
      looking = undefined;
    })();
  };

  /** Takes one game from what it waited for to what it waits for next. */
  async function play(game: Game): Promise<void> {
    const keep = setInterval(() => {
      void store.renewLease({ gameId: game.id, holder, until: clock() + LEASE_MS }).catch(() => undefined);
    }, RENEW_MS);
    try {
      let next: Game | undefined = game;
      while (next !== undefined && !closed) {
        next = await stage.advance(next);
        failing.delete(game.id);
      }
      await store.releaseLease({ gameId: game.id, holder });
    } catch (error) {
      await recover(game, error);
    } finally {
      clearInterval(keep);
      wake();
    }
  }

  /** Ends a game that cannot go on; otherwise lets go of it and says when its step is tried again. */
  async function recover(game: Game, error: unknown): Promise<void> {
    const { times, since } = failing.get(game.id) ?? { times: 0, since: clock() };
    failing.set(game.id, { times: times + 1, since });
    const where = { game: game.id, guild: game.guild_id, error, failures: times + 1 };
    const end = async (reason: 'muted' | 'broken') => {
      await store.endGame({ gameId: game.id, reason, now: clock() });
      failing.delete(game.id);
    };
    try {
      if (error instanceof Muted) {
        log.info(where, 'a game was closed: the bot may not write in its channel');
        await end('muted');
      } else if (times + 1 >= MOST_FAILURES && (!isPassing(error) || clock() - since >= PATIENCE_MS)) {
        log.error(where, 'a game was closed: it could not go on');
        await end('broken');
      } else {
        log.warn(where, 'a game waits and tries again');
        await store.releaseLease({ gameId: game.id, holder, dueAt: clock() + pauseAfter(times, error) });
      }
    } catch (failed) {
      log.error({ ...where, error: failed }, 'the store does not answer: a game stands still');
    }
  }

  const begin = async (gameId: string) => {
    const game = await store.readGame(gameId);
    if (game !== undefined)
      await store.changePhase({ gameId, from: 'opening', to: 'pause', dueAt: clock() + game.pause * 1000 });
    wake();
  };
  const withdraw = async (gameId: string, why: string, error: unknown) => {
    const game = await store.readGame(gameId);
    if (!(await store.withdrawGame(gameId))) return;
    log.warn({ game: gameId, guild: game?.guild_id, error }, `a game was withdrawn: ${why}`);
  };
  const kept = (gameId: string, work: Promise<void>) =>
    work.catch((error: unknown) =>
      log.error({ game: gameId, error }, 'the store does not answer: a game begins by itself'),
    );

  return {
    begin: (gameId) => kept(gameId, begin(gameId)),
    withdraw: (gameId, why, error) => kept(gameId, withdraw(gameId, why, error)),
    wake,
    async close() {
      closed = true;
      clearTimeout(timer);
      await looking;
      await Promise.all(underWay);
    },
  };
}

const isPassing = (error: unknown) => error instanceof Unheard || error instanceof StoreError;

function pauseAfter(failures: number, error: unknown): number {
  const pause = Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** failures);
  return error instanceof Unheard ? Math.max(pause, Math.min(LONGEST_WAIT_MS, error.retryAfter)) : pause;
}
