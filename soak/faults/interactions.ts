import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { NoAnswer, startLocalDiscord } from '#local-discord';
import { startBotProcess } from '../../bench/bot-process.ts';
import { isErrorReply } from '../../bench/replies.ts';
import { emptyOutcome, type Fault, type Outcome } from '../fault.ts';
import { judgeMemory } from '../memory.ts';
import { createUserActions } from '../user-actions.ts';

/** Enough people that the rate limit for one person is never reached. */
const PEOPLE = 2000;
/** Concurrent interactions: enough that neither the bot nor the sender is idle. */
const CONCURRENCY = 32;
/** Long, because this fault is about memory. */
const DEADLINE_MS = 20_000;

/** Many interactions with a bot process. Its memory must stay flat, and it must exit when stopped. */
export const interactions: Fault = {
  name: 'interactions',
  fullCount: 1_000_000,
  testCount: 0,
  batchSize: 1000,
  async open(context) {
    const discord = await startLocalDiscord({ deadlineMs: DEADLINE_MS });
    const people = Array.from({ length: PEOPLE }, (_, index) => discord.person({ name: `P${index}` }));
    const actions = await createUserActions(context);
    const bot = await startBotProcess({
      discord,
      parquet: context.parquet,
      store: { file: join(mkdtempSync(join(context.folder, 'state-')), 'filmoteca.db') },
    });
    const start = performance.now();
    const residentMb: number[] = [];
    let turn = 0;
    const act = async (outcome: Outcome) => {
      const [action, person] = [actions[turn % actions.length], people[turn % PEOPLE]];
      const actionTurn = Math.floor(turn++ / actions.length);
      if (action === undefined || person === undefined) return;
      try {
        const answer = await action(person, actionTurn);
        if (answer !== undefined && isErrorReply(await answer.final())) outcome.refused++;
      } catch (error) {
        outcome.lost++;
        if (!(error instanceof NoAnswer)) outcome.problems.push(String(error));
      }
    };
    return {
      async inject(times) {
        const violationsBefore = discord.violations.length;
        const outcome = { ...emptyOutcome(), injected: times, calls: times };
        let left = times;
        const actRepeatedly = async () => {
          while (left-- > 0) await act(outcome);
        };
        await Promise.all(Array.from({ length: CONCURRENCY }, actRepeatedly));
        outcome.failed = discord.violations.length - violationsBefore;
        residentMb.push(await bot.residentMb());
        return outcome;
      },
      async close() {
        const seconds = (performance.now() - start) / 1000;
        const stopProblems = await bot.stop();
        await discord.close();
        const { figure, notes, problems } = judgeMemory(residentMb);
        const rate = `${(turn / seconds).toFixed(0)} a second`;
        return {
          ...(figure !== undefined && { figure: `${figure}; ${rate}` }),
          notes: [
            ...notes,
            `interactions: ${turn} at ${rate}; handles left after the stop: ${stopProblems.length}`,
          ],
          problems: [...stopProblems, ...problems],
        };
      },
    };
  },
};
