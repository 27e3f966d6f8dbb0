import { LRUCache } from 'lru-cache';
import type { TopLevelSpec } from 'vega-lite';
import { readAbout } from '../catalogue/about.ts';
import type { Snapshot } from '../catalogue/snapshot.ts';
import { lazyWorker } from '../lib/worker.ts';
import type { Chart, ChartFilters, Drawing, ReaderContext, Row } from './chart.ts';
import type { DrawRequest } from './worker.ts';

/** Which chart, of which films, for whom. */
export interface ChartRequest extends ReaderContext {
  chart: Chart;
  filters: ChartFilters;
  adult: boolean;
}

/** A chart that was drawn: what it says, and its PNG. */
export interface Picture extends Omit<Drawing, 'spec'> {
  png: Buffer;
}

/** What draws charts: a thread of its own, started with the first chart, and the pictures of late. */
export interface Charts {
  /** The picture, of late or new; undefined where no film is behind it. `slow` is called before what takes its time. */
  draw(catalogue: Snapshot, wanted: ChartRequest, slow?: () => Promise<void>): Promise<Picture | undefined>;
  /** The SVG of a spec, without a card. */
  svg(spec: TopLevelSpec): Promise<string>;
  /** Whether the thread has ended by itself and is not back yet. */
  isDown(): boolean;
  close(): Promise<void>;
}

/** How many pictures, of about 100 kB, are kept. */
const KEPT = 100;

/** With so many charts waiting for the thread, the next is slow. */
const CROWD = 4;

/** Starts nothing yet: the thread comes with the first chart. Pictures are kept by the version of the data. */
export function createCharts(): Charts {
  const pictures = new LRUCache<string, Picture>({ max: KEPT });
  /** Drawings under way: equal wishes share one. No call can cancel it, because only the thread works on it. */
  const underWay = new Map<string, Promise<Picture>>();
  const thread = lazyWorker(new URL('worker.mjs', import.meta.url));
  const drawn = (what: DrawRequest) => thread.request('draw', [what]);

  async function render({ spec, ...rest }: Drawing): Promise<Picture> {
    return { ...rest, png: Buffer.from((await drawn({ spec, format: 'png' })) as Uint8Array) };
  }

  /** The picture of a key, drawn by the first who asks for it. */
  function share(key: string, drawing: Drawing): Promise<Picture> {
    const shared = underWay.get(key);
    if (shared !== undefined) return shared;
    const rendering = render(drawing).then((picture) => {
      pictures.set(key, picture);
      return picture;
    });
    underWay.set(key, rendering);
    const forget = () => underWay.delete(key);
    rendering.then(forget, forget);
    return rendering;
  }

  return {
    async draw(catalogue, wanted, slow) {
      const { version } = await readAbout(catalogue);
      const key = JSON.stringify([version, wanted.chart.name, wanted.filters, wanted.adult, wanted.language]);
      const known = pictures.get(key);
      if (known !== undefined) return known;
      const drawing = await readChart(catalogue, wanted);
      if (drawing === undefined) return undefined;
      if (!thread.isRunning() || thread.pending() >= CROWD) await slow?.();
      return pictures.get(key) ?? share(key, drawing);
    },
    svg: async (spec) => String(await drawn({ spec, format: 'svg' })),
    isDown: thread.isDown,
    close: thread.close,
  };
}

/** What a chart shows of the live data, not drawn yet. */
export async function readChart(
  { query }: Snapshot,
  { chart, filters: wishes, adult, ...reading }: ChartRequest,
): Promise<Drawing | undefined> {
  const { genre, decade, language } = wishes;
  const rows = await query<Row>(chart.sql, { genre, decade, language, adult, ...chart.params });
  return chart.draw(rows, reading);
}
