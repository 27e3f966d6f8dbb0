/**
 * Makes one call of many: what is asked while a batch is under way goes into the next one. A batch that fails fails
 * for all that is in it.
 */
export function batch<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
  most: number,
): (item: Item) => Promise<Result> {
  let queue: { item: Item; resolve(result: Result): void; reject(error: unknown): void }[] = [];
  let running = false;
  const run = async () => {
    running = true;
    while (queue.length > 0) {
      const now = queue.slice(0, most);
      queue = queue.slice(most);
      try {
        const results = await work(now.map(({ item }) => item));
        for (const [index, { resolve }] of now.entries()) resolve(results[index] as Result);
      } catch (error) {
        for (const { reject } of now) reject(error);
      }
    }
    running = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject });
      if (!running) void run();
    });
}
