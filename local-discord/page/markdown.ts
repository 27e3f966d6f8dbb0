import { parse } from 'discord-markdown-parser';
import type { Language } from '../people/mistake-text.ts';
import { element } from './element.ts';

/** A node of the parser's tree. */
type Part = { type: string; content?: Part[] | string } & Record<string, unknown>;

/** What is needed to write a text out: the reader's language, and who or what an id names to the reader's client. */
export type Writing = { language: Language; nameOf: (id: string) => string | undefined };

type Draw = (part: Part, writing: Writing) => Node;

const wrapped =
  (tag: string, props: Record<string, string | boolean> = {}): Draw =>
  (part, writing) =>
    element(tag, props, ...inner(part, writing));

const mention =
  (sign: string): Draw =>
  ({ id }, { nameOf }) =>
    element('span', { class: 'mention' }, `${sign}${nameOf(String(id)) ?? String(id)}`);

/** Somebody whom the reader's client does not know is shown as the mention itself. */
const user: Draw = (part, writing) =>
  writing.nameOf(String(part.id)) === undefined
    ? new Text(`<@${String(part.id)}>`)
    : mention('@')(part, writing);

const link: Draw = (part, writing) => {
  const target = String(part.target);
  const isWeb = /^https?:\/\//.test(target);
  return isWeb
    ? element('a', { href: target, target: '_blank', rel: 'noopener noreferrer' }, ...inner(part, writing))
    : element('span', {}, ...inner(part, writing));
};

const draws: Record<string, Draw> = {
  text: (part) => new Text(String(part.content)),
  strong: wrapped('strong'),
  em: wrapped('em'),
  underline: wrapped('u'),
  u: wrapped('u'),
  strikethrough: wrapped('s'),
  spoiler: wrapped('discord-spoiler', { tabindex: '0' }),
  blockQuote: wrapped('discord-quote'),
  subtext: wrapped('small', { class: 'subtext' }),
  inlineCode: (part) => element('discord-code', {}, String(part.content)),
  codeBlock: (part) => element('discord-code', { multiline: true }, String(part.content)),
  heading: (part, writing) =>
    element('discord-header', { level: String(part.level) }, ...inner(part, writing)),
  br: () => element('br'),
  newline: () => element('br'),
  link,
  url: link,
  autolink: link,
  user,
  role: mention('@'),
  channel: mention('#'),
  slashCommand: (part) => element('span', { class: 'mention' }, `/${String(part.fullName)}`),
  emoji: (part) => new Text(`:${String(part.name)}:`),
  twemoji: (part) => new Text(String(part.name)),
  everyone: () => element('span', { class: 'mention' }, '@everyone'),
  here: () => element('span', { class: 'mention' }, '@here'),
  timestamp: ({ timestamp, format }, { language }) =>
    element(
      'discord-time',
      { 'data-until': format === 'R' ? String(timestamp) : undefined },
      moment(Number(timestamp), String(format ?? 'f'), language),
    ),
};

/** Returns a text in Discord's markdown as nodes. Only links to the web lead anywhere. */
export function markdown(text: string, writing: Writing): Node[] {
  const bulleted = text.replaceAll(/^( *)[-*] (?=\S)/gm, '$1• ');
  const tree = parse(bulleted, 'extended') as unknown as Part[];
  return tree.map((part) => draw(part, writing));
}

const draw = (part: Part, writing: Writing): Node => (draws[part.type] ?? wrapped('span'))(part, writing);

const inner = ({ content }: Part, writing: Writing): Node[] =>
  typeof content === 'string' ? [new Text(content)] : (content ?? []).map((part) => draw(part, writing));

const formats: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** Brings every "in 5 minutes" on the page up to date. */
export function refreshMoments(language: Language): void {
  for (const time of document.querySelectorAll<HTMLElement>('discord-time[data-until]'))
    time.textContent = moment(Number(time.dataset.until), 'R', language);
}

/** Writes a moment as Discord does: R is "in 5 minutes". */
function moment(seconds: number, format: string, language: Language): string {
  if (format !== 'R')
    return new Intl.DateTimeFormat(language, formats[format] ?? formats.f).format(seconds * 1000);
  const far = Math.round(seconds - Date.now() / 1000);
  const [unit, size] = units.find(([, length]) => Math.abs(far) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.round(far / size), unit);
}
