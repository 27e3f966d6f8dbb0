import { EmbedBuilder } from '@discordjs/builders';
import { quotedString } from '@duckdb/node-api';
import { ComponentType } from 'discord-api-types/v10';
import type { QueryRun } from '../catalogue/record.ts';
import type { Language, Reply } from '../contract/call.ts';
import { LONGEST_ID } from '../contract/custom-id.ts';
import { count, oneDecimal } from '../text/format.ts';
import { text } from '../text/text.ts';
import { button, row } from './components.ts';
import { colours } from './embeds.ts';

/** The most UTF-16 units of SQL in an embed, whose description has 4,096; longer SQL goes into a file. */
const LONGEST_SQL = 3900;
/** Discord's limits of a message's rows, and of a row's buttons. */
const ROWS = 5;
const BUTTONS = 5;

/** The queries of an answer with their parameters, rows and milliseconds: a code block, or a file if they are long. */
export function queriesReply(runs: readonly QueryRun[], version: string, language: Language): Reply {
  const t = text[language];
  const sql = [...new Set(runs.map((run) => run.sql))]
    .map((statement) =>
      writeQuery(
        statement,
        runs.filter((run) => run.sql === statement),
        language,
      ),
    )
    .join('\n\n');
  const isLong = sql.length > LONGEST_SQL;
  const rows = runs.reduce((sum, run) => sum + (run.rows ?? 0), 0);
  const ms = Math.max(...runs.map(({ ended }) => ended)) - Math.min(...runs.map(({ began }) => began));
  const totals = t.queryTotals(count(runs.length, language), count(rows, language), oneDecimal(ms, language));
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(t.queries)
    .setDescription(`${totals}\n${isLong ? t.queriesInFile : `\`\`\`sql\n${sql}\n\`\`\``}`)
    .setFooter({ text: t.queriesFooter(version) });
  const file = { name: t.queriesFile, data: Buffer.from(`${sql}\n`), description: t.queriesAlt };
  return { embeds: [embed.toJSON()], ...(isLong && { files: [file] }), ephemeral: true };
}

/** A statement as it stands in the code, under a comment for each time it ran. */
function writeQuery(sql: string, runs: readonly QueryRun[], language: Language): string {
  const t = text[language];
  const comments = runs.map(({ params, rows, began, ended }) => {
    const values = Object.entries(params).map(([name, value]) => `$${name} = ${literal(value)}`);
    const took = t.queryRows(count(rows ?? 0, language), rows === 1, oneDecimal(ended - began, language));
    return [...values, rows === undefined ? t.queryCached : took].map((line) => `-- ${line}`).join('\n');
  });
  return `${comments.join('\n')}\n${withoutIndent(sql)};`;
}

/** On one line, and without backticks, which would end the code block. */
function literal(value: unknown): string {
  const written = typeof value === 'string' ? quotedString(value) : String(value);
  return written.replace(/[\p{Cc}`]+/gu, ' ');
}

function withoutIndent(sql: string): string {
  const lines = sql.trimEnd().split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/u));
  return lines
    .map((line) => line.slice(Math.min(...indents)))
    .join('\n')
    .trim();
}

/** The reply with a button that shows its queries, if the custom id is short enough and there is room. */
export function withQueriesButton(reply: Reply, id: string, language: Language): Reply {
  const rows = reply.components ?? [];
  const last = rows.at(-1);
  const added = button(text[language].seeQueries, id);
  const isShared =
    last !== undefined &&
    last.components.length < BUTTONS &&
    last.components.every(({ type }) => type === ComponentType.Button);
  if (id.length > LONGEST_ID || (!isShared && rows.length === ROWS)) return reply;
  return {
    ...reply,
    components: isShared
      ? [...rows.slice(0, -1), { ...last, components: [...last.components, added] }]
      : [...rows, row(added)],
  };
}
