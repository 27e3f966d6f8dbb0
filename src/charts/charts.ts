import { LRUCache } from 'lru-cache';
import type { TopLevelSpec } from 'vega-lite';
import type { Snapshot } from '../catalogue/snapshot.ts';
import { readLiveManifest } from '../catalogue/versions.ts';
import { lazyWorker } from '../lib/worker.ts';
import type { Chart, ChartFilters, Drawing, ReaderContext, Row } from './chart.ts';
import type { DrawRequest } from './worker.ts';

/** A chart of filtered films in a language. */
export interface ChartRequest extends ReaderContext {
  chart: Chart;
  filters: ChartFilters;
  adult: boolean;
}

/** A rendered chart: its texts and its PNG. */
export interface Picture extends Omit<Drawing, 'spec'> {
  png: Buffer;
}

/** Renders charts in a worker thread that starts with the first chart, and caches the pictures. */
export interface Charts {
  /** The picture, cached or new; undefined if there are no films. `slow` is awaited before a slow rendering. */
  draw(catalogue: Snapshot, request: ChartRequest, slow?: () => Promise<void>): Promise<Picture | undefined>;
  /** The picture of a drawing that comes from no chart of films, cached by its spec. `slow` as above. */
  render(drawing: Drawing, slow?: () => Promise<void>): Promise<Picture>;
  /** The SVG of a spec, without the card's background. */
  svg(spec: TopLevelSpec): Promise<string>;
  /** Whether the worker has exited and has not restarted yet. */
  isDown(): boolean;
  close(): Promise<void>;
}

/** Most cached pictures; one has about 100 kB. */
const MAX_PICTURES = 100;

/** With this many charts waiting for the worker, the next is slow. */
const SLOW_QUEUE = 4;

/** The worker starts with the first chart. The cache key includes the version of the data. */
export function createCharts(): Charts {
  const pictures = new LRUCache<string, Picture>({ max: MAX_PICTURES });
  /** Renderings under way, by key. A caller's abort does not cancel them: other callers may share them. */
  const underWay = new Map<string, Promise<Picture>>();
  const thread = lazyWorker(new URL('worker.mjs', import.meta.url));
  const drawn = (what: DrawRequest) => thread.request('draw', [what]);

  async function render({ spec, ...rest }: Drawing): Promise<Picture> {
    return { ...rest, png: Buffer.from((await drawn({ spec, format: 'png' })) as Uint8Array) };
  }

  /** Renders the picture of a key once for all callers at the same time. */
  async function share(key: string, drawing: Drawing, slow?: () => Promise<void>): Promise<Picture> {
    if (!thread.isRunning() || thread.pending() >= SLOW_QUEUE) await slow?.();
    const known = pictures.get(key);
    if (known !== undefined) return known;
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
    async draw(catalogue, request, slow) {
      const { name: version } = await readLiveManifest(catalogue);
      const key = JSON.stringify([
        version,
        request.chart.name,
        request.filters,
        request.adult,
        request.language,
      ]);
      const known = pictures.get(key);
      if (known !== undefined) return known;
      const drawing = await readChart(catalogue, request);
      return drawing && share(key, drawing, slow);
    },
    render: (drawing, slow) => share(JSON.stringify(drawing.spec), drawing, slow),
    svg: async (spec) => String(await drawn({ spec, format: 'svg' })),
    isDown: thread.isDown,
    close: thread.close,
  };
}

/** Reads a chart's rows from the live data and draws them, without rendering. */
export async function readChart(
  { query }: Snapshot,
  { chart, filters, adult, ...context }: ChartRequest,
): Promise<Drawing | undefined> {
  const { genre, decade, language } = filters;
  const rows = await query<Row>(chart.sql, { genre, decade, language, adult, ...chart.params });
  return chart.draw(rows, context);
}
