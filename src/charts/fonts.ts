import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GlobalFonts } from 'canvas';

/**
 * The fonts that are drawn with, the first that has a letter first: Noto Sans, from npm packages under the SIL Open Font
 * License. Each is cut into files of a few letters. The CJK ones are variable: whoever draws sets their weight.
 */
const FAMILIES = [
  { from: '@fontsource/noto-sans', files: ['400-normal', '700-normal'] },
  { from: '@fontsource-variable/noto-sans-jp', files: ['wght-normal'] },
  { from: '@fontsource-variable/noto-sans-kr', files: ['wght-normal'] },
  { from: '@fontsource-variable/noto-sans-sc', files: ['wght-normal'] },
] as const;

/** What a font's weight is set with where the font is variable; the others do not heed it. */
export const variableWeight = "'wght' 400";

/** A part of a family: the files of its weights, and the letters they have. */
interface Part {
  name: string;
  files: string[];
  ranges: readonly (readonly [from: number, to: number])[];
}

/** The part that every text is drawn with. */
const FIRST = 'noto-sans latin';

/** Gives the list of font families, as in CSS, that a text needs; loads their files the first time they are needed. */
export function createFonts(): (text: string) => string {
  const parts = FAMILIES.flatMap(readParts);
  const loaded = new Set<string>();
  const load = ({ name, files }: Part) => {
    if (!loaded.has(name)) for (const file of files) GlobalFonts.registerFromPath(file, name);
    loaded.add(name);
  };
  return (text) => {
    const needed = new Set(parts.filter(({ name }) => name === FIRST));
    for (const letter of new Set(text)) {
      const part = parts.find((one) => has(one, letter.codePointAt(0) ?? 0));
      if (part !== undefined) needed.add(part);
    }
    for (const part of needed) load(part);
    return [...needed].map(({ name }) => `"${name}"`).join(', ');
  };
}

const has = ({ ranges }: Part, letter: number) => ranges.some(([from, to]) => letter >= from && letter <= to);

const require = createRequire(import.meta.url);

function readParts({ from, files }: (typeof FAMILIES)[number]): Part[] {
  const list = require.resolve(`${from}/unicode.json`);
  const family = from.slice(from.indexOf('/') + 1);
  const parts: Record<string, string> = JSON.parse(readFileSync(list, 'utf8'));
  const all = Object.entries(parts).map(([key, ranges]) => {
    const part = key.replace(/[[\]]/gu, '');
    return {
      name: `${family} ${part}`,
      files: files.map((weight) => join(dirname(list), 'files', `${family}-${part}-${weight}.woff2`)),
      ranges: ranges.split(',').map(readRange),
    };
  });
  return [...all.filter(({ name }) => name === FIRST), ...all.filter(({ name }) => name !== FIRST)];
}

/** "U+4E00-4E0B" or "U+20AC" */
function readRange(range: string): [number, number] {
  const [from = '', to = from] = range.trim().replace('U+', '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
