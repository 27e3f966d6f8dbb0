import { frame } from './frame.ts';
import { palette, size } from './theme.ts';

/** A bar with its name on it and its figure, in the reader's words, at its end. */
export interface Bar {
  name: string;
  /** What is said beside the name, in a quieter tone. */
  beside?: string;
  value: number;
  figure: string;
}

/** Thin bars, each under its name and its figure: nothing can overlap, however long a title is. */
export function rankedBars(title: string, subtitle: readonly string[], bars: readonly Bar[]) {
  const highest = Math.max(...bars.map(({ value }) => value));
  const y = { field: 'place', type: 'ordinal', axis: null, scale: { paddingInner: 0, paddingOuter: 0 } };
  const bar = (field: string, color: string) => ({
    mark: { type: 'bar', color, height: 3, cornerRadius: 1.5, yOffset: BELOW },
    encoding: { y, x: { field, type: 'quantitative', axis: null, scale: { domain: [0, highest] } } },
  });
  const text = (field: string, mark: object, x: number | string) => ({
    mark: { type: 'text', baseline: 'middle', dy: -4, ...mark },
    encoding: { y, x: { value: x }, text: { field } },
  });
  const words = ({ name, beside }: Bar) => (beside === undefined ? name : `${name}  ·  ${beside}`);
  return frame(title, subtitle, {
    data: { values: bars.map((one, place) => ({ ...one, place, words: words(one), highest })) },
    layer: [
      bar('highest', palette.grid),
      bar('value', palette.amber),
      text('words', { align: 'left', limit: size.width - 2 * size.margin - FIGURE }, 0),
      text('figure', { align: 'right', fontWeight: 700 }, 'width'),
    ],
  });
}

/** How far below the middle of its row a bar is. */
const BELOW = 7;

/** The room kept for the figure at a row's end. */
const FIGURE = 130;
