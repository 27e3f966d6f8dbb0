import type { Appenders } from '../append.ts';
import type { Pool } from '../pool.ts';
import type { Source } from '../sources.ts';
import { type Batch, count, emptyBatch, type OddRow } from './batch.ts';
import { readBlocks, type Sum } from './blocks.ts';
import { readHeader } from './header.ts';
import { readers } from './kinds.ts';
import type { BlockTask } from './parse-block.ts';
import { stitch } from './stitch.ts';

/** What came of a raw file: its sum, what was counted on the way, and the rows that were not taken. */
export interface Loaded extends Sum {
  source: Source;
  counts: Record<string, number>;
  rejects: OddRow[];
  stitched: number[];
}

/**
 * Reads a raw file into its raw tables: blocks go to the workers, and what they make of them is appended in the order
 * of the file, so that two runs give the same tables. A bounded number of blocks is under way.
 */
export async function loadSource(
  source: Source,
  pool: Pool<BlockTask, Batch>,
  appenders: Appenders,
  onBytes: (count: number) => void,
): Promise<Loaded> {
  let header: string[] = [];
  const odd: OddRow[] = [];
  const total = emptyBatch();
  const underWay: Promise<Batch>[] = [];

  const takeOldest = async () => {
    const batch = await underWay.shift();
    if (batch === undefined) return;
    await appendAll(batch, appenders);
    odd.push(...batch.odd);
    for (const [what, many] of Object.entries(batch.counts)) count(total, what, many);
  };
  const sum = await readBlocks(
    source,
    onBytes,
    (line) => {
      header = readHeader(source, line);
    },
    async ({ bytes, firstRow }) => {
      if (!readers[source.kind]) return;
      const { kind, file } = source;
      const task = { kind, file, header, firstRow, bytes };
      const batch = pool.run(task, [bytes.buffer]);
      // Its error is met when its turn comes; until then it is not an unhandled one.
      batch.catch(() => undefined);
      underWay.push(batch);
      if (underWay.length > 2 * pool.size) await takeOldest();
    },
  );
  while (underWay.length > 0) await takeOldest();

  if (source.kind !== 'movies') return { ...sum, source, counts: total.counts, rejects: odd, stitched: [] };
  const { stitched, left } = stitch(total, odd, header);
  await appendAll(total, appenders);
  return { ...sum, source, counts: total.counts, rejects: left, stitched };
}

async function appendAll(batch: Batch, appenders: Appenders): Promise<void> {
  for (const [table, columns] of Object.entries(batch.tables)) await appenders.append(table, columns);
}
