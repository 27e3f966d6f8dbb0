/**
 * When each of `count` things is to be sent, `perSecond` of them at even distances from `start` on (milliseconds). It
 * waits for nothing: who comes late is handed all that should have been sent by then, each with its own time.
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
  let sent = 0;
  const timeOf = (index: number) => start + (1000 * index) / perSecond;
  return {
    /** The times of all that is due at `now` and was not handed out before. */
    due(now: number): number[] {
      const times: number[] = [];
      for (; sent < count && timeOf(sent) <= now; sent++) times.push(timeOf(sent));
      return times;
    },
    /** The time of the next one; undefined when all were handed out. */
    next: () => (sent < count ? timeOf(sent) : undefined),
  };
}
