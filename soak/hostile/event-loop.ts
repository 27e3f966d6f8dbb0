import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { NoAnswer, type Person } from '#local-discord';
import type { Command } from '../../src/command/command.ts';
import { commandCall, commandPaths } from './calls.ts';

/** How long one option may block the event loop, in milliseconds. */
const LIMIT_MS = 500;

/** Other work of the process blocks the event loop too, so an option fails only if every attempt is over the limit. */
const TRIES = 3;

/** Combining marks of several classes. Normalisation sorts them in time that grows with the square of their number. */
const LONG_TEXT = '\u0301\u0323\u0300'.repeat(2000);

/** Sends a long text to every string option, as a command and as autocomplete, and measures how long the event loop is blocked. */
export async function measureBlocking(
  person: Person | undefined,
  commands: readonly Command[],
): Promise<{ problems: string[]; note: string }> {
  const problems: string[] = [];
  let longest = 0;
  const textOptions = commands
    .flatMap(commandPaths)
    .flatMap(({ path, options }) =>
      options.filter(({ type }) => type === Type.String).map(({ name }) => ({ path, name })),
    );
  for (const { path, name } of textOptions)
    for (const asked of ['command', 'autocomplete'] as const) {
      const { data } = commandCall(
        path,
        [{ name, value: LONG_TEXT }],
        asked === 'autocomplete' ? name : undefined,
      );
      const ms = await shortestBlocking(() => send(person, asked, data));
      longest = Math.max(longest, ms);
      if (ms > LIMIT_MS) problems.push(`${path.join(' ')} ${name} blocks the event loop for ${ms} ms`);
    }
  return {
    problems,
    note: `a text of ${LONG_TEXT.length} accents blocked the event loop for at most ${longest} ms`,
  };
}

/** Sends a call. A call without an answer is no error here. */
async function send(
  person: Person | undefined,
  kind: 'command' | 'autocomplete',
  data: object,
): Promise<void> {
  await person?.forge({ kind, data }).catch((error: unknown) => {
    if (!(error instanceof NoAnswer)) throw error;
  });
}

/** The shortest time of several tries for which the event loop was blocked while `work` ran, in whole milliseconds. */
async function shortestBlocking(work: () => Promise<void>): Promise<number> {
  let shortest = Number.POSITIVE_INFINITY;
  for (let time = 0; time < TRIES && shortest > LIMIT_MS; time++) {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await work();
    delay.disable();
    shortest = Math.min(shortest, Math.round(delay.max / 1e6));
  }
  return shortest;
}
