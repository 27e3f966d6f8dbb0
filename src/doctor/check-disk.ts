import type { DoctorEffects, Finding } from './finding.ts';
import type { DoctorWords } from './text.ts';

/** Publishing the full data anew takes about this much beside what is there. */
const ROOMY = 1e9;
/** With less the store may soon take nothing more. */
const TIGHT = 1e8;

/** Whether the folders that the bot and the ETL write to have room. */
export async function checkDisk(
  folders: readonly string[],
  { freeBytes }: Pick<DoctorEffects, 'freeBytes'>,
  words: DoctorWords,
): Promise<Finding> {
  const free = await Promise.all(folders.map(async (folder) => ({ folder, bytes: await freeBytes(folder) })));
  const least = Math.min(...free.map(({ bytes }) => bytes));
  const list = free.map(({ folder, bytes }) => words.room(folder, bytes)).join(', ');
  if (least >= ROOMY) return { check: 'disk', level: 'good', says: words.diskGood(list) };
  return { check: 'disk', level: least < TIGHT ? 'bad' : 'warning', says: words.diskTight(list) };
}
