import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, inject, it, type TestContext } from 'vitest';
import { runConcurrentPicks } from '../../bench/trivia/concurrent-picks.ts';
import { killBotRepeatedly } from '../../bench/trivia/kill-bot.ts';
import { runTwoProcesses } from '../../bench/trivia/two-processes.ts';
import { newDatabase, whyNoServer } from '../support/postgres.ts';

const reason = await whyNoServer();
const shared = reason === undefined ? 'two bots on one PostgreSQL' : `two bots: skipped, ${reason}`;

function newFile({ onTestFinished }: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'filmoteca-proof-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { file: join(folder, 'filmoteca.db') };
}

/** Short runs of `npm run bench:trivia`: the real bot in child processes, while people play. */
describe.concurrent('acknowledged picks', () => {
  const plan = () => ({ seed: 7, parquet: inject('sampleParquet') });

  it('and games survive a bot that is killed repeatedly', async (test) => {
    const { expect } = test;
    const store = newFile(test);
    const report = await killBotRepeatedly({
      ...plan(),
      store,
      kills: 2,
      servers: 2,
      players: 3,
      resumeMs: 30_000,
    });
    expect(report).toMatchObject({ kills: 2, lost: 0, doubled: 0, stuck: 0 });
    expect(report.games).toBeGreaterThan(0);
    expect(report.acknowledged).toBeGreaterThan(0);
  }, 180_000);

  it('are stored when many people pick at once', async (test) => {
    const { expect } = test;
    const report = await runConcurrentPicks({
      ...plan(),
      store: newFile(test),
      servers: 4,
      players: 5,
      spreadMs: 500,
    });
    expect(report).toMatchObject({ picks: 40, lost: 0, doubled: 0 });
    // On a slow machine some answers come too late to count as acknowledged.
    expect(report.acknowledged).toBeGreaterThan(20);
  }, 120_000);

  it.skipIf(reason !== undefined)(
    `count once if every press is delivered to ${shared}`,
    async ({ expect, onTestFinished }) => {
      const { url, drop } = await newDatabase();
      onTestFinished(drop);
      const sizes = { servers: 2, players: 3, questions: 2 };
      const report = await runTwoProcesses({ ...plan(), ...sizes, store: { url } });
      expect(report).toMatchObject({ lost: 0, doubled: 0 });
      expect(report.questions).toBeGreaterThanOrEqual(4);
      expect(report.acknowledged).toBeGreaterThan(0);
    },
    120_000,
  );
});
