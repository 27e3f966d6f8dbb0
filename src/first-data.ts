import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { liveVersion } from './catalogue/catalogue.ts';

/** Runs the ETL when nothing is published in `folder` yet; throws when it fails, having said why itself. */
export async function publishFirstData(folder: string): Promise<void> {
  if ((await liveVersion(folder)) !== undefined) return;
  const etl = fileURLToPath(new URL('../etl/main.ts', import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, etl, '--to', folder], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  process.once('SIGTERM', stop).once('SIGINT', stop);
  const [code] = await once(child, 'exit');
  process.off('SIGTERM', stop).off('SIGINT', stop);
  if (code !== 0) throw new Error('There is no data to answer from: the ETL above did not finish.');
}
