import type { Sentence } from '../../src/lib/sentence.ts';
import { wording } from '../wording.ts';

const TIME = String.raw`(?:[T ]+\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?[AP]M)?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?)?`;
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}$`, 'i');
const YEAR_LAST = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})${TIME}$`, 'i');

/** Years outside this range are typing errors or placeholders such as 0001-01-01 and 9999-12-31. */
const [FIRST_YEAR, LAST_YEAR] = [1800, 2199];

/**
 * A date as YYYY-MM-DD, null for 0000-00-00, or the fault of the text. A time of day is dropped. If the year comes last, a part
 * above 12 is the day; otherwise `dayFirst` decides.
 */
export function readDay(
  text: string,
  dayFirst: boolean | undefined,
): { day: string | null } | { fault: Sentence } {
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return check(year, month, day);
  const [, first, second, last] = YEAR_LAST.exec(text) ?? [];
  if (last === undefined) return { fault: wording.notDate };
  if (first === second || Number(second) > 12) return check(last, first, second);
  if (Number(first) > 12) return check(last, second, first);
  if (dayFirst === undefined) return { fault: wording.dayOrMonth };
  return dayFirst ? check(last, second, first) : check(last, first, second);
}

function check(year: string, month = '', day = ''): { day: string | null } | { fault: Sentence } {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (iso === '0000-00-00') return { day: null };
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso)) return { fault: wording.notDate };
  const isInRange = Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR;
  return isInRange ? { day: iso } : { fault: wording.farYear(FIRST_YEAR, LAST_YEAR) };
}
