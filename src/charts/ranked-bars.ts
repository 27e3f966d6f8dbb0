import { frame } from './frame.ts';
import { palette, size } from './theme.ts';

/** A bar with its name above it and its formatted figure at the end. */
export interface Bar {
  name: string;
  /** Text after the name. */
  beside?: string;
  value: number;
  figure: string;
}

/** Thin bars below their names and figures, so that long titles do not overlap bars. */
export function rankedBars(title: string, subtitle: readonly string[], bars: readonly Bar[]) {
  const highest = Math.max(...bars.map(({ value }) => value));
  const y = { field: 'place', type: 'ordinal', axis: null, scale: { paddingInner: 0, paddingOuter: 0 } };
  const bar = (field: string, color: string) => ({
    mark: { type: 'bar', color, height: 4, cornerRadius: 2, yOffset: BELOW },
    encoding: { y, x: { field, type: 'quantitative', axis: null, scale: { domain: [0, highest] } } },
  });
  const text = (field: string, mark: object, x: number | string) => ({
    mark: { type: 'text', baseline: 'middle', dy: -4, ...mark },
    encoding: { y, x: { value: x }, text: { field } },
  });
  const label = ({ name, beside }: Bar) => (beside === undefined ? name : `${name}  ·  ${beside}`);
  return frame(title, subtitle, {
    data: { values: bars.map((each, place) => ({ ...each, place, words: label(each), highest })) },
    layer: [
      bar('highest', palette.grid),
      bar('value', palette.amber),
      text('words', { align: 'left', limit: size.width - 2 * size.margin - FIGURE }, 0),
      text('figure', { align: 'right', fontWeight: 700 }, 'width'),
    ],
  });
}

/** Points from the middle of the row down to its bar. */
const BELOW = 9;

/** Points reserved for the figure at the end of a row. */
const FIGURE = 150;
