import { type Answer, type LocalDiscord, NoAnswer } from '#local-discord';
import { isErrorReply } from '../bench/replies.ts';
import { emptyOutcome, type Outcome } from './fault.ts';

/** How long a recovery may take. */
const RECOVERY_LIMIT_MS = 60_000;

/** Counts how many of the calls are refused, failed or lost. */
export async function outcomeOf(discord: LocalDiscord, calls: readonly Promise<Answer>[]): Promise<Outcome> {
  const before = discord.violations.length;
  const outcome = { ...emptyOutcome(), calls: calls.length };
  for (const call of await Promise.allSettled(calls.map(async (answer) => (await answer).final()))) {
    if (call.status === 'fulfilled') {
      if (isErrorReply(call.value)) outcome.refused++;
    } else {
      if (!(call.reason instanceof NoAnswer)) outcome.problems.push(String(call.reason));
      outcome.lost++;
    }
  }
  outcome.failed = discord.violations.length - before;
  return outcome;
}

/** Repeats a call until its answer is no error. Throws after a minute. */
export async function waitForRecovery(call: () => Promise<Answer>): Promise<void> {
  const start = performance.now();
  for (;;) {
    const isAnswered = await call().then(
      async (answer) => !isErrorReply(await answer.final()),
      () => false,
    );
    if (isAnswered) return;
    if (performance.now() - start > RECOVERY_LIMIT_MS)
      throw new Error('the bot did not recover within a minute');
  }
}
