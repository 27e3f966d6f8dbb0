import { liveVersion } from '../catalogue/catalogue.ts';
import { inspectVersion } from '../catalogue/inspect.ts';
import { type Finding, reasonOf } from './finding.ts';
import type { DoctorWords } from './text.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Whether data is published, whole and readable, and since when. */
export async function checkData(folder: string, clock: () => number, words: DoctorWords): Promise<Finding> {
  try {
    const version = await liveVersion(folder);
    if (version === undefined) return { check: 'data', level: 'warning', says: words.dataNone(folder) };
    const { tables, made_at } = await inspectVersion(folder, version);
    const days = Math.floor((clock() - Date.parse(made_at)) / DAY);
    return { check: 'data', level: 'good', says: words.dataGood(version, tables.movies ?? 0, days) };
  } catch (error) {
    return { check: 'data', level: 'bad', says: words.dataBroken(folder, reasonOf(error)) };
  }
}
