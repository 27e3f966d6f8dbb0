import { DateTime, IANAZone } from 'luxon';

/** A day of the calendar; `month` from 1. */
export interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

/** The day of a time (ms since 1970) in a time zone. */
export function dayIn(zone: string, at: number): CalendarDay {
  const { year, month, day } = DateTime.fromMillis(at, { zone });
  return { year, month, day };
}

/** The most days that a month can have: 29 for February. */
export const daysOf = (month: number): number => DateTime.utc(2024, month).daysInMonth ?? 31;

/** Every zone that `Intl` knows, and "UTC". */
export const timeZones = (): string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')];

export const isTimeZone = (zone: string): boolean => IANAZone.isValidZone(zone);

/**
 * When an hour of the day comes in a time zone, in ms since 1970: on the day of `at`, or `days` later. An hour that a change of
 * the clocks skips comes an hour later; of one that comes twice, the first counts.
 */
export const hourOfDay = ({ zone, hour }: { zone: string; hour: number }, at: number, days = 0): number =>
  DateTime.fromMillis(at, { zone }).startOf('day').plus({ days }).set({ hour }).toMillis();
