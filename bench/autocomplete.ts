import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import MiniSearch from 'minisearch';
import type { Catalogue } from '../src/catalogue/catalogue.ts';
import { fold } from '../src/lib/fold.ts';
import { film, person } from '../src/lookup/kinds.ts';
import { matchName } from '../src/lookup/match.ts';
import { films } from '../src/search/kinds/films.ts';
import { openSearch } from '../src/search/search.ts';
import { openFullData } from './full-data.ts';
import { percentilesOf, residentMb, timeEach, timeTogether } from './measure.ts';
import { ms, runBenchmark, type Target, table } from './report.ts';
import { withTemporaryFolder } from './temporary-folder.ts';
import { readQueries, type TypedQuery, typedTexts } from './typed-texts.ts';

/** `npm run bench:autocomplete`: latency and quality of suggestions on the full data, and latency with a million titles. */
const LIMITS = {
  full: { alone: 15, together: 100 },
  million: { alone: 50, together: 500, buildSeconds: 15, mb: 1000 },
  quality: { firstFive: 0.97, first: 0.8 },
};
const CALLS = 2000;
const MINISEARCH_CALLS = 500;
const TOGETHER = 50;
const run = promisify(execFile);

const read = <Result>(catalogue: Catalogue, work: Parameters<Catalogue['read']>[1]) =>
  catalogue.read(AbortSignal.timeout(60_000), work) as Promise<Result>;

type Suggest = (query: TypedQuery) => Promise<{ id: number }[]>;

/** The bot's suggestions, by the functions that its autocomplete uses. */
const suggestWithBot =
  (catalogue: Catalogue): Suggest =>
  ({ typed, entity }) =>
    read(catalogue, (snapshot) =>
      entity === 'film'
        ? matchName(film, snapshot, typed, { adult: false })
        : matchName(person.actor, snapshot, typed, { adult: false }).then(async (actors) =>
            actors.length > 0 ? actors : matchName(person.director, snapshot, typed, { adult: false }),
          ),
    );

/** minisearch over the same titles: prefix and fuzzy search, boosted by votes. */
async function suggestWithMiniSearch(catalogue: Catalogue): Promise<Suggest> {
  const rows = await read<{ id: number; name: string; votes: number }[]>(catalogue, ({ query }) =>
    query(
      'select movie_id as id, titles.title as name, vote_count as votes from titles join movies on movies.id = movie_id',
    ),
  );
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
  return async ({ typed }) => {
    const films = index.search(typed, options).map((result) => Number(result.film));
    return [...new Set(films)].slice(0, 25).map((id) => ({ id }));
  };
}

/** The shares of queries whose film or person is suggested first, and among the first five. */
async function measureQuality(queries: readonly TypedQuery[], suggest: Suggest) {
  let [first, firstFive] = [0, 0];
  for (const query of queries) {
    const place = (await suggest(query)).findIndex(({ id }) => query.ids.includes(id));
    if (place === 0) first++;
    if (place >= 0 && place < 5) firstFive++;
  }
  return { first: first / queries.length, firstFive: firstFive / queries.length };
}

/** Latencies of the queries one at a time and many at once. */
async function measureLatency(queries: readonly TypedQuery[], suggest: Suggest, calls: number) {
  const jobs = Array.from({ length: calls }, (_, index) => {
    const query = queries[index % queries.length];
    if (query === undefined) throw new Error('there are no queries');
    return () => suggest(query);
  });
  const alone = percentilesOf(await timeEach(jobs));
  return { alone, together: percentilesOf(await timeTogether(jobs, TOGETHER)) };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

async function measureFullData(): Promise<Target[]> {
  const { catalogue, films } = await openFullData();
  const queries = readQueries('queries.tsv');
  const bot = suggestWithBot(catalogue);
  const miniSearch = await suggestWithMiniSearch(catalogue);
  await measureLatency(queries, bot, 300);
  const latency = await measureLatency(queries, bot, CALLS);
  const miniSearchLatency = await measureLatency(queries, miniSearch, MINISEARCH_CALLS);
  const quality = await measureQuality(queries, bot);
  const heldBack = await measureQuality(readQueries('queries-held-back.tsv'), bot);
  const miniSearchQuality = await measureQuality(
    queries.filter(({ entity }) => entity === 'film'),
    miniSearch,
  );
  await catalogue.close();
  const row = (
    name: string,
    { alone, together }: typeof latency,
    ...shares: (typeof quality | undefined)[]
  ) => [
    name,
    ms(alone.median),
    ms(alone.p99),
    ms(together.p99),
    ...shares.flatMap((share) =>
      share === undefined ? ['', ''] : [percent(share.first), percent(share.firstFive)],
    ),
  ];
  const ratio = (figure: (measured: typeof latency) => number) =>
    (figure(miniSearchLatency) / figure(latency)).toFixed(1);
  console.log(
    table([
      [
        `${films} films`,
        'median ms',
        'p99 ms',
        `${TOGETHER} at once p99`,
        'first',
        'of five',
        'held back: first',
        'of five',
      ],
      row('filmoteca', latency, quality, heldBack),
      row('minisearch', miniSearchLatency, miniSearchQuality, undefined),
      [
        'minisearch / filmoteca',
        ratio(({ alone }) => alone.median),
        ratio(({ alone }) => alone.p99),
        ratio(({ together }) => together.p99),
        '',
        '',
        '',
        '',
      ],
    ]),
  );
  const { full, quality: least } = LIMITS;
  return [
    { name: `p99 at most ${full.alone} ms one at a time`, isMet: latency.alone.p99 <= full.alone },
    {
      name: `p99 at most ${full.together} ms ${TOGETHER} at once`,
      isMet: latency.together.p99 <= full.together,
    },
    {
      name: `${percent(least.firstFive)} among the first five`,
      isMet: Math.min(quality.firstFive, heldBack.firstFive) >= least.firstFive,
    },
    {
      name: `${percent(least.first)} first`,
      isMet: Math.min(quality.first, heldBack.first) >= least.first,
    },
  ];
}

async function measureMillion(folder: string): Promise<Target[]> {
  const maker = fileURLToPath(new URL('make-million.ts', import.meta.url));
  const { stdout } = await run(process.execPath, ['bin/run.mjs', maker, folder]);
  const made: { seconds: number; mb: number; titles: string[] } = JSON.parse(stdout);
  const before = residentMb();
  const start = performance.now();
  const search = await openSearch(folder);
  const buildSeconds = made.seconds + (performance.now() - start) / 1000;
  const jobs = typedTexts(made.titles, CALLS, 7).map(
    (typed) => () => search.find(films, typed, { limit: 25 }),
  );
  await timeEach(jobs.slice(0, 200));
  const alone = percentilesOf(await timeEach(jobs));
  const together = percentilesOf(await timeTogether(jobs, TOGETHER));
  const mb = residentMb() - before;
  await search.close();
  console.log(
    table([
      [
        'a million titles',
        'median ms',
        'p99 ms',
        `${TOGETHER} at once p99`,
        'made and read in s',
        'made MB',
        'MB',
      ],
      [
        'filmoteca',
        ms(alone.median),
        ms(alone.p99),
        ms(together.p99),
        buildSeconds.toFixed(1),
        made.mb.toFixed(0),
        mb.toFixed(0),
      ],
    ]),
  );
  const { million } = LIMITS;
  return [
    { name: `a million: p99 at most ${million.alone} ms one at a time`, isMet: alone.p99 <= million.alone },
    {
      name: `a million: p99 at most ${million.together} ms ${TOGETHER} at once`,
      isMet: together.p99 <= million.together,
    },
    {
      name: `a million: built in at most ${million.buildSeconds} s`,
      isMet: buildSeconds <= million.buildSeconds,
    },
    { name: `a million: at most ${million.mb} MB`, isMet: Math.max(made.mb, mb) <= million.mb },
  ];
}

await runBenchmark(async () => [
  ...(await measureFullData()),
  ...(await withTemporaryFolder(measureMillion)),
]);
