import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { linked, markdown, type Writing } from './markdown.ts';
import { colourCode, type Line, type Look, looks, pad, type Run, run, wrap } from './runs.ts';

const GAP = 2;
const MOST_COLUMNS = 3;
const LEAST_COLUMN = 16;
const NO_COLOUR = 0x4e5058;

const bold: Look = { codes: [looks.bold] };
const dim: Look = { codes: [looks.grey] };

/** Draws an embed: a coloured bar on the left and its parts below each other, with inline fields side by side. */
export function drawEmbed(embed: APIEmbed, width: number, writing: Writing): Line[] {
  const inner = width - 2;
  const bar: Look = { codes: [colourCode(embed.color ?? NO_COLOUR)] };
  const parts = [
    head(embed, inner, writing),
    text(embed.description, inner, writing),
    ...fieldRows(embed.fields ?? [], inner).map((row) => drawFields(row, inner, writing)),
    pictures(embed, inner, writing),
    foot(embed, inner, writing),
  ].filter((lines) => lines.length > 0);
  const lines = parts.flatMap((part, index) => (index === 0 ? part : [[], ...part]));
  const rule = (corner: string) => [run(`${corner}${'─'.repeat(width - 1)}`, bar)];
  return [rule('╭'), ...lines.map((line) => [run('┃ ', bar), ...line]), rule('╰')];
}

function head({ author, title, url }: APIEmbed, width: number, writing: Writing): Line[] {
  const { colour } = writing;
  const by = author
    ? [author.url ? linked(author.name, author.url, dim, colour) : [run(author.name, dim)]]
    : [];
  const named = title ? [titleRuns(title, url, writing)] : [];
  return [...by, ...named].flatMap((runs) => wrap(runs, width));
}

function titleRuns(title: string, url: string | undefined, writing: Writing): Run[] {
  const runs = markdown(title, writing, bold);
  if (url === undefined) return runs;
  if (!writing.colour) return [...runs, run(`\n${url}`)];
  return runs.map((one) => ({ ...one, look: { ...one.look, link: url } }));
}

function text(words: string | undefined, width: number, writing: Writing): Line[] {
  return words ? wrap(markdown(words, writing), width) : [];
}

/** Groups fields into rows: up to three inline fields, fewer in a narrow terminal; every other field alone. */
function fieldRows(fields: readonly APIEmbedField[], width: number): APIEmbedField[][] {
  const columns = Math.max(1, Math.min(MOST_COLUMNS, Math.floor((width + GAP) / (LEAST_COLUMN + GAP))));
  const rows: APIEmbedField[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    const joins = field.inline && last?.[0]?.inline && last.length < columns;
    if (joins) last.push(field);
    else rows.push([field]);
  }
  return rows;
}

function drawFields(row: readonly APIEmbedField[], width: number, writing: Writing): Line[] {
  const column = Math.floor((width - GAP * (row.length - 1)) / row.length);
  const cells = row.map(({ name, value }) => [
    ...wrap(markdown(name, writing, bold), column),
    ...wrap(markdown(value, writing), column),
  ]);
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, index) =>
    cells.flatMap((cell, place) => {
      const line = cell[index] ?? [];
      return place === cells.length - 1 ? line : pad(line, column + GAP);
    }),
  );
}

function pictures({ image, thumbnail }: APIEmbed, width: number, { colour }: Writing): Line[] {
  return [thumbnail, image].flatMap((picture) => {
    if (!picture) return [];
    const about = 'description' in picture ? `${picture.description}\n` : '';
    return wrap([run(`▣ ${about}`, dim), ...linked(picture.url, picture.url, dim, colour)], width);
  });
}

function foot({ footer, timestamp }: APIEmbed, width: number, { language }: Writing): Line[] {
  const date = timestamp ? new Date(timestamp) : undefined;
  const written =
    date && !Number.isNaN(date.getTime())
      ? new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date)
      : undefined;
  const words = [footer?.text, written].filter(Boolean).join(' · ');
  return words === '' ? [] : wrap([run(words, dim)], width);
}
