import { expect, it } from 'vitest';
import { dayIn, daysOf, hourOfDay, isTimeZone, timeZones } from '../../src/lib/time-zones.ts';

const iso = (ms: number) => new Date(ms).toISOString();

it('the day of a time differs between zones', () => {
  const at = Date.UTC(2026, 0, 1, 3);
  expect(dayIn('UTC', at)).toEqual({ year: 2026, month: 1, day: 1 });
  expect(dayIn('America/Bogota', at)).toEqual({ year: 2025, month: 12, day: 31 });
});

it('an hour that a change of the clocks skips comes an hour later, and of one that comes twice the first counts', () => {
  const [spring, autumn] = [Date.UTC(2026, 2, 8, 12), Date.UTC(2026, 10, 1, 12)];
  expect(iso(hourOfDay({ zone: 'America/New_York', hour: 2 }, spring))).toBe('2026-03-08T07:00:00.000Z');
  expect(iso(hourOfDay({ zone: 'America/New_York', hour: 1 }, autumn))).toBe('2026-11-01T05:00:00.000Z');
  expect(iso(hourOfDay({ zone: 'America/New_York', hour: 9 }, spring, 1))).toBe('2026-03-09T13:00:00.000Z');
});

it('February has 29 days, and every zone that is offered exists', () => {
  expect([1, 2, 4].map(daysOf)).toEqual([31, 29, 30]);
  const zones = timeZones();
  expect(zones.length).toBeGreaterThan(300);
  expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
  expect(isTimeZone('Macondo')).toBe(false);
});
