import { setTimeout as delay } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import { serveRequests, type WorkerRequest } from '../lib/worker.ts';
import { batch } from './batch.ts';
import { connect } from './connect.ts';
import { isRowError } from './dialect.ts';
import type { StoreLocation } from './location.ts';
import { migrate } from './migrations.ts';
import { type PickRecord, recordPicks } from './picks.ts';
import { type Queries, queries } from './queries.ts';
import { repeatUntilDone } from './repeat-until-done.ts';
import type { Database } from './schema.ts';
import { scrub } from './scrub.ts';

/** Most picks of one transaction: a longer transaction would delay other queries. */
const MAX_PICKS = 500;

const database = connect(workerData as StoreLocation);
const recordPick = batch({
  process: (picks: readonly PickRecord[]) => recordPicks(database, picks),
  maxSize: MAX_PICKS,
  isItemError: isRowError,
});

type AnyQuery = (database: Database, ...args: readonly unknown[]) => Promise<unknown>;

/** Pause before a scrub is retried that another connection blocked. */
const SCRUB_RETRY_MS = 1000;
/** Longest time that an erasure waits for the scrub; the scrub of a big file ends after the answer. */
const SCRUB_WAIT_MS = 500;

const scrubSoon = repeatUntilDone(() => scrub(database), SCRUB_RETRY_MS);

/** Whether a request erases data of a person or a server. */
const deletes = ({ name, args }: WorkerRequest) =>
  name.startsWith('erase') || (name === 'showPerson' && args[1] === null);

const underWay = new Set<Promise<unknown>>();

async function answer(request: WorkerRequest): Promise<unknown> {
  // An erasure runs after earlier requests, so that it also erases their rows.
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
  // An earlier process may have been killed before its scrub.
  void scrubSoon.run();
}

async function close(): Promise<void> {
  await scrubSoon.stop();
  await database.destroy();
}

serveRequests(answer);
