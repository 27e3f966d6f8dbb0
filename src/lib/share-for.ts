/**
 * Makes a function whose callers share one result: those that come while it is made, and those of the next `ms` by the
 * clock. A failure is shared too. A clock that is set back ends the time.
 */
export function shareFor<Value>(
  ms: number,
  clock: () => number,
  make: () => Promise<Value>,
): () => Promise<Value> {
  let shared: { value: Promise<Value>; madeAt: number | undefined } | undefined;
  return () => {
    const age = shared?.madeAt === undefined ? 0 : clock() - shared.madeAt;
    if (shared !== undefined && age >= 0 && age < ms) return shared.value;
    const fresh: typeof shared = { value: make(), madeAt: undefined };
    shared = fresh;
    const note = () => {
      fresh.madeAt = clock();
    };
    fresh.value.then(note, note);
    return fresh.value;
  };
}
