import { spawn } from 'node:child_process';
import { once as event } from 'node:events';
import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { liveVersion, openCatalogue } from '../../src/catalogue/catalogue.ts';
import { type Fault, nothingYet, type Outcome, repeat } from '../fault.ts';

const SAMPLE = 'data/sample';

/** Runs the ETL as `npm run etl` does; gives its exit code, null when it was killed. */
async function runEtl(to: string, killAfterMs?: number): Promise<number | null> {
  const args = ['--import', 'tsx', 'etl/main.ts', '--from', SAMPLE, '--to', to];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const exit = event(child, 'exit');
  if (killAfterMs !== undefined) {
    await Promise.race([delay(killAfterMs), exit]);
    child.kill('SIGKILL');
  }
  const [code] = await exit;
  return code as number | null;
}

/** What is published can be read, as by a bot that starts. */
async function readable(folder: string): Promise<boolean> {
  if ((await liveVersion(folder)) === undefined) return false;
  const catalogue = await openCatalogue(folder).catch(() => undefined);
  await catalogue?.close();
  return catalogue !== undefined;
}

/** The ETL is killed at any moment of its run: a whole version is live, and the next run clears up. */
export const etlKilled: Fault = {
  name: 'ETL killed',
  full: 30,
  // test/etl/interruption.test.ts kills it at every step.
  slice: 0,
  async open({ scratch, random }) {
    const to = mkdtempSync(join(scratch, 'published-'));
    const start = performance.now();
    const first = await runEtl(to);
    const whole = performance.now() - start;
    const once = async (): Promise<Outcome> => {
      const begun = performance.now();
      await runEtl(to, random() * whole);
      const problems = (await readable(to)) ? [] : ['what is published cannot be read'];
      return { ...nothingYet(), injected: 1, problems, recoveries: [performance.now() - begun] };
    };
    return {
      inject: (times) => repeat(times, once),
      async close() {
        const last = await runEtl(to);
        const leftovers = readdirSync(to).filter((name) => name.startsWith('.'));
        const problems = leftovers.map((name) => `left behind: ${name}`);
        if (first !== 0 || last !== 0) problems.push(`an undisturbed run ended with ${first}, ${last}`);
        return { problems };
      },
    };
  },
};
