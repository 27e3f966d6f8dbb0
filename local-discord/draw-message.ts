import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { drawRows } from './draw/components.ts';
import { drawEmbed } from './draw/embed.ts';
import { markdown, type Writing } from './draw/markdown.ts';
import { type Line, looks, paint, run, wrap } from './draw/runs.ts';

/** A message as Discord returns it, or the body of a new one. */
export type Drawable = {
  author?: { global_name: string | null };
  content?: string;
  embeds?: APIEmbed[];
  components?: readonly APIMessageTopLevelComponent[];
  /** The users whom the content mentions. */
  mentions?: readonly { id: string; username: string; global_name: string | null }[];
  attachments?: readonly { filename: string; description?: string }[];
  files?: readonly { name: string; description?: string }[];
  flags?: number;
  ephemeral?: boolean;
};

export type DrawOptions = {
  /** Columns of the terminal; values are limited to 24 to 100. */
  width: number;
  /** Whether to use escape sequences for colours, styles and links. */
  colour: boolean;
  /** Language of Discord's own labels. Default: Spanish. */
  language?: 'es' | 'en';
  /** Returns the names of the users whom the viewer's client knows. Other users are drawn as the raw mention, as on Discord. */
  nameOf?: (id: string) => string | undefined;
  /** The time of the drawing, in milliseconds. Relative timestamps are drawn relative to it; without it, as dates. */
  now?: number;
  /** Whether to number buttons and options, so that a person can type the number. */
  numbered?: boolean;
};

const text = {
  es: { private: 'Solo tú puedes ver esto', thinking: (bot: string) => `${bot} está pensando…` },
  en: { private: 'Only you can see this', thinking: (bot: string) => `${bot} is thinking…` },
};

const EPHEMERAL = 64;
const LOADING = 128;
const WIDEST = 100;
const NARROWEST = 24;

/** Draws a message for a terminal, without a final line break. Control characters in the message are removed. */
export function drawMessage(message: Drawable, options: DrawOptions): string {
  const { colour, language = 'es', numbered = false, nameOf = () => undefined } = options;
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.width));
  const writing: Writing = { language, colour, nameOf, now: options.now };
  const mentioned = (id: string) => {
    const user = message.mentions?.find((one) => one.id === id);
    return user?.global_name ?? user?.username ?? nameOf(id);
  };
  const flags = message.flags ?? 0;
  const parts: Line[][] = [
    (flags & LOADING) === 0 ? [] : [note('⋯', text[language].thinking(message.author?.global_name ?? 'Bot'))],
    message.content ? wrap(markdown(message.content, { ...writing, nameOf: mentioned }), width) : [],
    ...(message.embeds ?? []).map((embed) => drawEmbed(embed, width, writing)),
    drawFiles(message).flatMap((line) => wrap(line, width)),
    drawRows(message.components, { width, colour, numbered }),
    message.ephemeral || (flags & EPHEMERAL) !== 0 ? [note('◌', text[language].private)] : [],
  ];
  return parts
    .flat()
    .map((line) => paint(line, colour).replaceAll('\u00A0', ' '))
    .join('\n');
}

const note = (mark: string, text: string): Line => [run(`${mark} ${text}`, { codes: [looks.grey] })];

function drawFiles({ attachments = [], files = [] }: Drawable): Line[] {
  const all = [...attachments.map(({ filename, ...rest }) => ({ name: filename, ...rest })), ...files];
  return all.map(({ name, description }) => note('▣', description ? `${name}: ${description}` : name));
}
