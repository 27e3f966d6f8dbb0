import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/lib/config.ts';
import { publishFirstData } from '../src/reload/first-data.ts';
import type { StoreLocation } from '../src/store/location.ts';
import { newDatabase, whyNoServer } from '../test/support/postgres.ts';
import { type Bar, judge, ms } from './measure.ts';
import { table } from './report.ts';
import { runCrowd } from './trivia/concurrent-picks.ts';
import type { Count } from './trivia/count-picks.ts';
import { runKills } from './trivia/kill-bot.ts';
import { runShards } from './trivia/shards.ts';
import { runTwoProcesses } from './trivia/two-processes.ts';

const usage = `Usage: npm run bench:trivia -- [--only kills|crowd|two|shards] [--kills 60] [--servers 50] [--players 20] [--seed 1]`;
const BARS = { kills: 50, back: 5000, picks: 1000, p99: 300, burst: 2000 };

/** `npm run bench:trivia`: whether games and picks outlive kills, crowds and a second process, through local-discord. */
async function main(): Promise<Bar[]> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      kills: { type: 'string', default: '60' },
      servers: { type: 'string', default: '50' },
      players: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
    },
  });
  const number = (name: 'kills' | 'servers' | 'players' | 'seed') => {
    const value = Number(values[name]);
    if (!Number.isSafeInteger(value) || value < 1)
      throw new Error(`--${name} is a whole number from 1 on. ${usage}`);
    return value;
  };
  const { PARQUET_DIR: parquet } = readConfig(process.env);
  const own = { seed: number('seed'), parquet };
  const sizes = { servers: number('servers'), players: number('players') };
  const kills = number('kills');
  const parts = new Map([
    ['kills', () => measureKills({ ...own, kills })],
    ['crowd', () => measureCrowd({ ...own, ...sizes })],
    ['two', () => measureTwo(own)],
    ['shards', () => measureShards({ ...own, kills: Math.ceil(kills / 3) })],
  ]);
  const chosen = values.only === undefined ? [...parts.keys()] : [values.only];
  if (chosen.some((name) => !parts.has(name))) throw new Error(usage);
  await publishFirstData(parquet);
  const bars: Bar[] = [];
  for (const name of chosen) bars.push(...((await parts.get(name)?.()) ?? []));
  return bars;
}

async function measureKills(plan: { kills: number; seed: number; parquet: string }): Promise<Bar[]> {
  const report = await inFolder((store) =>
    runKills({ ...plan, store, servers: 8, players: 5, backMs: BARS.back }),
  );
  console.log(
    table([
      [
        'killed at random moments, SQLite',
        'kills',
        'games hit',
        'in hand again, max ms',
        ...COUNTED,
        'stuck',
      ],
      [
        '8 servers, 5 players each',
        `${report.kills}`,
        `${report.games}`,
        ms(report.slowest),
        ...counted(report),
        `${report.stuck}`,
      ],
    ]),
  );
  return [
    {
      what: `at least ${BARS.kills} kills, each in the middle of games`,
      holds: report.kills >= BARS.kills && report.games >= report.kills,
    },
    {
      what: `every open game in hand ${BARS.back / 1000} s after the bot is back`,
      holds: report.slowest <= BARS.back,
    },
    { what: 'no game stuck', holds: report.stuck === 0 },
    ...nothingLost('kills', report),
  ];
}

async function measureCrowd(plan: {
  servers: number;
  players: number;
  seed: number;
  parquet: string;
}): Promise<Bar[]> {
  const report = await inFolder((store) => runCrowd({ ...plan, store, spreadMs: 5000 }));
  const { spread, burst } = report;
  console.log(
    table([
      [
        `${plan.servers} servers, ${plan.players} players each`,
        'picks',
        'median ms',
        'p99 ms',
        'max ms',
        ...COUNTED,
      ],
      [
        'spread over 5 s',
        `${report.picks / 2}`,
        ms(spread.median),
        ms(spread.p99),
        ms(spread.max),
        ...counted(report),
      ],
      ['in one burst', `${report.picks / 2}`, ms(burst.median), ms(burst.p99), ms(burst.max), '', '', ''],
    ]),
  );
  return [
    {
      what: `${BARS.picks} picks in 5 s, ${BARS.picks} at once, each noted`,
      holds: report.picks >= 2 * BARS.picks && report.unanswered === 0,
    },
    { what: `p99 of the private answer at most ${BARS.p99} ms`, holds: spread.p99 <= BARS.p99 },
    { what: `a burst answered within ${BARS.burst / 1000} s`, holds: burst.max <= BARS.burst },
    ...nothingLost('crowd', report),
  ];
}

async function measureTwo(plan: { seed: number; parquet: string }): Promise<Bar[]> {
  const reason = await whyNoServer();
  if (reason !== undefined) return [{ what: `two processes: ${reason}`, holds: false }];
  const { url, drop } = await newDatabase();
  const report = await runTwoProcesses({ ...plan, store: { url }, servers: 10, players: 5, questions: 10 });
  await drop();
  console.log(
    table([
      ['two processes, one PostgreSQL', 'questions', ...COUNTED],
      ['10 servers, 5 players each', `${report.questions}`, ...counted(report)],
    ]),
  );
  return nothingLost('two processes', report);
}

async function measureShards(plan: { kills: number; seed: number; parquet: string }): Promise<Bar[]> {
  const reason = await whyNoServer();
  if (reason !== undefined) return [{ what: `4 shards in two processes: ${reason}`, holds: false }];
  const { url, drop } = await newDatabase();
  const report = await runShards({ ...plan, store: { url }, servers: 8, players: 5, backMs: BARS.back });
  await drop();
  const { lookUps, unanswered } = report;
  console.log(
    table([
      [
        '4 shards in two processes, one killed',
        'kills',
        'games hit',
        'in hand again, max ms',
        ...COUNTED,
        'stuck',
        'look-ups elsewhere',
        'unanswered',
      ],
      [
        '8 servers, 5 players each, PostgreSQL',
        `${report.kills}`,
        `${report.games}`,
        ms(report.slowest),
        ...counted(report),
        `${report.stuck}`,
        `${lookUps}`,
        `${unanswered}`,
      ],
    ]),
  );
  return [
    {
      what: 'the servers of the other process are answered while one is dead',
      holds: lookUps > 0 && unanswered === 0,
    },
    {
      what: `every open game in hand ${BARS.back / 1000} s after its process is back, none stuck`,
      holds: report.games > 0 && report.slowest <= BARS.back && report.stuck === 0,
    },
    ...nothingLost('shards', report),
  ];
}

const COUNTED = ['picks noted', 'lost', 'doubled'];
const counted = ({ noted, lost, doubled }: Count) => [noted, lost, doubled].map(String);
const nothingLost = (where: string, { noted, lost, doubled }: Count): Bar[] => [
  { what: `${where}: no pick lost, none doubled`, holds: noted > 0 && lost === 0 && doubled === 0 },
];

/** Lends a store of its own in a folder that is gone afterwards. */
async function inFolder<Result>(work: (store: StoreLocation) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'filmoteca-bench-'));
  try {
    return await work({ file: join(folder, 'filmoteca.db') });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

try {
  judge(await main());
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
