import type { Person } from '#local-discord';
import { isErrorReply, lookUp } from '../bench/replies.ts';
import type { Store } from '../src/store/store.ts';
import { outcomeOf, waitForRecovery } from './calls.ts';
import { type FaultSession, type Outcome, repeat, type SoakContext } from './fault.ts';
import { type BotOptions, openBot } from './running-bot.ts';

/** Writes to the store: whether the person appears in the rankings. */
const setShown = (person: Person, activar: boolean) => person.command('trivia compartir', { activar });

/** Whether the bot acknowledged the write. */
async function isAcknowledged(person: Person, shown: boolean): Promise<boolean> {
  const answer = await setShown(person, shown);
  return !isErrorReply(await answer.final());
}

/**
 * A session with the running bot whose store fails. Lookups must be answered as usual, writes may be refused with an error
 * message, and no acknowledged write may be missing afterwards. `breakStore` returns a function that repairs the store.
 */
export async function openStoreSession(
  context: SoakContext,
  options: BotOptions,
  breakStore: (store: Store) => Promise<() => Promise<void>>,
  cleanUp: () => Promise<void> = async () => {},
): Promise<FaultSession> {
  const bot = await openBot(context, options);
  const { discord, store } = bot;
  const [ana, beto] = [discord.person({ name: 'Ana' }), discord.person({ name: 'Beto' })];
  let shown = false;
  const injectOnce = async (): Promise<Outcome> => {
    shown = !shown;
    const start = performance.now();
    const repairStore = await breakStore(store);
    const writing = isAcknowledged(ana, shown).catch(() => undefined);
    const lookups = await outcomeOf(discord, [lookUp(beto), lookUp(ana)]);
    const acknowledged = await writing;
    await repairStore();
    const isMissing = async () => (await retry(() => store.isShown(ana.id))) !== shown;
    const problems = lookups.refused > 0 ? ['a lookup that needs no store was refused'] : [];
    if (acknowledged && (await isMissing())) problems.push('an acknowledged write is missing');
    await waitForRecovery(() => setShown(ana, shown));
    if (await isMissing()) problems.push('an acknowledged write is missing');
    return {
      ...lookups,
      injected: 1,
      calls: lookups.calls + 1,
      refused: lookups.refused + (acknowledged === false ? 1 : 0),
      lost: lookups.lost + (acknowledged === undefined ? 1 : 0),
      problems,
      recoveries: [performance.now() - start],
    };
  };
  return {
    inject: (times) => repeat(times, injectOnce),
    async close() {
      await bot.close();
      await cleanUp();
      return {};
    },
  };
}

/** Tries ten times: the first queries after a fault may still use a broken connection. */
async function retry<Result>(query: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await query();
    } catch (error) {
      if (tries === 10) throw error;
    }
  }
}
