import { allCalls } from '../../commands/index.ts';
import { openCatalogue } from '../../src/catalogue/catalogue.ts';
import { command } from '../../src/command/command.ts';
import { outcomeOf } from '../calls.ts';
import { type Fault, sum } from '../fault.ts';
import { onStage } from '../on-stage.ts';

const MEMORY = '300MB';
/** 1.6 GB of numbers. */
const GREEDY = 'select len(list(range))::int as numbers from range(200000000)';

/** A command of the soak's own whose query needs more memory than there is. */
const greedy = command({
  name: 'glotona',
  english: 'glotona',
  es: 'Pide más memoria de la que hay',
  en: 'Asks for more memory than there is',
  options: {},
  async execute(call, { catalogue }) {
    await call.defer();
    const [row] = await catalogue.query<{ numbers: number }>(GREEDY);
    return { content: String(row?.numbers) };
  },
});

/** A query that runs out of memory ends alone. */
export const outOfMemory: Fault = {
  name: 'query out of memory',
  full: 100,
  slice: 1,
  async open(ground) {
    const catalogue = await openCatalogue(ground.parquet, { memory: MEMORY });
    return onStage(
      ground,
      { catalogue, commands: [...allCalls, greedy] },
      async ({ discord, errors }, ask) => {
        const before = errors.length;
        const eaten = outcomeOf(discord, [discord.person({ name: 'Ana' }).command('glotona')]);
        const [mine, others] = await Promise.all([eaten, ask()]);
        const outcome = sum(mine, others);
        const named = errors.slice(before).some((line) => line.includes('Out of Memory'));
        return {
          ...outcome,
          problems: [
            ...outcome.problems,
            ...(mine.told === 1 && named ? [] : ['no query ran out of memory']),
          ],
        };
      },
    );
  },
};
