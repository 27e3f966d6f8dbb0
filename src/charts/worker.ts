import type { TopLevelSpec } from 'vega-lite';
import { createQueue } from '../lib/promises.ts';
import { serveRequests } from '../lib/worker.ts';
import { createRenderer } from './render.ts';

/** A spec to render, and its format. */
export interface DrawRequest {
  spec: TopLevelSpec;
  format: 'png' | 'svg';
}

const renderer = createRenderer();

const drawings = createQueue();

serveRequests(async ({ name, args }) => {
  if (name === 'open') return undefined;
  const [{ spec, format }] = args as [DrawRequest];
  return drawings.run<Uint8Array | string>(() => renderer[format](spec));
});
