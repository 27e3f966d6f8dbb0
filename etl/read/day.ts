import { wording } from '../report.ts';

const TIME = String.raw`(?:[T ]+\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?[AP]M)?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?)?`;
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}$`, 'i');
const YEAR_LAST = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})${TIME}$`, 'i');

/** The years that are told from slips and from stand-ins such as 0001-01-01 and 9999-12-31. */
const [FIRST_YEAR, LAST_YEAR] = [1800, 2199];

/**
 * A day as YYYY-MM-DD, null where 0000-00-00 stands for none, or what is wrong with the text. A time of day is left out.
 * Where the year comes last, a part above 12 is the day, and else `dayFirst` decides.
 */
export function readDay(
  text: string,
  dayFirst: boolean | undefined,
): { day: string | null } | { fault: string } {
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return check(year, month, day);
  const [, first, second, last] = YEAR_LAST.exec(text) ?? [];
  if (last === undefined) return { fault: wording.notDate };
  if (first === second || Number(second) > 12) return check(last, first, second);
  if (Number(first) > 12) return check(last, second, first);
  if (dayFirst === undefined) return { fault: wording.dayOrMonth };
  return dayFirst ? check(last, second, first) : check(last, first, second);
}

function check(year: string, month = '', day = ''): { day: string | null } | { fault: string } {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (iso === '0000-00-00') return { day: null };
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso)) return { fault: wording.notDate };
  const isNear = Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR;
  return isNear ? { day: iso } : { fault: wording.farYear(FIRST_YEAR, LAST_YEAR) };
}
