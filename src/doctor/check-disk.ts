import type { DoctorEffects, Finding } from './finding.ts';
import type { DoctorText } from './text.ts';

/** Free bytes that publishing the full data again needs. */
const ENOUGH = 1e9;
/** With fewer free bytes the store may soon be unable to write. */
const TOO_LITTLE = 1e8;

/** Whether the disks of the folders that the bot and the ETL write to have enough space. */
export async function checkDisk(
  folders: readonly string[],
  { freeBytes }: Pick<DoctorEffects, 'freeBytes'>,
  text: DoctorText,
): Promise<Finding> {
  const free = await Promise.all(folders.map(async (folder) => ({ folder, bytes: await freeBytes(folder) })));
  const least = Math.min(...free.map(({ bytes }) => bytes));
  const list = free.map(({ folder, bytes }) => text.room(folder, bytes)).join(', ');
  if (least >= ENOUGH) return { check: 'disk', level: 'good', message: text.diskGood(list) };
  return { check: 'disk', level: least < TOO_LITTLE ? 'bad' : 'warning', message: text.diskTight(list) };
}
