import type { APIMessage } from 'discord-api-types/v10';
import { type Answer, type LocalDiscord, NoAnswer, type Person } from '#local-discord';
import { text } from '../src/text/text.ts';
import { nothingYet, type Outcome } from './fault.ts';

/** How long the bot may take until it answers again. */
const PATIENCE_MS = 60_000;

const languages = [text.es, text.en];
const sentences = languages.flatMap(({ tooSlow, broken }) => [
  tooSlow,
  broken('\u0000').split('\u0000')[0] ?? '',
]);

/** Whether the bot says in it that something cannot be done now. */
export function saysTrouble({ content, embeds }: APIMessage): boolean {
  const said = embeds[0]?.description ?? content;
  return sentences.some((sentence) => said.startsWith(sentence));
}

/** A look-up that always works when all is well. */
export const lookUp = (person: Person): Promise<Answer> => person.command('score_titulo', { titulo: '#862' });

/** What became of calls: answered, told that it cannot be done, or lost. */
export async function outcomeOf(discord: LocalDiscord, calls: readonly Promise<Answer>[]): Promise<Outcome> {
  const before = discord.violations.length;
  const outcome = { ...nothingYet(), calls: calls.length };
  for (const call of await Promise.allSettled(calls.map(async (one) => (await one).final()))) {
    if (call.status === 'fulfilled') {
      if (saysTrouble(call.value)) outcome.told++;
    } else {
      if (!(call.reason instanceof NoAnswer)) outcome.problems.push(String(call.reason));
      outcome.lost++;
    }
  }
  outcome.unfriendly = discord.violations.length - before;
  return outcome;
}

/** Milliseconds until a person's call is answered as it should be; throws after a minute of trouble. */
export async function untilWell(call: () => Promise<Answer>): Promise<number> {
  const start = performance.now();
  for (;;) {
    const answered = await call().then(
      async (answer) => !saysTrouble(await answer.final()),
      () => false,
    );
    const passed = performance.now() - start;
    if (answered) return passed;
    if (passed > PATIENCE_MS) throw new Error('it did not come back within a minute');
  }
}
