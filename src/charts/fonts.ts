import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GlobalFonts } from 'canvas';

/**
 * The font families, in the order in which a letter is looked for: Noto Sans, from npm packages under the SIL Open Font
 * License. Each family is split into files for ranges of letters. The CJK families are variable fonts.
 */
const FAMILIES = [
  { from: '@fontsource/noto-sans', files: ['400-normal', '700-normal'] },
  { from: '@fontsource-variable/noto-sans-jp', files: ['wght-normal'] },
  { from: '@fontsource-variable/noto-sans-kr', files: ['wght-normal'] },
  { from: '@fontsource-variable/noto-sans-sc', files: ['wght-normal'] },
] as const;

/** `fontVariationSettings` of the weight of variable fonts; other fonts ignore it. */
export const variableWeight = "'wght' 400";

/** A part of a family: its files, one a weight, and their ranges of letters. */
interface Part {
  name: string;
  files: string[];
  ranges: readonly (readonly [from: number, to: number])[];
}

/** The part that every text uses. */
const BASE_PART = 'noto-sans latin';

/** Returns a function from a text to the CSS font families that it needs. It loads their files on first use. */
export function createFonts(): (text: string) => string {
  const parts = FAMILIES.flatMap(readParts);
  const loaded = new Set<string>();
  const load = ({ name, files }: Part) => {
    if (!loaded.has(name)) for (const file of files) GlobalFonts.registerFromPath(file, name);
    loaded.add(name);
  };
  return (text) => {
    const needed = new Set(parts.filter(({ name }) => name === BASE_PART));
    for (const letter of new Set(text)) {
      const part = parts.find((part) => has(part, letter.codePointAt(0) ?? 0));
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
  return [...all.filter(({ name }) => name === BASE_PART), ...all.filter(({ name }) => name !== BASE_PART)];
}

/** "U+4E00-4E0B" or "U+20AC" */
function readRange(range: string): [number, number] {
  const [from = '', to = from] = range.trim().replace('U+', '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
