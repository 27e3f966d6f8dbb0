import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { liveVersion, openCatalogue } from '../../src/catalogue/catalogue.ts';
import { emptyOutcome, type Fault, type Outcome, repeat } from '../fault.ts';

const SAMPLE = 'data/sample';

/** Runs the ETL as `npm run etl` does. Returns its exit code: null if it was killed. */
async function runEtl(to: string, killAfterMs?: number): Promise<number | null> {
  const args = ['bin/run.mjs', 'etl/main.ts', '--from', SAMPLE, '--to', to];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const exit = once(child, 'exit');
  if (killAfterMs !== undefined) {
    await Promise.race([delay(killAfterMs), exit]);
    child.kill('SIGKILL');
  }
  const [code] = await exit;
  return code;
}

/** Whether a bot could start with what is published. */
async function isReadable(folder: string): Promise<boolean> {
  if ((await liveVersion(folder)) === undefined) return false;
  const catalogue = await openCatalogue(folder).catch(() => undefined);
  await catalogue?.close();
  return catalogue !== undefined;
}

/** SIGKILL at a random moment of an ETL run. A complete version stays live, and the next run cleans up. */
export const etlKilled: Fault = {
  name: 'ETL killed',
  fullCount: 30,
  // test/etl/interruption.test.ts kills the ETL at every stage.
  testCount: 0,
  async open({ folder, random }) {
    const to = mkdtempSync(join(folder, 'published-'));
    const start = performance.now();
    const firstCode = await runEtl(to);
    const runMs = performance.now() - start;
    const injectOnce = async (): Promise<Outcome> => {
      const injectedAt = performance.now();
      await runEtl(to, random() * runMs);
      const problems = (await isReadable(to)) ? [] : ['the published version cannot be read'];
      const recoveries = [performance.now() - injectedAt];
      return { ...emptyOutcome(), injected: 1, problems, recoveries };
    };
    return {
      inject: (times) => repeat(times, injectOnce),
      async close() {
        const lastCode = await runEtl(to);
        const leftovers = readdirSync(to).filter((name) => name.startsWith('.'));
        const problems = leftovers.map((name) => `left behind: ${name}`);
        if (firstCode !== 0 || lastCode !== 0)
          problems.push(`undisturbed runs exited with ${firstCode} and ${lastCode}`);
        return { problems };
      },
    };
  },
};
