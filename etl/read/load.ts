import type { Appenders } from '../append.ts';
import type { Pool } from '../pool.ts';
import { Problem } from '../problem.ts';
import { type Refused, wording } from '../report.ts';
import type { Source } from '../source.ts';
import { type Batch, count, emptyBatch, type OddRow } from './batch.ts';
import { readBlocks, type Sum } from './blocks.ts';
import { type Dialect, plainDialect } from './dialect.ts';
import { type Header, readHeader } from './header.ts';
import { readers } from './kinds.ts';
import type { BlockTask } from './parse-block.ts';
import { createTally, isTooMany, reasonOf } from './rejects.ts';
import { createStitcher, type Stitcher } from './stitch.ts';

/** What came of a raw file: its sum, what was counted on the way, and the columns that it lacks. */
export interface Loaded extends Sum {
  source: Source;
  counts: Record<string, number>;
  missing: string[];
}

interface LoadSource {
  pool: Pool<BlockTask, Batch>;
  appenders: Appenders;
  onBytes: (count: number) => void;
  /** Share of the rows that may be refused, in percent. */
  maxRejects: number;
}

/** Rows may lie between the last one cut and the last byte read. */
const UNDER_WAY_BYTES = 4 << 20;

/**
 * Reads a raw file into its raw tables: blocks go to the workers, and what they make of them is appended in the order
 * of the file, so that two runs give the same tables. A bounded number of blocks is under way, and rejects go to their
 * table at once. Throws a Problem that names all kinds of faults when more rows are refused than may be, as soon as the
 * rest of the file cannot bring the share down any more.
 */
export async function loadSource(
  source: Source,
  { pool, appenders, onBytes, maxRejects }: LoadSource,
): Promise<Loaded> {
  const { kind, file } = source;
  let header: Header = { columns: [], missing: [] };
  let dialect: Dialect = plainDialect;
  let stitcher: Stitcher | undefined;
  let [bytesLeft, rowsCut] = [source.bytes, 0];
  const tally = createTally();
  const total = emptyBatch();
  const underWay: Promise<Batch>[] = [];

  const reject = async (odd: readonly OddRow[]) => {
    tally.add(odd);
    await appenders.append('raw_rejects', [
      odd.map(() => kind),
      odd.map(() => file),
      odd.map(({ row }) => row),
      odd.map(reasonOf),
      odd.map(({ raw }) => raw),
    ]);
  };
  const takeOldest = async () => {
    const batch = await underWay.shift();
    if (batch === undefined) return;
    const { left, seconds } = stitcher?.take(batch, batch.odd) ?? { left: batch.odd, seconds: [] };
    count(batch, 'stitched', seconds.length);
    for (const [table, columns] of Object.entries(batch.tables)) await appenders.append(table, columns);
    await appenders.append('raw_stitched', [seconds]);
    await reject(left);
    for (const [what, many] of Object.entries(batch.counts)) count(total, what, many);
  };
  const refused = (stopped: boolean): Refused => ({
    rows: rowsCut - (total.counts.blank_rows ?? 0),
    rejected: tally.rejected(),
    shapes: tally.shapes(),
    stopped,
  });
  const stopIfHopeless = (ratio: number) => {
    // A row that is taken has a byte for each column at least.
    const more = (bytesLeft * ratio + UNDER_WAY_BYTES) / header.columns.length;
    if (!isTooMany({ rejected: tally.rejected(), rows: rowsCut + more }, maxRejects)) return;
    throw new Problem(wording.tooManyRejects(file, refused(true), maxRejects));
  };
  const sum = await readBlocks(source, {
    bytes(many) {
      bytesLeft -= many;
      onBytes(many);
    },
    header(line, found) {
      dialect = found;
      header = readHeader(source, line, dialect);
      if (kind === 'movies') stitcher = createStitcher(header.columns, dialect);
    },
    async block({ bytes, firstRow, rows }, ratio) {
      rowsCut = firstRow + rows - 1;
      if (!readers[kind]) return;
      const task = { kind, header: header.columns, dialect, firstRow, bytes };
      const batch = pool.run(task, [bytes.buffer]);
      // Its error is met when its turn comes; until then it is not an unhandled one.
      batch.catch(() => undefined);
      underWay.push(batch);
      if (underWay.length <= 2 * pool.size) return;
      await takeOldest();
      stopIfHopeless(ratio);
    },
  });
  while (underWay.length > 0) await takeOldest();
  await reject(stitcher?.end() ?? []);

  const { rows, rejected, ...rest } = refused(false);
  if (kind === 'movies' && rejected + (total.counts.stitched ?? 0) >= rows)
    throw new Problem(wording.noFilms(file, { rows, rejected, ...rest }));
  if (isTooMany({ rejected, rows }, maxRejects))
    throw new Problem(wording.tooManyRejects(file, { rows, rejected, ...rest }, maxRejects));
  return { ...sum, rows, source, counts: total.counts, missing: header.missing };
}
