import type { TopLevelSpec } from 'vega-lite';
import { answerQuestions } from '../lib/thread.ts';
import { createRenderer } from './render.ts';

/** A spec to draw, and as what. */
export interface ToDraw {
  spec: TopLevelSpec;
  format: 'png' | 'svg';
}

const renderer = createRenderer();

answerQuestions(({ spec, format }: ToDraw): Promise<Uint8Array | string> => renderer[format](spec));
