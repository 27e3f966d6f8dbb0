import { accessSync, constants } from 'node:fs';
import { liveVersion } from '../catalogue/catalogue.ts';
import { makeFolder } from '../lib/make-folder.ts';
import { spawnEtl, waitForExit } from './etl-process.ts';

/**
 * Runs the ETL if nothing is published in `folder` yet. Throws if it fails; the ETL prints the reason itself. Throws one line
 * if the folder cannot be made or written.
 */
export async function publishFirstData(folder: string): Promise<void> {
  if ((await liveVersion(folder)) !== undefined) return;
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The folder ${folder} cannot be used: ${reason}. Check that it can be made and written, or name another one (PARQUET_DIR).`,
      { cause: error },
    );
  }
  const child = spawnEtl(folder, [], 'terminal');
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  process.once('SIGTERM', stop).once('SIGINT', stop);
  const { code } = await waitForExit(child);
  process.off('SIGTERM', stop).off('SIGINT', stop);
  if (code !== 0) throw new Error('There are no data to answer from: the ETL above did not finish.');
}
