import { basename } from 'node:path';
import { Problem } from '../../problem.ts';
import { wording } from '../../wording.ts';
import { countRatings, type People } from '../features/people.ts';
import { loadPeople } from '../features/read-people.ts';
import { createLists } from '../lists/make-list.ts';
import type { EvaluationData } from './data.ts';
import { countFaults, judgedFilms } from './faults.ts';
import { type Gold, readGold, scoreGold } from './gold.ts';
import { cutPeople } from './halves.ts';
import { makeQueries, measure } from './measure.ts';
import { type Contender, createMethods } from './methods.ts';
import { type EvaluateOptions, PROJECT_GOLD } from './options.ts';
import { readPairs } from './pairs-file.ts';
import { scorePairs } from './score-pairs.ts';
import { markdown, NOTHING, withInterval } from './table.ts';

/** A row of the report: the measure, its goal, and a cell per contender. */
export type Row = readonly string[];

/** The fewest MovieLens ratings of the seeds of each group. */
const RATED = [0, 5, 20, 60];

/** The report of an evaluation, a row per measure. Calls `tell` with its progress, one line at a time. */
export async function report(
  data: EvaluationData,
  options: EvaluateOptions,
  tell: (line: string) => void,
): Promise<string> {
  const begin = performance.now();
  const golds = readGolds(data, options.gold);
  const described = data.films.map(({ year }, film) => {
    const { title = '', original_title = '' } = data.described[film] ?? {};
    return { title, original_title, year };
  });
  const pairs = options.pairs.map((path) => ({ path, ...readPairs(path, described) }));
  const splits = await readSplits(data, options);
  const contenders = createMethods(data, data.people);
  const rated = countRatings(data.people, 0);
  const rows: Row[] = golds.flatMap((gold) => goldRows(gold, contenders, rated));
  tell('expected recommendations: done');
  rows.push(...pairs.flatMap((file) => pairRows(file, contenders)));
  rows.push(...halvesRows(data, splits, tell));
  rows.push(...faultRows(data, contenders, tell));
  const head = ['', 'goal', ...contenders.map(({ name }) => name)];
  const seconds = Math.round((performance.now() - begin) / 1000);
  return `${markdown([head, ...rows])}\n\ntime: ${seconds} s`;
}

function readGolds({ films }: EvaluationData, paths: readonly string[]): Gold[] {
  const given = paths.map((path) => {
    const gold = readGold(path, films);
    if (gold.seeds.size === 0) throw new Problem(wording.noGold(path));
    return gold;
  });
  return [...PROJECT_GOLD.map((path) => readGold(path, films)), ...given];
}

function goldRows(gold: Gold, contenders: readonly Contender[], rated: Int32Array): Row[] {
  const row = (seeds: string, keep?: (film: number) => boolean): Row => {
    const scores = contenders.map(({ recommend }) => scoreGold(gold, recommend, keep));
    return [
      `nDCG@5, ${gold.name}, ${scores[0]?.films ?? 0} films${seeds}`,
      '',
      ...scores.map(({ ndcg, films }) => (films === 0 ? NOTHING : ndcg.toFixed(3))),
    ];
  };
  const groups = RATED.map((least, at) => {
    const next = RATED[at + 1] ?? Number.POSITIVE_INFINITY;
    const range = Number.isFinite(next) ? `${least} to ${next - 1}` : `${least} or more`;
    return row(` with ${range} ratings`, (film) => {
      const count = rated[film] ?? 0;
      return count >= least && count < next;
    });
  });
  return [row(''), ...groups];
}

function pairRows(
  { path, pairs, rows }: ReturnType<typeof readPairs> & { path: string },
  contenders: readonly Contender[],
): Row[] {
  const scores = contenders.map(({ score }) => (score === undefined ? undefined : scorePairs(pairs, score)));
  const films = scores.find((one) => one !== undefined)?.films ?? 0;
  const row = (measure: string, value: 'auc' | 'aucWithin' | 'ndcgWithin', count: number): Row => [
    `${measure}, ${basename(path)}, ${count === pairs.length ? `${count} of ${rows} pairs` : `within ${count} films`}`,
    '',
    ...scores.map((one) => one?.[value].toFixed(3) ?? NOTHING),
  ];
  return [
    row('AUC', 'auc', pairs.length),
    ...(films === 0 ? [] : [row('AUC', 'aucWithin', films), row('nDCG@5', 'ndcgWithin', films)]),
  ];
}

/** The ratings that the contenders know, and the people that they are tested on. */
interface Split {
  train: People;
  test: People;
}

async function readSplits(
  data: EvaluationData,
  { halves, ratings, links = data.links }: EvaluateOptions,
): Promise<Split[]> {
  if (ratings === undefined) return Array.from({ length: halves }, (_, draw) => cutPeople(data.people, draw));
  const test = await loadPeople({ ratings, links }, data.films);
  if (test.count === 0) throw new Problem(wording.noRatingsWithin(ratings));
  return [{ train: data.people, test }];
}

function halvesRows(data: EvaluationData, splits: readonly Split[], tell: (line: string) => void): Row[] {
  const runs = splits.map(({ train, test }, at) => {
    const queries = makeQueries(test);
    const scores = createMethods(data, train).map(({ recommend }) => measure(queries, recommend));
    tell(`people outside the data, ${at + 1} of ${splits.length}: done`);
    return scores;
  });
  return (['coLike', 'lift'] as const).map((value) => [
    `${value === 'coLike' ? 'co-like' : 'lift'} nDCG@5`,
    '',
    ...(runs[0] ?? []).map((_, place) => withInterval(runs.map((scores) => scores[place]?.[value] ?? 0))),
  ]);
}

function faultRows(
  data: EvaluationData,
  contenders: readonly Contender[],
  tell: (line: string) => void,
): Row[] {
  const judged = judgedFilms(data);
  const { explain } = createLists(data, data.people);
  const counted = contenders.map(({ name, recommend }) => {
    const faults = countFaults(data, judged, recommend, explain);
    tell(`faults of ${name}: done`);
    return faults;
  });
  return (counted[0] ?? []).map(({ name, goal }, at) => [
    name,
    goal,
    ...counted.map((faults) => faults[at]?.value ?? NOTHING),
  ]);
}
