import { setTimeout as delay } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import { serveRequests, type WorkerRequest } from '../lib/worker.ts';
import { batch } from './batch.ts';
import { connect } from './connect.ts';
import { isOfARow } from './dialect.ts';
import type { StoreLocation } from './location.ts';
import { migrate } from './migrations.ts';
import { type PickRecord, recordPicks } from './picks.ts';
import { type Queries, queries } from './queries.ts';
import { repeatUntilDone } from './repeat-until-done.ts';
import type { Database } from './schema.ts';
import { scrub } from './scrub.ts';

/** Picks that one transaction takes: SQLite binds 32,766 values, a pick has 10. */
const MOST_PICKS = 500;

const database = connect(workerData as StoreLocation);
const recordPick = batch({
  work: (picks: readonly PickRecord[]) => recordPicks(database, picks),
  most: MOST_PICKS,
  isOfAnItem: isOfARow,
});

type AnyQuery = (database: Database, ...args: readonly unknown[]) => Promise<unknown>;

/** How long after a scrub that another connection blocked the next one is tried, in milliseconds. */
const SCRUB_AGAIN_MS = 1000;
/** How long an erasure waits for the scrub of a big file, in milliseconds: the rest is done after its answer. */
const SCRUB_WAIT_MS = 500;

const scrubSoon = repeatUntilDone(() => scrub(database), SCRUB_AGAIN_MS);

/** Whether a request deletes what a person or a server may expect to be gone. */
const deletes = ({ name, args }: WorkerRequest) =>
  name.startsWith('erase') || (name === 'showPerson' && args[1] === null);

const underWay = new Set<Promise<unknown>>();

async function answer(request: WorkerRequest): Promise<unknown> {
  // What came before an erasure is written before it: nothing of it may be left.
  if (request.name.startsWith('erase')) await Promise.allSettled(underWay);
  const work = run(request);
  underWay.add(work);
  try {
    const value = await work;
    if (deletes(request)) await Promise.race([scrubSoon.run(), delay(SCRUB_WAIT_MS)]);
    return value;
  } finally {
    underWay.delete(work);
  }
}

async function run({ name, args }: WorkerRequest): Promise<unknown> {
  if (name === 'open') return open();
  if (name === 'close') return close();
  if (name === 'recordPick') return recordPick(args[0] as PickRecord);
  return (queries[name as keyof Queries] as AnyQuery)(database, ...args);
}

async function open(): Promise<void> {
  await migrate(database);
  // A process that was killed before it could scrub left this to the next one.
  void scrubSoon.run();
}

async function close(): Promise<void> {
  await scrubSoon.stop();
  await database.destroy();
}

serveRequests(answer);
