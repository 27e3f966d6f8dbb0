import type { Appenders } from '../appenders.ts';
import type { Pool } from '../pool.ts';
import { Problem } from '../problem.ts';
import type { Source } from '../source.ts';
import { wording } from '../wording.ts';
import { type Batch, count, emptyBatch, type FaultyRow } from './batch.ts';
import { type FileSummary, readBlocks } from './blocks.ts';
import { readers } from './columns.ts';
import { type Dialect, plainDialect } from './dialect.ts';
import type { FaultCount } from './fault-tally.ts';
import { createFaultTally, exceeds, reasonOf } from './fault-tally.ts';
import { type Header, readHeader } from './header.ts';
import type { BlockTask } from './parse-block.ts';
import { createRowJoiner, type RowJoiner } from './split-rows.ts';

/** A raw file that was loaded: its summary, its counts by rule and its missing columns. */
export interface Loaded extends FileSummary {
  source: Source;
  counts: Record<string, number>;
  missing: string[];
}

/** The refused rows of a file; `stopped` if the rest of the file was not read. */
interface Refused {
  rows: number;
  rejected: number;
  faults: readonly FaultCount[];
  stopped: boolean;
}

interface LoadSource {
  pool: Pool<BlockTask, Batch>;
  appenders: Appenders;
  onBytes: (count: number) => void;
  /** Share of the rows that may be refused, in percent. */
  maxRejects: number;
}

/** An upper bound of the bytes that are read and not cut into rows yet. */
const PENDING_BYTES = 4 << 20;

/**
 * Loads a raw file into its raw tables. The workers parse the blocks; their results are appended in file order, so every run
 * gives the same tables. The number of pending blocks is bounded. Throws a Problem with all kinds of faults if more than
 * `maxRejects` percent of the rows are refused, as soon as the rest of the file cannot change that.
 */
export async function loadSource(
  source: Source,
  { pool, appenders, onBytes, maxRejects }: LoadSource,
): Promise<Loaded> {
  const { kind, file } = source;
  let header: Header = { columns: [], missing: [] };
  let dialect: Dialect = plainDialect;
  let joiner: RowJoiner | undefined;
  let [bytesLeft, rowsCut] = [source.bytes, 0];
  const tally = createFaultTally();
  const total = emptyBatch();
  const pending: Promise<Batch>[] = [];

  const reject = async (rows: readonly FaultyRow[]) => {
    tally.add(rows);
    await appenders.append('raw_rejects', [
      rows.map(() => kind),
      rows.map(() => file),
      rows.map(({ row }) => row),
      rows.map(reasonOf),
      rows.map(({ raw }) => raw),
    ]);
  };
  const takeOldest = async () => {
    const batch = await pending.shift();
    if (batch === undefined) return;
    const { refused: rejects, secondHalves } = joiner?.take(batch, batch.faulty) ?? {
      refused: batch.faulty,
      secondHalves: [],
    };
    count(batch, 'stitched', secondHalves.length);
    for (const [table, columns] of Object.entries(batch.tables)) await appenders.append(table, columns);
    await appenders.append('raw_second_halves', [secondHalves]);
    await reject(rejects);
    for (const [what, many] of Object.entries(batch.counts)) count(total, what, many);
  };
  const refused = (stopped: boolean): Refused => ({
    rows: rowsCut - (total.counts.blank_rows ?? 0),
    rejected: tally.rejected(),
    faults: tally.faults(),
    stopped,
  });
  const stopIfHopeless = (ratio: number) => {
    // A valid row has at least one byte per column.
    const more = (bytesLeft * ratio + PENDING_BYTES) / header.columns.length;
    if (!exceeds({ rejected: tally.rejected(), rows: rowsCut + more }, maxRejects)) return;
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
      if (kind === 'movies') joiner = createRowJoiner(header.columns, dialect);
    },
    async block({ bytes, firstRow, rows }, ratio) {
      rowsCut = firstRow + rows - 1;
      if (!readers[kind]) return;
      const task = { kind, header: header.columns, dialect, firstRow, bytes };
      const batch = pool.run(task, [bytes.buffer]);
      // The error is thrown when the batch is awaited; until then it must not count as unhandled.
      batch.catch(() => undefined);
      pending.push(batch);
      if (pending.length <= 2 * pool.size) return;
      await takeOldest();
      stopIfHopeless(ratio);
    },
  });
  while (pending.length > 0) await takeOldest();
  await reject(joiner?.end() ?? []);

  const { rows, rejected, ...rest } = refused(false);
  if (kind === 'movies' && rejected + (total.counts.stitched ?? 0) >= rows)
    throw new Problem(wording.noFilms(file, { rows, rejected, ...rest }));
  if (exceeds({ rejected, rows }, maxRejects))
    throw new Problem(wording.tooManyRejects(file, { rows, rejected, ...rest }, maxRejects));
  return { ...sum, rows, source, counts: total.counts, missing: header.missing };
}
