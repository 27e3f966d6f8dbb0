import DataLoader from 'dataloader';
import { createQueue } from '../lib/promises.ts';

/** How the items of a batch are processed together. */
export interface BatchOptions<Item, Result> {
  /** Returns the results in the order of the items. */
  process(items: readonly Item[]): Promise<readonly Result[]>;
  readonly maxSize: number;
  /** Whether one item may be at fault: the batch is then retried in halves, and only that item fails. */
  isItemError(error: unknown): boolean;
}

/** Groups single calls into batches. Calls that arrive while a batch runs go into the next batch. */
export function batch<Item, Result>(options: BatchOptions<Item, Result>): (item: Item) => Promise<Result> {
  const queue = createQueue();
  const loader = new DataLoader<Item, Result>((items) => queue.run(() => settle(items, options)), {
    cache: false,
    maxBatchSize: options.maxSize,
    batchScheduleFn: (dispatch) => void queue.idle().then(dispatch),
  });
  return (item) => loader.load(item);
}

async function settle<Item, Result>(
  items: readonly Item[],
  options: BatchOptions<Item, Result>,
): Promise<(Result | Error)[]> {
  try {
    return [...(await options.process(items))];
  } catch (error) {
    const half = items.length >> 1;
    if (half > 0 && options.isItemError(error)) {
      const first = await settle(items.slice(0, half), options);
      return [...first, ...(await settle(items.slice(half), options))];
    }
    return items.map(() => (error instanceof Error ? error : new Error(String(error))));
  }
}
