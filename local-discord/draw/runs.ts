import stringWidth from 'string-width';

/** The style of a text: SGR codes and a link target. */
export type Look = { codes: readonly string[]; link?: string };

/** A text with one style. A line is a list of runs. */
export type Run = { text: string; look: Look };
export type Line = readonly Run[];

const RESET = '\x1b[0m';
const harmful = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

const segmenter = new Intl.Segmenter();

/** Returns the width of a text in terminal columns. */
export const widthOf = (text: string): number => stringWidth(text);

export const plainLook: Look = { codes: [] };
export const looks = {
  bold: '1',
  dim: '2',
  italic: '3',
  underline: '4',
  reverse: '7',
  strike: '9',
  green: '32',
  red: '31',
  blue: '94',
  cyan: '36',
  grey: '90',
} as const;

/** Returns a run without control and direction characters in its text. */
export function run(text: string, look: Look = plainLook): Run {
  return { text: neutralise(text), look };
}

/** Removes control and direction characters from a text. Tabs become spaces; line breaks stay. */
export function neutralise(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(harmful, (one) => (one === '\n' ? '\n' : one === '\t' ? ' ' : ''));
}

/** Returns a look with additional codes. */
export function withCodes(look: Look, ...codes: string[]): Look {
  return { ...look, codes: [...look.codes, ...codes] };
}

/** Returns the SGR code of a colour such as 0x5865f2. */
export function colourCode(colour: number): string {
  return `38;2;${(colour >> 16) & 255};${(colour >> 8) & 255};${colour & 255}`;
}

/** Returns the width of a line in columns. */
export function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + widthOf(text), 0);
}

/** Pads a line with spaces to a width. */
export function pad(line: Line, width: number): Line {
  return [...line, run(' '.repeat(Math.max(0, width - lineWidth(line))))];
}

type Page = { lines: Run[][]; room: number; width: number };

/** Breaks runs into lines of at most `width` columns, between words if possible. */
export function wrap(runs: readonly Run[], width: number): Line[] {
  const page: Page = { lines: [[]], room: width, width };
  for (const { text, look } of runs) {
    for (const piece of text.split(/(\n| +)/)) putPiece(page, piece, look);
  }
  return page.lines;
}

function putPiece(page: Page, piece: string, look: Look): void {
  if (piece === '') return;
  if (piece === '\n') startLine(page);
  else if (widthOf(piece) <= page.room) put(page, piece, look);
  else if (piece.trim() === '') startLine(page);
  else for (const part of cut(piece, page.width)) putPart(page, part, look);
}

function putPart(page: Page, part: string, look: Look): void {
  if (widthOf(part) > page.room && page.room < page.width) startLine(page);
  put(page, part, look);
}

function put(page: Page, text: string, look: Look): void {
  const line = page.lines.at(-1);
  const last = line?.at(-1);
  if (last?.look === look) last.text += text;
  else line?.push({ text, look });
  page.room -= widthOf(text);
}

function startLine(page: Page): void {
  page.lines.push([]);
  page.room = page.width;
}

/** Splits a long word into parts of at most `width` columns. */
function cut(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const parts = [''];
  for (const { segment } of segmenter.segment(word)) {
    const last = parts.at(-1) ?? '';
    if (last !== '' && widthOf(last) + widthOf(segment) > width) parts.push(segment);
    else parts[parts.length - 1] = last + segment;
  }
  return parts;
}

/** Returns a line with escape sequences, or without colour as plain text. Trailing spaces are removed. */
export function paint(line: Line, colour: boolean): string {
  if (!colour)
    return line
      .map(({ text }) => text)
      .join('')
      .trimEnd();
  return line.map(paintRun).join('').trimEnd();
}

function paintRun({ text, look: { codes, link } }: Run): string {
  const styled = codes.length > 0 ? `\x1b[${codes.join(';')}m${text}${RESET}` : text;
  return link === undefined ? styled : `\x1b]8;;${neutralise(link)}\x1b\\${styled}\x1b]8;;\x1b\\`;
}
