import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { NoAnswer, startLocalDiscord } from '#local-discord';
import { startBotProcess } from '../bot-process.ts';
import { saysTrouble } from '../calls.ts';
import { type Fault, nothingYet, type Outcome } from '../fault.ts';
import { judgeMemory } from '../memory.ts';
import { everyAsk } from '../user-actions.ts';

/** More people than the bot would let ask in a second. */
const PEOPLE = 2000;
/** Interactions under way at any time: enough that neither side ever waits for the other. */
const LANES = 32;
/** How long people wait for an answer: here it is memory that counts. */
const PATIENCE_MS = 20_000;
const STEP = 1000;

/** Many interactions with a bot in a process of its own: its memory stays flat, and nothing keeps it when it leaves. */
export const interactions: Fault = {
  name: 'interactions',
  full: 1_000_000,
  slice: 0,
  step: STEP,
  async open(ground) {
    const discord = await startLocalDiscord({ deadlineMs: PATIENCE_MS });
    const people = Array.from({ length: PEOPLE }, (_, index) => discord.person({ name: `P${index}` }));
    const asks = await everyAsk(ground);
    const bot = await startBotProcess(discord, {
      ...ground,
      scratch: mkdtempSync(join(ground.scratch, 'state-')),
    });
    const start = performance.now();
    const resident: number[] = [];
    let place = 0;
    const once = async (outcome: Outcome) => {
      const now = place++;
      const [ask, person] = [asks[now % asks.length], people[now % PEOPLE]];
      if (ask === undefined || person === undefined) return;
      try {
        const answer = await ask(person, Math.floor(now / asks.length));
        if (answer !== undefined && saysTrouble(await answer.final())) outcome.told++;
      } catch (error) {
        outcome.lost++;
        if (!(error instanceof NoAnswer)) outcome.problems.push(String(error));
      }
    };
    return {
      async inject(times) {
        const before = discord.violations.length;
        const outcome = { ...nothingYet(), injected: times, calls: times };
        let left = times;
        const lane = async () => {
          while (left-- > 0) await once(outcome);
        };
        await Promise.all(Array.from({ length: LANES }, lane));
        outcome.unfriendly = discord.violations.length - before;
        resident.push(await bot.residentMb());
        return outcome;
      },
      async close() {
        const passed = (performance.now() - start) / 1000;
        const left = await bot.stop();
        await discord.close();
        const { figure, notes, problems } = judgeMemory(resident);
        const rate = `${(place / passed).toFixed(0)} a second`;
        return {
          ...(figure !== undefined && { figure: `${figure}; ${rate}` }),
          notes: [...notes, `interactions: ${place} at ${rate}; handles left after the stop: ${left.length}`],
          problems: [...left, ...problems],
        };
      },
    };
  },
};
