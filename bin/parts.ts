/** Opens parts, and closes those that are open in reverse order. */
export interface Parts {
  /**
   * Opens a part, which `close` closes in its turn. If `open` fails, rejects with its error immediately and starts to close
   * everything else. Rejects if the parts are closed.
   */
  open<Part>(open: () => Promise<Part>, close: (part: Part) => unknown): Promise<Part>;
  /** A function that opens a part at its first call and returns the same promise at every call. */
  lazy<Part>(open: () => Promise<Part>, close: (part: Part) => unknown): () => Promise<Part>;
  /** Calls `close` in its turn: before everything that is open already. */
  onClose(close: () => unknown): void;
  /**
   * Waits until nothing is being opened, then closes everything, even if closing some of it fails; rejects with the first
   * error. Every call returns the same promise.
   */
  close(): Promise<void>;
}

export function createParts(): Parts {
  const opening: Promise<unknown>[] = [];
  const closers: (() => unknown)[] = [];
  let closing: Promise<void> | undefined;

  const closeAll = async () => {
    await Promise.allSettled(opening);
    const errors: unknown[] = [];
    for (const closePart of closers.splice(0).reverse()) {
      try {
        await closePart();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  };

  const parts: Parts = {
    async open(open, closePart) {
      if (closing !== undefined) throw new Error('the app is closed');
      try {
        const work = open();
        opening.push(work);
        const part = await work;
        closers.push(() => closePart(part));
        return part;
      } catch (error) {
        parts.close().catch(() => undefined);
        throw error;
      }
    },
    lazy(open, closePart) {
      let part: ReturnType<typeof open> | undefined;
      return () => {
        part ??= parts.open(open, closePart);
        return part;
      };
    },
    onClose: (closePart) => void closers.push(closePart),
    close() {
      closing ??= closeAll();
      return closing;
    },
  };
  return parts;
}
