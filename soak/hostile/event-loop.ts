import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { NoAnswer, type Person } from '#local-discord';
import type { Command } from '../../src/command/command.ts';
import { listOf, typed } from './calls.ts';

/** Milliseconds for which one option may hold the event loop. */
const MOST_MS = 500;

/** Other work of the process can block the event loop too, so an option fails only if it blocks the loop in every attempt. */
const TRIES = 3;

/** Marks of several classes, which normalisation sorts: the time for that grows with the square of their number. */
const LONG = '\u0301\u0323\u0300'.repeat(2000);

/** Types a long text into every option of text, as a command and half typed; says for how long that held the event loop. */
export async function holdLoop(
  person: Person | undefined,
  commands: readonly Command[],
): Promise<{ problems: string[]; note: string }> {
  const problems: string[] = [];
  let longest = 0;
  for (const { path, options } of commands.flatMap(listOf))
    for (const { name } of options.filter(({ type }) => type === Type.String)) {
      const call = { path, values: [{ name, value: LONG }] };
      for (const focused of [undefined, name]) {
        const ms = await leastHeld(() => forge(person, call, focused));
        longest = Math.max(longest, ms);
        if (ms > MOST_MS) problems.push(`${path.join(' ')} ${name} holds the event loop for ${ms} ms`);
      }
    }
  return { problems, note: `a text of ${LONG.length} accents held the event loop for ${longest} ms at most` };
}

type Call = { path: string[]; values: { name: string; value: unknown }[] };

/** Makes the call, as a command or, with `focused`, as it is being typed. */
async function forge(person: Person | undefined, { path, values }: Call, focused: string | undefined) {
  const { data } = typed(path, values, focused);
  const asked = focused === undefined ? 'command' : 'autocomplete';
  await person?.forge({ asked, data }).catch((error: unknown) => {
    if (!(error instanceof NoAnswer)) throw error;
  });
}

/** The least time, of some tries, for which the event loop was held while `work` ran, in whole milliseconds. */
async function leastHeld(work: () => Promise<void>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < TRIES && least > MOST_MS; time++) {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await work();
    delay.disable();
    least = Math.min(least, Math.round(delay.max / 1e6));
  }
  return least;
}
