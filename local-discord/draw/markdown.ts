import { type Look, looks, plainLook, type Run, run, withCodes } from './runs.ts';

/** `nameOf` is whom the viewer's client knows, by id. */
export type Writing = {
  language: 'es' | 'en';
  colour: boolean;
  nameOf: (id: string) => string | undefined;
};

type Rule = { pattern: RegExp; toRuns: (match: RegExpExecArray, look: Look, writing: Writing) => Run[] };

const styled = (pattern: RegExp, ...codes: string[]): Rule => ({
  pattern,
  toRuns: ([, inner = ''], look, writing) => inline(inner, withCodes(look, ...codes), writing),
});

/** The rules of Discord's markdown within a line; the first that fits at a place wins. */
const rules: readonly Rule[] = [
  { pattern: /\\([^\p{L}\p{N}\s])/uy, toRuns: ([, char = ''], look) => [run(char, look)] },
  {
    pattern: /```(?:\w+\n)?([\s\S]+?)```/y,
    toRuns: ([, code = ''], look) => [run(code.trim(), withCodes(look, looks.cyan))],
  },
  { pattern: /`([^`]+)`/y, toRuns: ([, code = ''], look) => [run(code, withCodes(look, looks.cyan))] },
  styled(/\*\*\*([\s\S]+?)\*\*\*/y, looks.bold, looks.italic),
  styled(/\*\*([\s\S]+?)\*\*/y, looks.bold),
  styled(/__([\s\S]+?)__/y, looks.underline),
  styled(/~~([\s\S]+?)~~/y, looks.strike),
  styled(/\|\|([\s\S]+?)\|\|/y, looks.reverse, looks.dim),
  styled(/\*(?!\s)([^*]+?)\*/y, looks.italic),
  styled(/(?<![\p{L}\p{N}])_(?!\s)([^_]+?)_(?![\p{L}\p{N}])/uy, looks.italic),
  { pattern: /\[([^\]]+)\]\(<?(https?:\/\/[^\s)>]+)>?(?: "[^"]*")?\)/y, toRuns: link },
  {
    pattern: /<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y,
    toRuns: ([, seconds, style], look, writing) => [run(moment(Number(seconds), style, writing), look)],
  },
  {
    pattern: /<\/([^:>]+):\d+>/y,
    toRuns: ([, name], look) => [run(`/${name}`, withCodes(look, looks.blue))],
  },
  {
    pattern: /<@!?(\d+)>/y,
    toRuns: ([raw, id = ''], look, { nameOf }) => {
      const name = nameOf(id);
      return [name === undefined ? run(raw, look) : run(`@${name}`, withCodes(look, looks.blue))];
    },
  },
  {
    pattern: /<(@&|#)(\d+)>/y,
    toRuns: ([, sign = '', id], look) => [run(`${sign[0]}${id}`, withCodes(look, looks.blue))],
  },
  { pattern: /<a?(:\w+:)\d+>/y, toRuns: ([, name = ''], look) => [run(name, look)] },
  {
    pattern: /<(https?:\/\/[^\s>]+)>/y,
    toRuns: ([, url = ''], look, { colour }) => linked(url, url, look, colour),
  },
];

/** Returns a text in Discord's markdown as runs: headings, quotes and lists, then what is within a line. */
export function markdown(text: string, writing: Writing, look: Look = plainLook): Run[] {
  const lines = protectCode(text).map((line) => block(line, writing, look));
  return lines.flatMap((runs, index) => (index === 0 ? runs : [run('\n'), ...runs]));
}

/** Splits into lines, but keeps a block of code in one piece; the line breaks around it are its own. */
function protectCode(text: string): string[] {
  const parts = text.split(/\n?(```[\s\S]+?```)\n?/);
  return parts.flatMap((part, index) => {
    if (index % 2 === 1) return [part];
    return part === '' && parts.length > 1 ? [] : part.split('\n');
  });
}

function block(line: string, writing: Writing, look: Look): Run[] {
  const heading = /^#{1,3} (.+)$/.exec(line)?.[1];
  if (heading !== undefined) return inline(heading, withCodes(look, looks.bold, looks.underline), writing);
  const small = /^-# (.+)$/.exec(line)?.[1];
  if (small !== undefined) return inline(small, withCodes(look, looks.grey), writing);
  const quote = /^> (.*)$/.exec(line)?.[1];
  if (quote !== undefined) return [run('▎ ', withCodes(look, looks.grey)), ...inline(quote, look, writing)];
  const [, indent, item] = /^( *)[-*] (.+)$/.exec(line) ?? [];
  if (item !== undefined) return [run(`${indent}• `, look), ...inline(item, look, writing)];
  return inline(line, look, writing);
}

/** Returns the runs of a text within a line. */
export function inline(text: string, look: Look, writing: Writing): Run[] {
  const runs: Run[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const found = ruleAt(text, at);
    if (!found) {
      plain += text[at++];
      continue;
    }
    runs.push(run(plain, look), ...found.rule.toRuns(found.match, look, writing));
    plain = '';
    at += found.match[0].length;
  }
  return [...runs, run(plain, look)].filter((one) => one.text !== '');
}

const starters = new Set('\\`*_~|[<');

function ruleAt(text: string, at: number): { rule: Rule; match: RegExpExecArray } | undefined {
  if (!starters.has(text[at] ?? '')) return undefined;
  for (const rule of rules) {
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(text);
    if (match) return { rule, match };
  }
  return undefined;
}

function link([, label = '', url = '']: RegExpExecArray, look: Look, writing: Writing): Run[] {
  return inline(label, look, writing).flatMap((one, index, all) =>
    index < all.length - 1
      ? [{ ...one, look: asLink(one.look, url) }]
      : linked(one.text, url, one.look, writing.colour),
  );
}

const asLink = (look: Look, url: string): Look => ({ ...withCodes(look, looks.underline), link: url });

/** With colours a link is underlined and leads there; as plain text its address follows. */
export function linked(label: string, url: string, look: Look, colour: boolean): Run[] {
  if (colour) return [run(label, asLink(look, url))];
  return label === url ? [run(url, look)] : [run(`${label} (${url})`, look)];
}

const styles: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  R: { dateStyle: 'long', timeStyle: 'short' },
};

/** Returns a `<t:…>` as a date in UTC. A drawing knows no "now", so R ("in 5 minutes") is written as a date. */
function moment(seconds: number, style = 'f', { language }: Writing): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return '';
  return new Intl.DateTimeFormat(language, { ...styles[style], timeZone: 'UTC' }).format(date);
}
