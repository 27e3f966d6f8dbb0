import { createPool, type Pool } from '../../pool.ts';
import { Problem } from '../../problem.ts';
import { wording } from '../../report.ts';
import type { People } from '../features/people.ts';
import { loadPeople } from '../features/read-people.ts';
import { CHOICES } from './choose.ts';
import type { EvaluationData } from './data.ts';
import { judgeGold } from './judge-gold.ts';
import { judgePairs } from './judge-pairs.ts';
import type { EvaluateOptions } from './options.ts';
import { printChoices, printTable, type Row } from './table.ts';
import type { Outcome, Task } from './worker.ts';

type Workers = Pool<Task, Outcome[]>;

/** The number of workers; each keeps a model in memory. */
const WORKERS = 2;

/** The report of an evaluation. Calls `tell` with its progress, one line at a time. */
export async function report(
  data: EvaluationData,
  options: EvaluateOptions,
  tell: (line: string) => void,
): Promise<string> {
  if (options.pairs !== undefined) return judgePairs(data, options.pairs);
  if (options.gold !== undefined) return judgeGold(data, options.gold);
  const others =
    options.ratings === undefined
      ? undefined
      : await loadPeople({ ratings: options.ratings, links: options.links ?? data.links }, data.films);
  if (others?.count === 0) throw new Problem(wording.noRatingsWithin(options.ratings ?? ''));
  const workers: Workers = createPool(new URL('worker.ts', import.meta.url), { size: WORKERS, data: data });
  try {
    if (others !== undefined) return await reportOthers(workers, others);
    return await (options.choose ? reportChoices : reportHalves)(workers, options.halves, tell);
  } finally {
    await workers.close();
  }
}

/** Trained on all people of the data, tested on the people of another file. */
async function reportOthers(workers: Workers, others: People): Promise<string> {
  return printTable(gather([await workers.run({ draw: 0, others })]));
}

async function reportHalves(workers: Workers, halves: number, tell: (line: string) => void): Promise<string> {
  const runs = Array.from({ length: halves }, async (_, draw) => {
    const outcomes = await workers.run({ draw, shares: draw === 0 });
    tell(`half ${draw + 1} of ${halves} done`);
    return outcomes;
  });
  return printTable(gather(await Promise.all(runs)));
}

async function reportChoices(
  workers: Workers,
  halves: number,
  tell: (line: string) => void,
): Promise<string> {
  const rows = Object.entries(CHOICES).map(async ([name, changes]): Promise<[string, Outcome[][]]> => {
    const runs = Array.from({ length: halves }, async (_, draw) => workers.run({ draw, changes }));
    const outcomes = await Promise.all(runs);
    tell(`${name}: done`);
    return [name, outcomes];
  });
  return printChoices(new Map(await Promise.all(rows)));
}

function gather(all: readonly Outcome[][]): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const { name, measured, shares } of all.flat()) {
    const row = rows.get(name) ?? { runs: [], shares };
    row.runs.push(measured);
    rows.set(name, row);
  }
  return rows;
}
