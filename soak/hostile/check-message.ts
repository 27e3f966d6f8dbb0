import type { Judge } from '#local-discord';

/** Marks that turn the direction of a text. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/u;

/** What is wrong with a message of the bot's, whoever asked for it: it must ping nobody and turn no text around. */
export const judgeBody: Judge = (body, kind) => {
  if (kind.startsWith('command')) return [];
  const message = messageOf(body);
  if (message === undefined) return [];
  const problems = [];
  if (JSON.stringify(message.allowed_mentions) !== '{"parse":[]}') problems.push('a mention may ping');
  if (TURNS.test(JSON.stringify(message))) problems.push('a mark turns the text around');
  return problems;
};

/** The message in a body: a callback carries it in `data`, if at all. */
function messageOf(body: unknown): Record<string, unknown> | undefined {
  const outer = body as { type?: number; data?: Record<string, unknown> };
  const message = outer.type === undefined ? (body as Record<string, unknown>) : (outer.data ?? {});
  return 'content' in message || 'embeds' in message ? message : undefined;
}
