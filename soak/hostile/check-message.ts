import type { Validator } from '#local-discord';

/** Characters that reverse the direction of text. */
const DIRECTION_MARKS = /[\u202A-\u202E\u2066-\u2069]/u;

/** The problems of a message of the bot: it must not ping anybody nor reverse the direction of text. */
export const checkMessage: Validator = (body, kind) => {
  if (kind.startsWith('command')) return [];
  const message = messageOf(body);
  if (message === undefined) return [];
  const problems = [];
  if (JSON.stringify(message.allowed_mentions) !== '{"parse":[]}') problems.push('a mention may ping');
  if (DIRECTION_MARKS.test(JSON.stringify(message))) problems.push('a character reverses the text');
  return problems;
};

/** The message in a request body. A callback carries it in `data`. */
function messageOf(body: unknown): Record<string, unknown> | undefined {
  const outer = body as { type?: number; data?: Record<string, unknown> };
  const message = outer.type === undefined ? (body as Record<string, unknown>) : (outer.data ?? {});
  return 'content' in message || 'embeds' in message ? message : undefined;
}
