import type { Worker } from 'node:worker_threads';
import type { TopLevelSpec } from 'vega-lite';
import { expect, inject, it, onTestFinished } from 'vitest';
import { openCatalogue } from '../../src/catalogue/catalogue.ts';
import { createCharts } from '../../src/charts/charts.ts';
import { film } from '../../src/lookup/kinds.ts';
import { matchName } from '../../src/lookup/match.ts';
import { openStore } from '../../src/store/store.ts';
import { onBothEngines } from '../support/engines.ts';
import { newGame, START } from '../support/games.ts';
import { get, openHttp } from '../support/http.ts';

/** The worker threads that start from now on, latest last. */
function watchThreads(): Worker[] {
  const started: Worker[] = [];
  const note = (worker: Worker) => started.push(worker);
  process.on('worker', note);
  onTestFinished(() => void process.off('worker', note));
  return started;
}

const EXITED = 'the worker has exited';
const RESTARTING = 'the worker has exited and is restarting';

const isAnswered = (request: () => Promise<unknown>) =>
  request().then(
    () => true,
    () => false,
  );

/** Terminates a worker while 200 requests are pending; returns their distinct errors. */
async function errorsOnExit(
  request: () => Promise<unknown>,
  terminate: () => unknown,
): Promise<ReadonlySet<string>> {
  const requests = Promise.allSettled(Array.from({ length: 200 }, request));
  await terminate();
  const settled = await requests;
  return new Set(
    settled.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Error).message] : [])),
  );
}

it('a search whose worker exits fails its callers at once, /health reports it, and it restarts', async () => {
  const threads = watchThreads();
  const catalogue = await openCatalogue(inject('sampleParquet'));
  onTestFinished(() => catalogue.close());
  const [search] = threads;
  // /health caches its result: on this clock each request is 10 s later.
  let now = 0;
  const http = await openHttp({ catalogue, clock: () => (now += 10_000) });
  const find = () =>
    catalogue.read(AbortSignal.timeout(60_000), (snapshot) =>
      matchName(film, snapshot, 'toy story', { adult: false, limit: 1 }),
    );
  expect(await find()).toMatchObject([{ id: 862 }]);
  expect((await get(http, '/health')).body.down).toEqual(['gateway']);

  expect(await errorsOnExit(find, () => search?.terminate())).toEqual(new Set([EXITED]));
  await expect(find()).rejects.toThrow(RESTARTING);
  const { status, body } = await get(http, '/health');
  expect([status, body.down]).toEqual([503, ['gateway', 'search']]);

  await expect.poll(() => isAnswered(find)).toBe(true);
  expect(await find()).toMatchObject([{ id: 862 }]);
  await expect.poll(async () => (await get(http, '/health')).body.down).toEqual(['gateway']);
});

const spec = {
  data: { values: [{ a: 1 }] },
  mark: 'bar',
  encoding: { x: { field: 'a', type: 'quantitative' } },
} as TopLevelSpec;

it('charts whose worker exits fail their callers at once, report it, and are drawn after the restart', async () => {
  const threads = watchThreads();
  const charts = createCharts();
  onTestFinished(() => charts.close());
  const draw = () => charts.svg(spec);
  expect([charts.isDown(), await draw()]).toEqual([false, expect.stringContaining('<svg')]);

  expect(await errorsOnExit(draw, () => threads[0]?.terminate())).toEqual(new Set([EXITED]));
  expect(charts.isDown()).toBe(true);
  await expect(draw()).rejects.toThrow(RESTARTING);

  await expect.poll(() => charts.isDown()).toBe(false);
  expect(await draw()).toContain('<svg');
});

onBothEngines('a store whose worker exits', ({ newLocation }) => {
  it('restarts, writes again, and has every pick that was acknowledged', async () => {
    const threads = watchThreads();
    const store = await openStore(await newLocation());
    onTestFinished(() => store.close());
    const question = {
      kind: 'year',
      filmId: 862,
      options: [{ label: '1995' }, { label: '1996' }],
      answer: 0,
      steps: undefined,
    };
    await store.startGame(newGame('killed'));
    await store.addRound({
      game_id: 'killed',
      number: 1,
      guild_id: 'g-killed',
      token: 'token',
      previous: 0,
      question: JSON.stringify(question),
      kind: 'year',
      film_id: 862,
      difficulty: 1,
      genre: null,
      decade: 1990,
      allowed: 1_000_000,
    });
    await store.notePosted({
      gameId: 'killed',
      number: 1,
      messageId: 'm',
      askedAt: START,
      openedAt: START,
      dueAt: START + 1_000_000,
    });
    const acknowledged: string[] = [];
    let people = 0;
    const pick = async () => {
      const userId = `user-${people++}`;
      const { outcome } = await store.recordPick({
        token: 'token',
        guildId: 'g-killed',
        userId,
        choice: 0,
        at: START + 5,
        now: START + 5,
        postedAt: START,
      });
      expect(outcome).toBe('taken');
      acknowledged.push(userId);
    };
    /** Records picks until the worker exits. */
    const pickUntilExit = async (): Promise<void> => {
      for (;;) await pick();
    };
    for (let time = 0; time < 3; time++) {
      await expect.poll(() => isAnswered(pick)).toBe(true);
      const lanes = Promise.allSettled(Array.from({ length: 20 }, pickUntilExit));
      // Now some picks are acknowledged, and some are pending.
      await pick();
      // The worker throws an uncaught error at this message, and exits.
      threads.at(-1)?.postMessage(null);
      for (const lane of await lanes) expect(lane).toMatchObject({ status: 'rejected' });
      await expect(store.ping()).rejects.toThrow(RESTARTING);
    }
    await expect.poll(() => isAnswered(pick)).toBe(true);
    const picks = await store.roundPicks('killed', 1);
    expect(picks.map(({ userId }) => userId)).toEqual(expect.arrayContaining(acknowledged));
    expect(acknowledged.length).toBeGreaterThan(6);
    expect(threads).toHaveLength(4);
  });
});
