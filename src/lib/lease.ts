/**
 * Something that is replaced while it is in use: who holds the old one keeps it, and it is closed when the last lets go.
 */
export function createLease<Thing>(close: (thing: Thing) => Promise<void>) {
  interface Held {
    thing: Thing;
    holders: number;
    retired: boolean;
  }
  let current: Held | undefined;
  const retire = async (held: Held | undefined) => {
    if (held === undefined) return;
    held.retired = true;
    if (held.holders === 0) await close(held.thing);
  };
  return {
    /** The present thing, until `release` is called. */
    hold(): { held: Thing; release(): void } {
      if (current === undefined) throw new Error('nothing to hold yet');
      const held = current;
      held.holders++;
      return {
        held: held.thing,
        release() {
          held.holders--;
          if (held.retired && held.holders === 0) void close(held.thing);
        },
      };
    },
    replace(thing: Thing): void {
      const old = current;
      current = { thing, holders: 0, retired: false };
      void retire(old);
    },
    async close(): Promise<void> {
      await retire(current);
    },
  };
}
