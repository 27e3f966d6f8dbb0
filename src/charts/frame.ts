import type { TopLevelSpec } from 'vega-lite';
import { config, size } from './theme.ts';

/** The properties that a chart adds to the frame. */
type Body = Record<string, unknown>;

/** A Vega-Lite spec with the size, theme, title and subtitle of all charts. Each part of the subtitle has a line; empty ones are left out. */
export function frame(title: string, subtitle: readonly string[], body: Body): TopLevelSpec {
  const lines = subtitle.filter((part) => part !== '');
  const spec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: size.width - 2 * size.margin,
    height: size.height - 2 * size.margin,
    autosize: { type: 'fit', contains: 'padding' },
    padding: { bottom: 4 },
    title: { text: title, ...(lines.length > 0 && { subtitle: lines }) },
    config: { ...config, customFormatTypes: true },
    ...body,
  };
  return spec as unknown as TopLevelSpec;
}

/** 10 to the power of `exponent`, with 12 digits: the last digits of fractional powers differ between versions of V8. */
export const powerOfTen = (exponent: number): number => Number((10 ** exponent).toPrecision(12));
