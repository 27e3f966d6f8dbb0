import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/lib/config.ts';
import { publishFirstData } from '../src/reload/etl-process.ts';
import { newDatabase, whyNoServer } from '../test/support/postgres.ts';
import { ms, runBenchmark, type Target, table } from './report.ts';
import { withTemporaryFolder } from './temporary-folder.ts';
import { runConcurrentPicks } from './trivia/concurrent-picks.ts';
import type { PickCount } from './trivia/count-picks.ts';
import { killBotRepeatedly } from './trivia/kill-bot.ts';
import { killShardsRepeatedly } from './trivia/shards.ts';
import { runTwoProcesses } from './trivia/two-processes.ts';

const usage = `Usage: npm run bench:trivia -- [--only kills|picks|two|shards] [--kills 60] [--servers 50] [--players 20] [--seed 1]`;
const LIMITS = { kills: 50, resumeMs: 5000, picks: 1000, p99: 300, burst: 2000 };

/** `npm run bench:trivia`: whether games and picks survive kills, concurrent picks and a second process. */
async function main(): Promise<Target[]> {
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
      throw new Error(`--${name} must be a whole number of at least 1. ${usage}`);
    return value;
  };
  const { PARQUET_DIR: parquet } = readConfig(process.env);
  const plan = { seed: number('seed'), parquet };
  const sizes = { servers: number('servers'), players: number('players') };
  const kills = number('kills');
  const parts = new Map([
    ['kills', () => measureKills({ ...plan, kills })],
    ['picks', () => measurePicks({ ...plan, ...sizes })],
    ['two', () => measureTwoProcesses(plan)],
    ['shards', () => measureShards({ ...plan, kills: Math.ceil(kills / 3) })],
  ]);
  const chosen = values.only === undefined ? [...parts.keys()] : [values.only];
  if (chosen.some((name) => !parts.has(name))) throw new Error(usage);
  await publishFirstData(parquet, { quiet: true });
  const targets: Target[] = [];
  for (const name of chosen) targets.push(...((await parts.get(name)?.()) ?? []));
  return targets;
}

async function measureKills(plan: { kills: number; seed: number; parquet: string }): Promise<Target[]> {
  const { resumeMs } = LIMITS;
  const report = await withTemporaryFolder((folder) =>
    killBotRepeatedly({ ...plan, store: sqliteIn(folder), servers: 8, players: 5, resumeMs }),
  );
  console.log(
    table([
      ['killed at random moments, SQLite', 'kills', 'games hit', 'resumed, max ms', ...PICK_COLUMNS, 'stuck'],
      [
        '8 servers, 5 players each',
        `${report.kills}`,
        `${report.games}`,
        ms(report.slowestMs),
        ...pickCells(report),
        `${report.stuck}`,
      ],
    ]),
  );
  return [
    {
      name: `at least ${LIMITS.kills} kills, each in the middle of games`,
      isMet: report.kills >= LIMITS.kills && report.games >= report.kills,
    },
    {
      name: `every game resumed ${resumeMs / 1000} s after the restart`,
      isMet: report.slowestMs <= resumeMs,
    },
    { name: 'no game stuck', isMet: report.stuck === 0 },
    picksIntact('kills', report),
  ];
}

async function measurePicks(plan: {
  servers: number;
  players: number;
  seed: number;
  parquet: string;
}): Promise<Target[]> {
  const report = await withTemporaryFolder((folder) =>
    runConcurrentPicks({ ...plan, store: sqliteIn(folder), spreadMs: 5000 }),
  );
  const { spread, burst } = report;
  console.log(
    table([
      [
        `${plan.servers} servers, ${plan.players} players each`,
        'picks',
        'median ms',
        'p99 ms',
        'max ms',
        ...PICK_COLUMNS,
      ],
      [
        'spread over 5 s',
        `${report.picks / 2}`,
        ms(spread.median),
        ms(spread.p99),
        ms(spread.max),
        ...pickCells(report),
      ],
      ['in one burst', `${report.picks / 2}`, ms(burst.median), ms(burst.p99), ms(burst.max), '', '', ''],
    ]),
  );
  return [
    {
      name: `${LIMITS.picks} picks in 5 s, ${LIMITS.picks} at once, each acknowledged`,
      isMet: report.picks >= 2 * LIMITS.picks && report.unacknowledged === 0,
    },
    { name: `p99 of the private answer at most ${LIMITS.p99} ms`, isMet: spread.p99 <= LIMITS.p99 },
    { name: `a burst answered within ${LIMITS.burst / 1000} s`, isMet: burst.max <= LIMITS.burst },
    picksIntact('concurrent picks', report),
  ];
}

async function measureTwoProcesses(plan: { seed: number; parquet: string }): Promise<Target[]> {
  const reason = await whyNoServer();
  if (reason !== undefined) return [{ name: `two processes: ${reason}`, isMet: false }];
  const { url, drop } = await newDatabase();
  const report = await runTwoProcesses({ ...plan, store: { url }, servers: 10, players: 5, questions: 10 });
  await drop();
  console.log(
    table([
      ['two processes, one PostgreSQL', 'questions', ...PICK_COLUMNS],
      ['10 servers, 5 players each', `${report.questions}`, ...pickCells(report)],
    ]),
  );
  return [picksIntact('two processes', report)];
}

async function measureShards(plan: { kills: number; seed: number; parquet: string }): Promise<Target[]> {
  const reason = await whyNoServer();
  if (reason !== undefined) return [{ name: `4 shards in two processes: ${reason}`, isMet: false }];
  const { resumeMs } = LIMITS;
  const { url, drop } = await newDatabase();
  const report = await killShardsRepeatedly({ ...plan, store: { url }, servers: 8, players: 5, resumeMs });
  await drop();
  const { lookups, unanswered } = report;
  console.log(
    table([
      [
        '4 shards in two processes, one killed',
        'kills',
        'games hit',
        'resumed, max ms',
        ...PICK_COLUMNS,
        'stuck',
        'lookups elsewhere',
        'unanswered',
      ],
      [
        '8 servers, 5 players each, PostgreSQL',
        `${report.kills}`,
        `${report.games}`,
        ms(report.slowestMs),
        ...pickCells(report),
        `${report.stuck}`,
        `${lookups}`,
        `${unanswered}`,
      ],
    ]),
  );
  return [
    {
      name: 'the servers of one process are answered while the other one is dead',
      isMet: lookups > 0 && unanswered === 0,
    },
    {
      name: `every game resumed ${resumeMs / 1000} s after the restart of its process, none stuck`,
      isMet: report.games > 0 && report.slowestMs <= resumeMs && report.stuck === 0,
    },
    picksIntact('shards', report),
  ];
}

const PICK_COLUMNS = ['picks acknowledged', 'lost', 'doubled'];
const pickCells = ({ acknowledged, lost, doubled }: PickCount) => [acknowledged, lost, doubled].map(String);
const picksIntact = (part: string, { acknowledged, lost, doubled }: PickCount): Target => ({
  name: `${part}: no pick lost, none doubled`,
  isMet: acknowledged > 0 && lost === 0 && doubled === 0,
});

const sqliteIn = (folder: string) => ({ file: join(folder, 'filmoteca.db') });

await runBenchmark(main);
