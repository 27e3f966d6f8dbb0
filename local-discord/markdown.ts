import { parse } from 'discord-markdown-parser';

/** A node of a parsed text. */
export type MarkdownNode = { type: string; content?: MarkdownNode[] | string } & Record<string, unknown>;

/** Parses Discord's Markdown. The parser does not know lists, so items of lists become lines with a bullet. */
export function parseMarkdown(text: string): MarkdownNode[] {
  const bulleted = text
    .split(/(```[\s\S]*?```)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/^( *)[-*] (?=\S)/gm, '$1• ')));
  return parse(bulleted.join(''), 'extended') as unknown as MarkdownNode[];
}

/** Returns whether a link leads to the web. Discord does not link other targets. */
export const isWebAddress = (target: string): boolean => /^https?:\/\//.test(target);

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** Formats a timestamp in seconds as the format R, relative to `now` in milliseconds: "in 5 minutes". */
export function relativeTime(seconds: number, now: number, language: 'es' | 'en'): string {
  const distance = Math.round(seconds - now / 1000);
  const [unit, size] = units.find(([, length]) => Math.abs(distance) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.round(distance / size), unit);
}

/** The formats of a timestamp `<t:…:X>`. The relative format R is missing. */
export const timestampFormats: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};
