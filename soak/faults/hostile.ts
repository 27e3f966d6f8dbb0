import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import fc from 'fast-check';
import type { Validator } from '#local-discord';
import { allCalls } from '../../commands/index.ts';
import { emptyOutcome, type Fault } from '../fault.ts';
import { attack, hostilePeople } from '../hostile/attack.ts';
import { DEADLINE_MS, hostileCalls } from '../hostile/calls.ts';
import { placeCanaries } from '../hostile/canaries.ts';
import { measureBlocking } from '../hostile/event-loop.ts';
import { openBot } from '../running-bot.ts';

const CONCURRENCY = 32;
const RECENT_MESSAGES = 200;
/** Errors of Discord about interactions that are late, answered already or gone. The bot cannot avoid them. */
const DISCORD_ERRORS = new Set([10_062, 40_060, 50_027, 10_008, 10_015]);

/** Logged outcomes that are no fault: a slow machine, and a command for operators. */
const EXPECTED_OUTCOMES = new Set(['too slow', 'not an operator']);

/** Whether a line of the bot's log is an error of the bot itself. */
function isBotError(line: string): boolean {
  const { outcome = '', error }: { outcome?: string; error?: { code?: number } } = JSON.parse(line);
  return !EXPECTED_OUTCOMES.has(outcome) && !DISCORD_ERRORS.has(error?.code ?? 0);
}

/** Hostile people forge calls of every command. Nothing may break, leak or ping, and nobody may gain rights. */
export const hostile: Fault = {
  name: 'hostile',
  fullCount: 100_000,
  testCount: 250,
  batchSize: 1000,
  async open(context) {
    const file = join(mkdtempSync(join(context.folder, 'hostile-')), 'soak.db');
    const bot = await openBot(context, {
      store: { file },
      discord: { guilds: 2, validate: checkMessage, deadlineMs: DEADLINE_MS },
    });
    const { discord, store, errors } = bot;
    const people = hostilePeople(discord);
    const victim = discord.person({ name: 'Víctima', admin: true });
    const canaries = await placeCanaries(store, discord.guilds[0], victim.id);
    const recentMessages: APIMessage[] = [];
    const unwatch = discord.watch(({ kind, message }) => {
      if (kind === 'create') recentMessages.push(message);
      if (recentMessages.length > RECENT_MESSAGES) recentMessages.shift();
    });
    for (const name of ['ayuda', 'mis_datos ver', 'ajustes borrar']) await victim.command(name);
    const calls = hostileCalls(allCalls);
    return {
      async inject(times) {
        const lastViolation = discord.violations.at(-1);
        const queue = fc.sample(calls, { numRuns: times, seed: Math.floor(context.random() * 2 ** 31) });
        const attackProblems: string[] = [];
        const attackRepeatedly = async () => {
          for (let call = queue.pop(); call; call = queue.pop())
            attackProblems.push(...(await attack(discord, people, recentMessages, call)));
        };
        await Promise.all(Array.from({ length: CONCURRENCY }, attackRepeatedly));
        const blocking = await measureBlocking(people[0], allCalls);
        const violations = discord.violations.slice(
          lastViolation === undefined ? 0 : discord.violations.lastIndexOf(lastViolation) + 1,
        );
        const botErrors = errors.splice(0).filter(isBotError);
        return {
          ...emptyOutcome(),
          injected: times,
          calls: times,
          failed: violations.length + botErrors.length,
          notes: [blocking.note],
          lost: attackProblems.filter((problem) => problem.startsWith('no answer')).length,
          problems: [
            ...attackProblems,
            ...blocking.problems,
            ...violations.map(
              ({ problems, body }) => `${problems.join('; ')}: ${JSON.stringify(body).slice(0, 300)}`,
            ),
            ...botErrors.map((line) => `logged: ${line.slice(0, 600)}`),
            ...(await canaries.changes()),
          ],
        };
      },
      async close() {
        unwatch();
        await bot.close();
        return {};
      },
    };
  },
};

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
