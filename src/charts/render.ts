import { createCanvas } from 'canvas';
import { expressionFunction, parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { axisFormats } from './axis-formats.ts';
import { createFonts, variableWeight } from './fonts.ts';
import { placeWords } from './place-words.ts';
import { palette, size } from './theme.ts';
import { cloudOf } from './word-cloud.ts';

/** Radius of the card's corners, in points. */
const CORNER = 14;

/** Renders specs. Rendering is synchronous and slow, so it runs in a worker thread. */
export function createRenderer() {
  const fontsOf = createFonts();
  for (const [name, format] of Object.entries(axisFormats)) expressionFunction(name, format);

  /** The laid out view of a spec. */
  async function open(spec: TopLevelSpec): Promise<View> {
    const font = fontsOf(JSON.stringify(spec));
    const positioned = withPositions(spec, font);
    const { spec: drawn } = compile({ ...positioned, config: { ...positioned.config, font } });
    const view = new View(parse(drawn), { renderer: 'none', logger: throwing });
    return view.runAsync();
  }

  return {
    open,
    /** A PNG of `size` at its scale: the chart on a card with round, transparent corners. */
    async png(spec: TopLevelSpec): Promise<Buffer> {
      const view = await open(spec);
      const { width, height, margin, scale } = size;
      const canvas = createCanvas(width * scale, height * scale);
      const context = canvas.getContext('2d');
      context.fillStyle = palette.card;
      context.beginPath();
      context.roundRect(0, 0, canvas.width, canvas.height, CORNER * scale);
      context.fill();
      context.translate(margin * scale, margin * scale);
      context.fontVariationSettings = variableWeight;
      await view.toCanvas(scale, { externalContext: context });
      view.finalize();
      return canvas.toBuffer('image/png');
    },
    /** An SVG without the card. */
    async svg(spec: TopLevelSpec): Promise<string> {
      const view = await open(spec);
      const svg = await view.toSVG();
      view.finalize();
      return svg;
    },
  };
}

/** Adds the positions of the words to the spec of a word cloud; other specs are unchanged. */
function withPositions(spec: TopLevelSpec, font: string): TopLevelSpec {
  const cloud = cloudOf(spec);
  if (cloud === undefined) return spec;
  return { ...spec, data: { values: placeWords(cloud.words, cloud.area, font) } } as TopLevelSpec;
}

/** Throws Vega's errors, which it would only log while it draws an incomplete chart. */
const throwing = {
  level: () => 0,
  error(...problem: readonly unknown[]) {
    throw problem[0] instanceof Error ? problem[0] : new Error(problem.join(' '));
  },
  warn: () => throwing,
  info: () => throwing,
  debug: () => throwing,
};
