import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import MiniSearch from 'minisearch';
import type { Catalogue } from '../src/catalogue/catalogue.ts';
import { fold } from '../src/lib/fold.ts';
import { film } from '../src/lookup/kinds/films.ts';
import { person } from '../src/lookup/kinds/people.ts';
import { matchName } from '../src/lookup/match.ts';
import { films } from '../src/search/kinds/films.ts';
import { openSearch } from '../src/search/search.ts';
import { openFullData } from './full-data.ts';
import { type Bar, figuresOf, judge, ms, residentMb, timeEach, timeTogether } from './measure.ts';
import { table } from './report.ts';
import { typedOnTheWay } from './typing.ts';

const BARS = {
  full: { one: 15, fifty: 100 },
  million: { one: 50, fifty: 500, buildS: 15, mb: 1000 },
  quality: { five: 0.97, first: 0.8 },
};
const CALLS = 2000;
const run = promisify(execFile);

interface Query {
  typed: string;
  id: number;
  kind: 'film' | 'person';
}

const readQueries = (name: string): Query[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [, typed = '', expected = ''] = line.split('\t');
      return { typed, id: Number(expected.slice(1)), kind: expected.startsWith('@') ? 'person' : 'film' };
    });

const read = <Result>(catalogue: Catalogue, work: Parameters<Catalogue['read']>[1]) =>
  catalogue.read(AbortSignal.timeout(60_000), work) as Promise<Result>;

/** What the bot suggests: the same functions as its autocomplete, labels read from the tables. */
function suggest(catalogue: Catalogue, { typed, kind }: Query): Promise<{ id: number }[]> {
  return read(catalogue, (snapshot) =>
    kind === 'film'
      ? matchName(film, snapshot, typed, { adult: false })
      : matchName(person.actor, snapshot, typed, { adult: false }).then(async (actors) =>
          actors.length > 0 ? actors : matchName(person.director, snapshot, typed, { adult: false }),
        ),
  );
}

type Ranked = (query: Query) => Promise<{ id: number }[]>;

/** The share of queries whose film or person is first, and among the first five. */
async function quality(queries: readonly Query[], ranked: Ranked): Promise<{ first: number; five: number }> {
  let [first, five] = [0, 0];
  for (const query of queries) {
    const at = (await ranked(query)).findIndex(({ id }) => id === query.id);
    if (at === 0) first++;
    if (at >= 0 && at < 5) five++;
  }
  return { first: first / queries.length, five: five / queries.length };
}

/** The peer: minisearch over the same names, with its prefix and fuzzy search, most voted first among equals. */
async function peerOf(
  catalogue: Catalogue,
): Promise<{ search: (typed: string) => { id: number }[]; mb: number }> {
  const rows = await read<{ id: number; name: string; votes: number }[]>(catalogue, ({ query }) =>
    query(
      'select movie_id as id, titles.title as name, vote_count as votes from titles join movies on movies.id = movie_id',
    ),
  );
  const before = residentMb();
  const index = new MiniSearch({
    fields: ['name'],
    storeFields: ['film', 'votes'],
    processTerm: (term) => fold(term),
  });
  index.addAll(rows.map(({ id, name, votes }, key) => ({ id: key, film: id, name, votes })));
  const options = {
    prefix: true,
    fuzzy: 0.2,
    boostDocument: (_: unknown, __: string, stored?: Record<string, unknown>) =>
      1 + Math.log1p(Number(stored?.votes ?? 0)),
  };
  const search = (typed: string) => {
    const films = index.search(typed, options).map((hit) => Number(hit.film));
    return [...new Set(films)].slice(0, 25).map((id) => ({ id }));
  };
  return { search, mb: residentMb() - before };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

async function measureFull(): Promise<Bar[]> {
  const { catalogue, films } = await openFullData();
  const queries = readQueries('queries.tsv');
  const heldBack = readQueries('queries-held-back.tsv');
  const peer = await peerOf(catalogue);
  const ofFilms = (list: readonly Query[]) => list.filter(({ kind }) => kind === 'film');
  const jobs = (each: Ranked) =>
    Array.from(
      { length: CALLS },
      (_, index) => () => each(queries[index % queries.length] ?? { typed: '', id: 0, kind: 'film' }),
    );
  const ours: Ranked = (query) => suggest(catalogue, query);
  const theirs: Ranked = async ({ typed }) => peer.search(typed);
  await timeEach(jobs(ours).slice(0, 300));
  const [one, peerOne] = [
    figuresOf(await timeEach(jobs(ours))),
    figuresOf(await timeEach(jobs(theirs).slice(0, 500))),
  ];
  const [fifty, peerFifty] = [
    figuresOf(await timeTogether(jobs(ours), 50)),
    figuresOf(await timeTogether(jobs(theirs).slice(0, 500), 50)),
  ];
  const good = await quality(queries, ours);
  const unseen = await quality(heldBack, ours);
  const peerGood = await quality(ofFilms(queries), theirs);
  await catalogue.close();
  console.log(
    table([
      [
        `${films} films`,
        'median ms',
        'p99 ms',
        '50 at once p99',
        'first',
        'of five',
        'held back: first',
        'of five',
      ],
      [
        'filmoteca',
        ms(one.median),
        ms(one.p99),
        ms(fifty.p99),
        percent(good.first),
        percent(good.five),
        percent(unseen.first),
        percent(unseen.five),
      ],
      [
        'minisearch',
        ms(peerOne.median),
        ms(peerOne.p99),
        ms(peerFifty.p99),
        percent(peerGood.first),
        percent(peerGood.five),
        '',
        '',
      ],
      [
        'peer / ours',
        (peerOne.median / one.median).toFixed(1),
        (peerOne.p99 / one.p99).toFixed(1),
        (peerFifty.p99 / fifty.p99).toFixed(1),
        '',
        '',
        '',
        '',
      ],
    ]),
  );
  const { full, quality: wanted } = BARS;
  return [
    { what: `p99 at most ${full.one} ms one at a time`, holds: one.p99 <= full.one },
    { what: `p99 at most ${full.fifty} ms 50 at once`, holds: fifty.p99 <= full.fifty },
    {
      what: `${percent(wanted.five)} among the first five`,
      holds: Math.min(good.five, unseen.five) >= wanted.five,
    },
    { what: `${percent(wanted.first)} first`, holds: Math.min(good.first, unseen.first) >= wanted.first },
  ];
}

async function measureMillion(): Promise<Bar[]> {
  const folder = mkdtempSync(join(tmpdir(), 'filmoteca-million-'));
  try {
    const maker = fileURLToPath(new URL('make-million.ts', import.meta.url));
    const { stdout } = await run(process.execPath, ['--import', 'tsx', maker, folder]);
    const made: { seconds: number; mb: number; titles: string[] } = JSON.parse(stdout);
    const before = residentMb();
    const start = performance.now();
    const search = await openSearch(folder);
    const buildS = made.seconds + (performance.now() - start) / 1000;
    const jobs = typedOnTheWay(made.titles, CALLS, 7).map(
      (typed) => () => search.find(films, typed, { limit: 25 }),
    );
    await timeEach(jobs.slice(0, 200));
    const one = figuresOf(await timeEach(jobs));
    const fifty = figuresOf(await timeTogether(jobs, 50));
    const mb = residentMb() - before;
    await search.close();
    console.log(
      table([
        ['a million titles', 'median ms', 'p99 ms', '50 at once p99', 'made and read in s', 'made MB', 'MB'],
        [
          'filmoteca',
          ms(one.median),
          ms(one.p99),
          ms(fifty.p99),
          buildS.toFixed(1),
          made.mb.toFixed(0),
          mb.toFixed(0),
        ],
      ]),
    );
    const { million } = BARS;
    return [
      { what: `a million: p99 at most ${million.one} ms one at a time`, holds: one.p99 <= million.one },
      { what: `a million: p99 at most ${million.fifty} ms 50 at once`, holds: fifty.p99 <= million.fifty },
      { what: `a million: built in at most ${million.buildS} s`, holds: buildS <= million.buildS },
      { what: `a million: at most ${million.mb} MB`, holds: Math.max(made.mb, mb) <= million.mb },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  judge([...(await measureFull()), ...(await measureMillion())]);
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
