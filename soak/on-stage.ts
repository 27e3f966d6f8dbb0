import { lookUp, outcomeOf, untilWell } from './calls.ts';
import { type Ground, type Outcome, repeat, type Scene } from './fault.ts';
import { openStage, type Stage, type StageOptions } from './running-bot.ts';

/** Does the harm, calls `ask` in the middle of it, and ends it. */
export type Harm = (stage: Stage, ask: () => Promise<Outcome>) => Promise<Outcome>;

/**
 * A scene of the real bot: at each injection three people look something up while the harm is done; it is over when a
 * look-up is answered as always.
 */
export async function onStage(ground: Ground, options: StageOptions, harm: Harm): Promise<Scene> {
  const stage = await openStage(ground, options);
  const { discord } = stage;
  const people = ['Ana', 'Beto', 'Carla'].map((name) => discord.person({ name }));
  const [ana = discord.person({ name: 'Ana' })] = people;
  // The first answers of a bot that has just come are slower than people wait, where the machine is busy.
  await untilWell(() => lookUp(ana));
  const once = async () => {
    const start = performance.now();
    const outcome = await harm(stage, () => outcomeOf(discord, people.map(lookUp)));
    await untilWell(() => lookUp(ana));
    return { ...outcome, injected: 1, recoveries: [performance.now() - start] };
  };
  return {
    inject: (times) => repeat(times, once),
    async close() {
      await stage.close();
      return {};
    },
  };
}
