import { liveVersion } from './catalogue/catalogue.ts';
import { ended, startEtl } from './etl-process.ts';

/** Runs the ETL when nothing is published in `folder` yet; throws when it fails, having said why itself. */
export async function publishFirstData(folder: string): Promise<void> {
  if ((await liveVersion(folder)) !== undefined) return;
  const child = startEtl(folder, [], 'shown');
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  process.once('SIGTERM', stop).once('SIGINT', stop);
  const { code } = await ended(child);
  process.off('SIGTERM', stop).off('SIGINT', stop);
  if (code !== 0) throw new Error('There is no data to answer from: the ETL above did not finish.');
}
