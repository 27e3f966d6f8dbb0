import { frame } from '../src/charts/frame.ts';
import { palette } from '../src/charts/theme.ts';

/** A pair of numbers by name, and their correlation, -1 to 1. */
export interface Pair {
  one: string;
  other: string;
  value: number;
  figure: string;
}

/** A heat map: a cell per pair with its figure; stronger correlations are darker. */
export function correlationsChart(title: string, subtitle: string, pairs: readonly Pair[]) {
  const order = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))];
  const cells = pairs.flatMap((pair) => [pair, { ...pair, one: pair.other, other: pair.one }]);
  const axis = (field: string) => ({
    field,
    type: 'nominal',
    sort: order,
    axis: { title: null, labelAngle: 0, ...(field === 'one' ? { orient: 'top' } : {}) },
  });
  return frame(title, [subtitle], {
    data: { values: cells },
    encoding: { x: axis('one'), y: axis('other') },
    layer: [
      {
        mark: { type: 'rect', color: palette.sky, cornerRadius: 4, stroke: palette.card, strokeWidth: 2 },
        encoding: {
          opacity: {
            field: 'value',
            type: 'quantitative',
            scale: { domain: [0, 1], range: [0.08, 0.75], clamp: true },
            legend: null,
          },
        },
      },
      { mark: { type: 'text', color: palette.ink }, encoding: { text: { field: 'figure' } } },
    ],
  });
}
