/**
 * Reference-counted handles on a value that is replaced while it is in use. A replaced value is closed when its last handle is
 * released.
 */
export function createLease<Value>(close: (value: Value) => Promise<void>) {
  interface Entry {
    value: Value;
    handles: number;
    retired: boolean;
  }
  let current: Entry | undefined;
  const retire = async (entry: Entry | undefined) => {
    if (entry === undefined) return;
    entry.retired = true;
    if (entry.handles === 0) await close(entry.value);
  };
  const held = () => {
    if (current === undefined) throw new Error('the lease has no value yet');
    return current;
  };
  return {
    current: (): Value => held().value,
    /** The current value; it stays open until `release` is called. */
    hold(): { held: Value; release(): void } {
      const entry = held();
      entry.handles++;
      return {
        held: entry.value,
        release() {
          entry.handles--;
          if (entry.retired && entry.handles === 0) void close(entry.value);
        },
      };
    },
    replace(value: Value): void {
      const old = current;
      current = { value, handles: 0, retired: false };
      void retire(old);
    },
    async close(): Promise<void> {
      await retire(current);
    },
  };
}
