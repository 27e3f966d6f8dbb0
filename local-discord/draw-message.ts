import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { drawRows } from './draw/components.ts';
import { drawEmbed } from './draw/embed.ts';
import { markdown, type Writing } from './draw/markdown.ts';
import { type Line, looks, paint, run, wrap } from './draw/runs.ts';

/** A message as Discord stores it, or one that is about to be sent. */
export type Drawable = {
  content?: string;
  embeds?: APIEmbed[];
  components?: readonly APIMessageTopLevelComponent[];
  /** The people whom the content mentions: every client knows them there. */
  mentions?: readonly { id: string; username: string; global_name: string | null }[];
  attachments?: readonly { filename: string; description?: string }[];
  files?: readonly { name: string; description?: string }[];
  flags?: number;
  ephemeral?: boolean;
};

export type DrawOptions = {
  /** Columns of the terminal. Wider than 100 is not used, less than 24 neither. */
  width: number;
  /** Colours, styles and links by escape sequences; else plain text. */
  colour: boolean;
  /** Language of the few words that are Discord's own. */
  language?: 'es' | 'en';
  /** Whom the viewer's client knows, by id; nobody by default. Others are shown as their mention, as Discord shows them. */
  nameOf?: (id: string) => string | undefined;
  /** Whether to write the number before each button and option, so that a person can type it. */
  numbered?: boolean;
};

const words = {
  es: { private: 'Solo tú puedes ver esto', thinking: 'Filmoteca está pensando…' },
  en: { private: 'Only you can see this', thinking: 'Filmoteca is thinking…' },
};

const EPHEMERAL = 64;
const LOADING = 128;
const WIDEST = 100;
const NARROWEST = 24;

/** Returns a message drawn for a terminal, without a line break at the end. Nothing in it can steer the terminal. */
export function drawMessage(message: Drawable, options: DrawOptions): string {
  const { colour, language = 'es', numbered = false, nameOf = () => undefined } = options;
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.width));
  const writing: Writing = { language, colour, nameOf };
  const mentioned = (id: string) => {
    const user = message.mentions?.find((one) => one.id === id);
    return user?.global_name ?? user?.username ?? nameOf(id);
  };
  const flags = message.flags ?? 0;
  const parts: Line[][] = [
    (flags & LOADING) === 0 ? [] : [note('⋯', words[language].thinking)],
    message.content ? wrap(markdown(message.content, { ...writing, nameOf: mentioned }), width) : [],
    ...(message.embeds ?? []).map((embed) => drawEmbed(embed, width, writing)),
    drawFiles(message).flatMap((line) => wrap(line, width)),
    drawRows(message.components, { width, colour, numbered }),
    message.ephemeral || (flags & EPHEMERAL) !== 0 ? [note('◌', words[language].private)] : [],
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
