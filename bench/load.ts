import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/lib/config.ts';
import { createQueue } from '../src/lib/promises.ts';
import { openFullData } from './full-data.ts';
import { openSide } from './load/bot-under-load.ts';
import { findMost, type Most } from './load/find-highest-rate.ts';
import { measureMemory } from './load/memory.ts';
import { writeScripts } from './load/simulated-users.ts';
import { table } from './report.ts';

/** `npm run bench:load`: what a server and a shard cost, and how much one process answers, beside an echo bot. */
const usage = 'Usage: npm run bench:load -- [--only memory|rate]';
const SEARCH = { from: 50, within: 0.05, tries: 2 };
/** The share of the echo bot's rate that is to be reached. */
const BAR = 0.6;

/** Both bots' highest rates, found in turns: what slows the machine down meets both. */
async function measureRate(parquet: string, scratch: string): Promise<{ ours: Most; echo: Most }> {
  const { catalogue } = await openFullData();
  const scripts = await writeScripts(catalogue);
  await catalogue.close();
  const place = { parquet, scratch, scripts };
  const ours = await openSide('filmoteca', { ...place, plays: true }, { logLevel: 'info' });
  const echo = await openSide('echo bot', { ...place, plays: false }, { program: 'bench/load/echo-bot.ts' });
  const turns = createQueue();
  const search = ({ attempt }: typeof ours) => findMost((rate) => turns.run(() => attempt(rate)), SEARCH);
  const [most, mostOfEcho] = await Promise.all([search(ours), search(echo)]);
  console.log(`\nWhat people did: ${ours.done()}.`);
  await Promise.all([ours.close(), echo.close()]);
  return { ours: most, echo: mostOfEcho };
}

/** Prints both rates; the last line says whether the bar is reached, and whether it could be measured. */
function conclude({ ours, echo }: { ours: Most; echo: Most }): boolean {
  const share = ours.rate / echo.rate;
  const limit = { fails: 'the bot', unclear: 'the sender' };
  const row = (name: string, most: Most) => [name, `${most.rate}`, `${most.above}`, limit[most.because]];
  console.log(
    table([
      ['interactions a second', 'p99 under 100 ms', 'no longer at', 'the limit was'],
      row('filmoteca', ours),
      row('echo bot', echo),
    ]),
  );
  const percent = (value: number) => `${(100 * value).toFixed(0)} %`;
  const reached = share >= BAR;
  // An echo bot that the sender held back would answer more: our share of that is smaller still.
  const isAtMost = echo.because === 'unclear';
  if (echo.rate === 0 || (isAtMost && reached)) {
    console.log(
      'Not measured: the sender was late before the echo bot was at its limit. The machine is too busy.',
    );
    return false;
  }
  console.log(
    `One process answers ${isAtMost ? 'at most ' : ''}${percent(share)} of what the echo bot does: the ${percent(BAR)} that are wanted are ${reached ? '' : 'not '}reached.`,
  );
  return reached;
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  if (!['memory', 'rate', undefined].includes(values.only)) throw new Error(usage);
  const { PARQUET_DIR: parquet } = readConfig(process.env);
  const scratch = mkdtempSync(join(tmpdir(), 'filmoteca-load-'));
  try {
    if (values.only !== 'rate') await measureMemory(parquet, scratch);
    return values.only === 'memory' || conclude(await measureRate(parquet, scratch));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

try {
  process.exit((await main()) ? 0 : 1);
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
