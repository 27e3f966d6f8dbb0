import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import fc from 'fast-check';
import { allCalls } from '../../commands/index.ts';
import { type Fault, nothingYet } from '../fault.ts';
import { attack, hostilePeople } from '../hostile/attack.ts';
import { hostileCalls, PATIENCE_MS } from '../hostile/calls.ts';
import { putCanaries } from '../hostile/canaries.ts';
import { judgeBody } from '../hostile/check-message.ts';
import { holdLoop } from '../hostile/event-loop.ts';
import { openStage } from '../running-bot.ts';

const LANES = 32;
const KEPT_MESSAGES = 200;
/** What Discord says of an interaction that is late, answered or gone: no fault of the bot's. */
const DISCORD_SAYS = new Set([10_062, 40_060, 50_027, 10_008, 10_015]);

/** Outcomes that are no fault: the machine was slow, or somebody reached for what is the operators'. */
const MEANT = new Set(['too slow', 'not an operator']);

/** An error in the bot's log that is a fault of its own. */
function isFault(line: string): boolean {
  const { outcome = '', error } = JSON.parse(line) as { outcome?: string; error?: { code?: number } };
  return !MEANT.has(outcome) && !DISCORD_SAYS.has(error?.code ?? 0);
}

/** Hostile people make any call of any command: nothing breaks, nothing is gained, nobody is pinged. */
export const hostile: Fault = {
  name: 'hostile',
  full: 100_000,
  slice: 250,
  step: 1000,
  async open(ground) {
    const file = join(mkdtempSync(join(ground.scratch, 'hostile-')), 'soak.db');
    const stage = await openStage(ground, {
      store: { file },
      discord: { guilds: 2, validate: judgeBody, deadlineMs: PATIENCE_MS },
    });
    const { discord, store, errors } = stage;
    const people = hostilePeople(discord);
    const victim = discord.person({ name: 'Víctima', admin: true });
    const canaries = await putCanaries(store, discord.guilds[0], victim.id);
    const seen: APIMessage[] = [];
    const unwatch = discord.watch(({ kind, message }) => {
      if (kind === 'create') seen.push(message);
      if (seen.length > KEPT_MESSAGES) seen.shift();
    });
    for (const name of ['ayuda', 'mis_datos ver', 'ajustes borrar']) await victim.command(name);
    const calls = hostileCalls(allCalls);
    return {
      async inject(times) {
        const last = discord.violations.at(-1);
        const queue = fc.sample(calls, { numRuns: times, seed: Math.floor(ground.random() * 2 ** 31) });
        const found: string[] = [];
        const lane = async () => {
          for (let call = queue.pop(); call; call = queue.pop())
            found.push(...(await attack(discord, people, seen, call)));
        };
        await Promise.all(Array.from({ length: LANES }, lane));
        const held = await holdLoop(people[0], allCalls);
        const refused = discord.violations.slice(
          last === undefined ? 0 : discord.violations.lastIndexOf(last) + 1,
        );
        const faults = errors.splice(0).filter(isFault);
        return {
          ...nothingYet(),
          injected: times,
          calls: times,
          unfriendly: refused.length + faults.length,
          notes: [held.note],
          lost: found.filter((problem) => problem.startsWith('no answer')).length,
          problems: [
            ...found,
            ...held.problems,
            ...refused.map(
              ({ problems, body }) => `${problems.join('; ')}: ${JSON.stringify(body).slice(0, 300)}`,
            ),
            ...faults.map((line) => `logged: ${line.slice(0, 600)}`),
            ...(await canaries.changed()),
          ],
        };
      },
      async close() {
        unwatch();
        await stage.close();
        return {};
      },
    };
  },
};
