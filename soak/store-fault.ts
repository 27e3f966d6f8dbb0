import type { Person } from '#local-discord';
import type { Store } from '../src/store/store.ts';
import { lookUp, outcomeOf, saysTrouble, untilWell } from './calls.ts';
import { type Ground, type Outcome, repeat, type Scene } from './fault.ts';
import { openStage, type StageOptions } from './running-bot.ts';

/** Writes something down for good: the person asks to be shown in the ranking, or not. */
const share = (person: Person, activar: boolean) => person.command('trivia compartir', { activar });

/** Whether the person's wish was acknowledged, and whether it is what the store holds. */
async function acknowledged(person: Person, wish: boolean) {
  const answer = await share(person, wish);
  return !saysTrouble(await answer.final());
}

/**
 * A scene of the real bot whose store is taken away: look-ups are answered all the same, what is to be written is
 * refused in a friendly way, and nothing that was acknowledged is gone afterwards.
 */
export async function onStore(
  ground: Ground,
  options: StageOptions,
  takeAway: (store: Store) => Promise<() => Promise<void>>,
  end: () => Promise<void> = async () => {},
): Promise<Scene> {
  const stage = await openStage(ground, options);
  const { discord, store } = stage;
  const [ana, beto] = [discord.person({ name: 'Ana' }), discord.person({ name: 'Beto' })];
  let wish = false;
  const once = async (): Promise<Outcome> => {
    wish = !wish;
    const start = performance.now();
    const giveBack = await takeAway(store);
    const writing = acknowledged(ana, wish).catch(() => undefined);
    const looked = await outcomeOf(discord, [lookUp(beto), lookUp(ana)]);
    const kept = await writing;
    await giveBack();
    const isGone = async () => (await patiently(() => store.isShown(ana.id))) !== wish;
    const problems = looked.told > 0 ? ['a look-up that needs no store was refused'] : [];
    if (kept && (await isGone())) problems.push('what was acknowledged is gone');
    await untilWell(() => share(ana, wish));
    if (await isGone()) problems.push('what was acknowledged is gone');
    const told = looked.told + (kept === false ? 1 : 0);
    const lost = looked.lost + (kept === undefined ? 1 : 0);
    const calls = looked.calls + 1;
    return { ...looked, injected: 1, calls, told, lost, problems, recoveries: [performance.now() - start] };
  };
  return {
    inject: (times) => repeat(times, once),
    async close() {
      await stage.close();
      await end();
      return {};
    },
  };
}

/** What the store says once it can: the first answers after a fault may still be of a broken connection. */
async function patiently<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (tries === 10) throw error;
    }
  }
}
