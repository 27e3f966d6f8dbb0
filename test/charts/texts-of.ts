import type { TopLevelSpec } from 'vega-lite';
import { createRenderer } from '../../src/charts/render.ts';
import { size } from '../../src/charts/theme.ts';

/** A text of a chart: its font size, and the box around it, in points of the picture. */
export interface ChartText {
  text: string;
  fontSize: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const renderer = createRenderer();

/** Every visible text of a chart. */
export async function textsOf(spec: TopLevelSpec): Promise<ChartText[]> {
  const view = await renderer.open(spec);
  const [left, top] = view.origin();
  const { root } = view.scenegraph() as unknown as { root: Scene };
  const texts = [...textsIn(root, size.margin + left, size.margin + top)];
  view.finalize();
  return texts;
}

/** A part of Vega's scene graph: a group with marks in it, or a mark with its items. */
interface Scene {
  marktype: string;
  items: readonly Item[];
}

interface Item {
  x?: number;
  y?: number;
  /** The marks of a group. */
  items?: readonly Scene[];
  text?: string | string[];
  fontSize?: number;
  opacity?: number;
  bounds: { x1: number; x2: number; y1: number; y2: number };
}

/** `x` and `y` are the place of the group that has the scene. */
function* textsIn({ marktype, items }: Scene, x: number, y: number): Generator<ChartText> {
  for (const item of items) {
    for (const inner of item.items ?? []) yield* textsIn(inner, x + (item.x ?? 0), y + (item.y ?? 0));
    const text = [item.text ?? ''].flat().join(' ').trim();
    if (marktype !== 'text' || item.opacity === 0 || text === '') continue;
    const { x1, x2, y1, y2 } = item.bounds;
    yield { text, fontSize: item.fontSize ?? 0, left: x + x1, right: x + x2, top: y + y1, bottom: y + y2 };
  }
}
