/**
 * Send times for an open-loop load: `count` times in milliseconds, `perSecond` of them at even distances from `start`.
 * The schedule never waits for answers. A sender that is late gets all missed times at once.
 */
export function createSchedule({
  perSecond,
  count,
  start,
}: {
  perSecond: number;
  count: number;
  start: number;
}) {
  let taken = 0;
  const timeOf = (index: number) => start + (1000 * index) / perSecond;
  return {
    /** Takes all times up to `now` that were not taken before. */
    due(now: number): number[] {
      const times: number[] = [];
      for (; taken < count && timeOf(taken) <= now; taken++) times.push(timeOf(taken));
      return times;
    },
    /** The next time, or undefined if all were taken. */
    next: () => (taken < count ? timeOf(taken) : undefined),
  };
}
