import type { Versus } from '../../catalogue/versus.ts';
import type { Language } from '../../contract/call.ts';
import { versusRows, versusSentence } from '../../replies/versus.ts';
import { text } from '../../text/text.ts';
import type { Drawing } from '../chart.ts';
import { frame } from '../frame.ts';
import { palette, size } from '../theme.ts';

/** Two sides as a chart: of each measure the figures at both edges, its name between them, and bars that grow from the middle. */
export function drawVersus(versus: Versus, language: Language): Drawing {
  const { sides } = versus;
  const t = text[language].versus;
  const all = versusRows(versus, language);
  const rows = all.map(({ label, figures: [left, right], values }, place) => {
    const [one, other] = values.map((value) => value ?? 0);
    const most = Math.max(one ?? 0, other ?? 0) || 1;
    return {
      place: place + 1,
      label,
      left,
      right,
      leftBar: -(one ?? 0) / most,
      rightBar: (other ?? 0) / most,
    };
  });
  const names = { place: 0, left: sides[0].title, right: sides[1].title, label: '', leftBar: 0, rightBar: 0 };
  const y = { field: 'place', type: 'ordinal', axis: null, scale: { paddingInner: 0, paddingOuter: 0 } };
  const bar = (field: string, color: string) => ({
    mark: { type: 'bar', color, height: 8, cornerRadius: 2, yOffset: 11, stroke: palette.card },
    encoding: { y, x: { field, type: 'quantitative', axis: null, scale: { domain: [-1, 1], nice: false } } },
  });
  const words = (field: string, x: number | string, mark: object, color: object) => ({
    mark: { type: 'text', baseline: 'middle', dy: -8, limit: LIMIT, ...mark },
    encoding: { y, x: { value: x }, text: { field }, color },
  });
  const named = (color: string) => ({
    condition: { test: 'datum.place === 0', value: color },
    value: palette.ink,
  });
  return {
    title: t.heading,
    caption: versusSentence(versus, language),
    films: 2,
    table: {
      heads: [t.measure, sides[0].title, sides[1].title],
      rows: all.map(({ label, figures }) => [label, ...figures]),
    },
    spec: frame('', [], {
      title: undefined,
      data: { values: [names, ...rows] },
      layer: [
        bar('leftBar', palette.amber),
        bar('rightBar', palette.sky),
        words('left', 0, { align: 'left', fontWeight: 700 }, named(palette.amber)),
        words('right', 'width', { align: 'right', fontWeight: 700 }, named(palette.sky)),
        words('label', (size.width - 2 * size.margin) / 2, { align: 'center' }, { value: palette.muted }),
      ],
    }),
  };
}

/** Points of a name: half of the width. */
const LIMIT = (size.width - 2 * size.margin) / 2 - 8;
