import { allCalls } from '../../commands/index.ts';
import { openCatalogue } from '../../src/catalogue/catalogue.ts';
import { command } from '../../src/command/command.ts';
import { outcomeOf } from '../calls.ts';
import { addOutcomes, type Fault } from '../fault.ts';
import { openBotSession } from '../running-bot.ts';

const MEMORY = '300MB';
/** Needs 1.6 GB at once, so that it fails without delay on a busy machine too. */
const GREEDY_QUERY =
  'select sum(len(numbers))::int as numbers from (select range(n) as numbers from range(100000, 102000) t(n) order by numbers)';

/** A command that exists only in this soak. Its query needs more memory than the catalogue has. */
const greedyCommand = command({
  name: 'glotona',
  english: 'glotona',
  listed: 'server',
  es: 'Pide más memoria de la que hay',
  en: 'Asks for more memory than there is',
  options: {},
  async execute(call, { catalogue }) {
    await call.defer();
    const [row] = await catalogue.query<{ numbers: number }>(GREEDY_QUERY);
    return { content: String(row?.numbers) };
  },
});

/** A query runs out of memory. Other queries must not be affected. */
export const outOfMemory: Fault = {
  name: 'query out of memory',
  fullCount: 100,
  testCount: 1,
  async open(context) {
    const catalogue = await openCatalogue(context.parquet, { memory: MEMORY });
    return openBotSession(
      context,
      { catalogue, commands: [...allCalls, greedyCommand] },
      async ({ discord, errors }, lookUpMeanwhile) => {
        const errorsBefore = errors.length;
        const calling = outcomeOf(discord, [discord.person({ name: 'Ana' }).command('glotona')]);
        const [greedy, others] = await Promise.all([calling, lookUpMeanwhile()]);
        const outcome = addOutcomes(greedy, others);
        const isLogged = errors.slice(errorsBefore).some((line) => line.includes('Out of Memory'));
        const problems = greedy.refused === 1 && isLogged ? [] : ['no query ran out of memory'];
        return { ...outcome, problems: [...outcome.problems, ...problems] };
      },
    );
  },
};
