import { parseArgs } from 'node:util';
import { readConfig } from '../src/lib/config.ts';
import { createQueue } from '../src/lib/promises.ts';
import { openFullData } from './full-data.ts';
import { type BotUnderLoad, openBotUnderLoad } from './load/bot-under-load.ts';
import { measureMemory } from './load/memory.ts';
import { findHighestRate, type HighestRate } from './load/run-at-rate.ts';
import { readUserInput } from './load/simulated-users.ts';
import { runBenchmark, type Target, table } from './report.ts';
import { withTemporaryFolder } from './temporary-folder.ts';

/** `npm run bench:load`: memory of a server and a shard, and the highest rate of one process, against an echo bot. */
const usage = 'Usage: npm run bench:load -- [--only memory|rate]';
const SEARCH = { from: 50, within: 0.05, tries: 2 };
/** The least share of the echo bot's rate. */
const LEAST_SHARE = 0.6;

/** Finds both bots' highest rates. Their attempts alternate, so that both suffer alike from a busy machine. */
async function measureRates(
  parquet: string,
  folder: string,
): Promise<{ filmoteca: HighestRate; echo: HighestRate }> {
  const { catalogue } = await openFullData();
  const input = await readUserInput(catalogue);
  await catalogue.close();
  const setting = { parquet, folder, input };
  const filmoteca = await openBotUnderLoad(
    'filmoteca',
    { ...setting, playsTrivia: true },
    { log: 'discarded' },
  );
  const echo = await openBotUnderLoad(
    'echo bot',
    { ...setting, playsTrivia: false },
    { program: 'bench/load/echo-bot.ts' },
  );
  const turns = createQueue();
  const search = ({ attempt }: BotUnderLoad) =>
    findHighestRate((rate) => turns.run(() => attempt(rate)), SEARCH);
  const [rate, echoRate] = await Promise.all([search(filmoteca), search(echo)]);
  console.log(`\nActions of the users: ${filmoteca.summary()}.`);
  await Promise.all([filmoteca.close(), echo.close()]);
  return { filmoteca: rate, echo: echoRate };
}

/** Prints both rates and compares them. */
function compareRates({ filmoteca, echo }: { filmoteca: HighestRate; echo: HighestRate }): Target {
  const share = filmoteca.rate / echo.rate;
  const limits = { failed: 'the bot', invalid: 'the sender' };
  const row = (name: string, { rate, limit, reason }: HighestRate) => [
    name,
    `${rate}`,
    `${limit}`,
    limits[reason],
  ];
  console.log(
    table([
      ['interactions a second', 'p99 under 100 ms', 'no longer at', 'the limit was'],
      row('filmoteca', filmoteca),
      row('echo bot', echo),
    ]),
  );
  const percent = (value: number) => `${(100 * value).toFixed(0)} %`;
  // If the sender limited the echo bot, its rate is higher than measured, and our share of it lower.
  const isAtMost = echo.reason === 'invalid';
  if (echo.rate === 0 || (isAtMost && share >= LEAST_SHARE))
    return {
      name: 'the sender was late before the echo bot reached its limit: the machine is too busy to measure',
      isMet: false,
    };
  return {
    name: `at least ${percent(LEAST_SHARE)} of the echo bot's rate (${isAtMost ? 'at most ' : ''}${percent(share)})`,
    isMet: share >= LEAST_SHARE,
  };
}

await runBenchmark(() =>
  withTemporaryFolder(async (folder) => {
    const { values } = parseArgs({ options: { only: { type: 'string' } } });
    if (!['memory', 'rate', undefined].includes(values.only)) throw new Error(usage);
    const { PARQUET_DIR: parquet } = readConfig(process.env);
    if (values.only !== 'rate') await measureMemory(parquet, folder);
    return values.only === 'memory' ? [] : [compareRates(await measureRates(parquet, folder))];
  }),
);
