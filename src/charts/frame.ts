import type { TopLevelSpec } from 'vega-lite';
import { config, size } from './theme.ts';

/** What a chart adds to the frame. */
type Body = Record<string, unknown>;

/** A Vega-Lite chart in the house's frame: its title, what it is narrowed down to, its size and look. */
export function frame(title: string, subtitle: readonly string[], body: Body): TopLevelSpec {
  const spec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: size.width - 2 * size.margin,
    height: size.height - 2 * size.margin,
    autosize: { type: 'fit', contains: 'padding' },
    padding: { bottom: 4 },
    title: { text: title, subtitle: joined(subtitle) },
    config: { ...config, customFormatTypes: true },
    ...body,
  };
  return spec as unknown as TopLevelSpec;
}

/** The parts of a subtitle that are there, in one line. */
export const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');
