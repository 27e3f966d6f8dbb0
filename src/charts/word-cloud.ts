import type { TopLevelSpec } from 'vega-lite';
import { frame } from './frame.ts';
import type { CloudArea, WeightedWord } from './place-words.ts';
import { LEAST_TEXT, palette, size } from './theme.ts';

const area: CloudArea = {
  width: size.width - 2 * size.margin,
  height: size.height - 2 * size.margin - 80,
  smallest: LEAST_TEXT,
  largest: 58,
};

/** A word cloud; the first eight and the next twenty words are coloured. The renderer places the words. */
export function wordCloud(
  title: string,
  subtitle: readonly string[],
  words: readonly WeightedWord[],
): TopLevelSpec {
  const axis = (field: string, domain: readonly number[]) => ({
    field,
    type: 'quantitative',
    axis: null,
    scale: { domain, nice: false, zero: false },
  });
  return frame(title, subtitle, {
    width: area.width,
    height: area.height,
    autosize: { type: 'pad', contains: 'content' },
    usermeta: { cloud: area },
    data: { values: words.map((word, place) => ({ ...word, place })) },
    mark: { type: 'text', fontWeight: 700, align: 'center', baseline: 'alphabetic' },
    encoding: {
      x: axis('x', [0, area.width]),
      y: axis('y', [area.height, 0]),
      text: { field: 'word' },
      size: { field: 'size', type: 'quantitative', scale: null },
      color: {
        condition: [
          { test: 'datum.place < 8', value: palette.amber },
          { test: 'datum.place < 28', value: palette.sky },
        ],
        value: palette.ink,
      },
    },
  });
}

/** The words and the area of a word cloud; undefined for other specs. */
export function cloudOf(spec: TopLevelSpec): { words: WeightedWord[]; area: CloudArea } | undefined {
  const { usermeta, data } = spec as { usermeta?: { cloud?: CloudArea }; data?: { values?: WeightedWord[] } };
  if (usermeta?.cloud === undefined) return undefined;
  return { words: data?.values ?? [], area: usermeta.cloud };
}
