import { liveVersion } from '../catalogue/catalogue.ts';
import { inspectVersion } from '../catalogue/inspect.ts';
import { type Finding, reasonOf } from './finding.ts';
import type { DoctorText } from './text.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Whether data are published and readable, and since when. */
export async function checkData(folder: string, clock: () => number, text: DoctorText): Promise<Finding> {
  try {
    const version = await liveVersion(folder);
    if (version === undefined) return { check: 'data', level: 'warning', message: text.dataNone(folder) };
    const { tables, made_at } = await inspectVersion(folder, version);
    const days = Math.floor((clock() - Date.parse(made_at)) / DAY);
    return { check: 'data', level: 'good', message: text.dataGood(version, tables.movies ?? 0, days) };
  } catch (error) {
    return { check: 'data', level: 'bad', message: text.dataBroken(folder, reasonOf(error)) };
  }
}
