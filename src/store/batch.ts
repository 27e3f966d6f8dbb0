interface Waiting<Item, Result> {
  readonly item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/** How the items of a batch are worked on together. */
export interface Batching<Item, Result> {
  /** Gives the results in the order of the items. */
  work(items: readonly Item[]): Promise<readonly Result[]>;
  /** The most items of one batch. */
  readonly most: number;
  /** Whether an error may lie in one of the items: the batch is then tried again in halves, and only that item fails. */
  isOfAnItem(error: unknown): boolean;
}

/** Makes one call of many: what is asked while a batch is under way goes into the next one. */
export function batch<Item, Result>(batching: Batching<Item, Result>): (item: Item) => Promise<Result> {
  let queue: Waiting<Item, Result>[] = [];
  let running = false;
  const run = async () => {
    running = true;
    while (queue.length > 0) {
      const now = queue.slice(0, batching.most);
      queue = queue.slice(batching.most);
      await settle(now, batching);
    }
    running = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject });
      if (!running) void run();
    });
}

async function settle<Item, Result>(
  batched: readonly Waiting<Item, Result>[],
  batching: Batching<Item, Result>,
): Promise<void> {
  try {
    const results = await batching.work(batched.map(({ item }) => item));
    for (const [index, { resolve }] of batched.entries()) resolve(results[index] as Result);
  } catch (error) {
    const half = batched.length >> 1;
    if (half > 0 && batching.isOfAnItem(error)) {
      await settle(batched.slice(0, half), batching);
      await settle(batched.slice(half), batching);
    } else {
      for (const { reject } of batched) reject(error);
    }
  }
}
