import {
  isWebAddress,
  type MarkdownNode,
  parseMarkdown,
  relativeTime,
  timestampFormats,
} from '../markdown.ts';
import { type Look, looks, plainLook, type Run, run, withCodes } from './runs.ts';

export type Writing = {
  language: 'es' | 'en';
  colour: boolean;
  /** Returns the names of the users whom the viewer's client knows. */
  nameOf: (id: string) => string | undefined;
  /** The time of the drawing, in milliseconds. */
  now?: number | undefined;
};

type ToRuns = (node: MarkdownNode, look: Look, writing: Writing) => Run[];

const styled =
  (...codes: string[]): ToRuns =>
  (node, look, writing) =>
    inner(node, withCodes(look, ...codes), writing);

/** Headings and small text end their line. */
const styledLine =
  (...codes: string[]): ToRuns =>
  (node, look, writing) => [...inner(node, withCodes(look, ...codes), writing), run('\n')];

const label =
  (textOf: (node: MarkdownNode) => string): ToRuns =>
  (node, look) => [run(textOf(node), withCodes(look, looks.blue))];

const code: ToRuns = ({ content }, look) => [run(String(content), withCodes(look, looks.cyan))];

const link: ToRuns = (node, look, writing) => {
  const runs = inner(node, look, writing);
  const target = String(node.target);
  const last = runs.at(-1);
  if (!isWebAddress(target) || !last) return runs;
  return [
    ...runs.slice(0, -1).map((one) => ({ ...one, look: asLink(one.look, target) })),
    ...linked(last.text, target, last.look, writing.colour),
  ];
};

const user: ToRuns = ({ id }, look, { nameOf }) => {
  const name = nameOf(String(id));
  return [name === undefined ? run(`<@${id}>`, look) : run(`@${name}`, withCodes(look, looks.blue))];
};

const quote: ToRuns = (node, look, writing) => {
  const bar = run('▎ ', withCodes(look, looks.grey));
  const runs = inner(node, look, writing);
  return [
    bar,
    ...runs.flatMap((one, index) => (one.text === '\n' && index < runs.length - 1 ? [one, bar] : [one])),
  ];
};

const toRuns: Record<string, ToRuns> = {
  strong: styled(looks.bold),
  em: styled(looks.italic),
  underline: styled(looks.underline),
  u: styled(looks.underline),
  strikethrough: styled(looks.strike),
  spoiler: styled(looks.reverse, looks.dim),
  heading: styledLine(looks.bold, looks.underline),
  subtext: styledLine(looks.grey),
  blockQuote: quote,
  inlineCode: code,
  codeBlock: code,
  br: () => [run('\n')],
  newline: () => [run('\n')],
  link,
  url: link,
  autolink: link,
  user,
  role: label(({ id }) => `@${id}`),
  channel: label(({ id }) => `#${id}`),
  slashCommand: label(({ fullName }) => `/${fullName}`),
  everyone: label(() => '@everyone'),
  here: label(() => '@here'),
  emoji: ({ name }, look) => [run(`:${name}:`, look)],
  twemoji: ({ name }, look) => [run(String(name), look)],
  timestamp: ({ timestamp, format }, look, writing) => [
    run(formatTime(Number(timestamp), String(format ?? 'f'), writing), look),
  ],
};

/** Converts a text in Discord's Markdown to runs. */
export function markdown(text: string, writing: Writing, look: Look = plainLook): Run[] {
  const runs = parseMarkdown(text).flatMap((node) => draw(node, look, writing));
  return joined(runs.at(-1)?.text === '\n' ? runs.slice(0, -1) : runs);
}

/** Joins neighbours with the same look. The parser splits texts anywhere, even within a character of several code points. */
function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const one of runs) {
    const last = all.at(-1);
    if (last?.look === one.look) last.text += one.text;
    else all.push({ ...one });
  }
  return all;
}

const draw: ToRuns = (node, look, writing) => (toRuns[node.type] ?? inner)(node, look, writing);

const inner: ToRuns = ({ content }, look, writing) =>
  typeof content === 'string'
    ? [run(content, look)]
    : (content ?? []).flatMap((node) => draw(node, look, writing));

const asLink = (look: Look, url: string): Look => ({ ...withCodes(look, looks.underline), link: url });

/** Returns a link: underlined and clickable with colours, else with its address in brackets. */
export function linked(label: string, url: string, look: Look, colour: boolean): Run[] {
  if (colour) return [run(label, asLink(look, url))];
  return label === url ? [run(url, look)] : [run(`${label} (${url})`, look)];
}

/** Formats a timestamp in UTC. Without the time of the drawing, which is not updated, the relative format R is a date. */
function formatTime(seconds: number, format: string, { language, now }: Writing): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return '';
  if (format === 'R' && now !== undefined) return relativeTime(seconds, now, language);
  const style = timestampFormats[format] ?? timestampFormats.f;
  return new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' }).format(date);
}
