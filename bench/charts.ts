import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Catalogue } from '../src/catalogue/catalogue.ts';
import type { Chart } from '../src/charts/chart.ts';
import { type Charts, createCharts } from '../src/charts/charts.ts';
import { charts as kinds } from '../src/charts/kinds/index.ts';
import { openFullData } from './full-data.ts';
import { type Bar, figuresOf, judge, ms, timeEach } from './measure.ts';
import { table } from './report.ts';

const BARS = { first: 1000, next: 250, held: 20 };
const FIRST_RUNS = 5;

const noWish = { genre: null, decade: null, language: null };

/** Each chart is drawn once for all films and once a decade and a language, never twice the same. */
const WISHES = [
  noWish,
  { genre: null, decade: 1990, language: null },
  { genre: 18, decade: null, language: null },
  { genre: null, decade: null, language: 'ja' },
  { genre: 35, decade: 2000, language: null },
];

/** `npm run bench:charts`: how long charts take on the full data, drawn anew each time, and what the event loop feels. */
try {
  const { catalogue, films } = await openFullData();
  const bars = [await measureFirst(catalogue), ...(await measureNext(catalogue, films))];
  await catalogue.close();
  judge(bars);
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function draw(
  catalogue: Catalogue,
  charts: Charts,
  chart: Chart,
  wishes: (typeof WISHES)[number],
  language: 'es' | 'en' = 'es',
) {
  return catalogue.read(AbortSignal.timeout(30_000), (snapshot) =>
    charts.draw(snapshot, { chart, filters: wishes, adult: false, language, filterText: '' }),
  );
}

/** The first chart, with the start of the thread. */
async function measureFirst(catalogue: Catalogue): Promise<Bar> {
  const times: number[] = [];
  for (const chart of kinds.slice(2, 2 + FIRST_RUNS)) {
    const charts = createCharts();
    times.push(...(await timeEach([() => draw(catalogue, charts, chart, noWish)])));
    await charts.close();
  }
  const { median, max } = figuresOf(times);
  console.log(
    table([
      ['the first chart', 'runs', 'median ms', 'max ms'],
      ['thread, then chart', String(FIRST_RUNS), ms(median), ms(max)],
    ]),
  );
  return { what: `the first chart in at most ${BARS.first} ms`, holds: median <= BARS.first };
}

async function measureNext(catalogue: Catalogue, films: number): Promise<Bar[]> {
  const charts = createCharts();
  await draw(catalogue, charts, kinds[0] ?? fail(), noWish, 'en');
  const rows: string[][] = [];
  const bars: Bar[] = [];
  for (const chart of kinds) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const figures = figuresOf(
      await timeEach(WISHES.map((wishes) => () => draw(catalogue, charts, chart, wishes))),
    );
    delay.disable();
    const held = Math.max(0, delay.max / 1e6 - 1);
    rows.push([chart.name, ms(figures.median), ms(figures.max), ms(held)]);
    bars.push({ what: `${chart.name} in at most ${BARS.next} ms`, holds: figures.max <= BARS.next });
    bars.push({
      what: `${chart.name} holds the event loop at most ${BARS.held} ms`,
      holds: held <= BARS.held,
    });
  }
  await charts.close();
  console.log(table([[`then, ${films} films`, 'median ms', 'max ms', 'loop held ms'], ...rows]));
  return bars;
}

function fail(): never {
  throw new Error('there are no charts');
}
