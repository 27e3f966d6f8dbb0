import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Catalogue } from '../src/catalogue/catalogue.ts';
import type { Chart } from '../src/charts/chart.ts';
import { type Charts, createCharts } from '../src/charts/charts.ts';
import { charts as kinds } from '../src/charts/kinds/index.ts';
import { openFullData } from './full-data.ts';
import { percentilesOf, timeEach } from './measure.ts';
import { ms, runBenchmark, type Target, table } from './report.ts';

/** `npm run bench:charts`: how long drawing takes on the full data, and how long it blocks the event loop. */
const LIMITS = { first: 1000, next: 250, blocked: 20 };
const FIRST_RUNS = 5;

const allFilms = { genre: null, decade: null, language: null };

/** The films of each drawing of a chart. All differ, so that no drawing comes from the cache. */
const FILTERS = [
  allFilms,
  { genre: null, decade: 1990, language: null },
  { genre: 18, decade: null, language: null },
  { genre: null, decade: null, language: 'ja' },
  { genre: 35, decade: 2000, language: null },
];

await runBenchmark(async () => {
  const { catalogue, films } = await openFullData();
  const targets = [await measureFirst(catalogue), ...(await measureNext(catalogue, films))];
  await catalogue.close();
  return targets;
});

function draw(
  catalogue: Catalogue,
  charts: Charts,
  chart: Chart,
  wishes: (typeof FILTERS)[number],
  language: 'es' | 'en' = 'es',
) {
  return catalogue.read(AbortSignal.timeout(30_000), (snapshot) =>
    charts.draw(snapshot, { chart, filters: wishes, adult: false, language, filterText: '' }),
  );
}

/** Measures the first chart, which includes the start of the worker. */
async function measureFirst(catalogue: Catalogue): Promise<Target> {
  const times: number[] = [];
  for (const chart of kinds.slice(2, 2 + FIRST_RUNS)) {
    const charts = createCharts();
    times.push(...(await timeEach([() => draw(catalogue, charts, chart, allFilms)])));
    await charts.close();
  }
  const { median, max } = percentilesOf(times);
  console.log(
    table([
      ['the first chart', 'runs', 'median ms', 'max ms'],
      ['start of the worker, then the chart', String(FIRST_RUNS), ms(median), ms(max)],
    ]),
  );
  return { name: `the first chart in at most ${LIMITS.first} ms`, isMet: median <= LIMITS.first };
}

async function measureNext(catalogue: Catalogue, films: number): Promise<Target[]> {
  const [warmUp] = kinds;
  if (warmUp === undefined) throw new Error('there are no charts');
  const charts = createCharts();
  await draw(catalogue, charts, warmUp, allFilms, 'en');
  const rows: string[][] = [];
  const targets: Target[] = [];
  for (const chart of kinds) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const { median, max } = percentilesOf(
      await timeEach(FILTERS.map((wishes) => () => draw(catalogue, charts, chart, wishes))),
    );
    delay.disable();
    const blocked = Math.max(0, delay.max / 1e6 - 1);
    rows.push([chart.name, ms(median), ms(max), ms(blocked)]);
    targets.push({ name: `${chart.name} in at most ${LIMITS.next} ms`, isMet: max <= LIMITS.next });
    targets.push({
      name: `${chart.name} blocks the event loop for at most ${LIMITS.blocked} ms`,
      isMet: blocked <= LIMITS.blocked,
    });
  }
  await charts.close();
  console.log(table([[`then, ${films} films`, 'median ms', 'max ms', 'loop blocked ms'], ...rows]));
  return targets;
}
