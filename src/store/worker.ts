import { workerData } from 'node:worker_threads';
import { answerRequests, type Request } from '../lib/answer-requests.ts';
import { batch } from './batch.ts';
import { connect } from './connect.ts';
import type { StoreLocation } from './location.ts';
import { migrate } from './migrations.ts';
import { type Pick, recordPicks } from './picks.ts';
import { type Queries, queries } from './queries.ts';
import type { Database } from './schema.ts';

/** Picks that one transaction takes: SQLite binds 32,766 values, a pick has 10. */
const MOST_PICKS = 500;

const database = connect(workerData as StoreLocation);
const recordPick = batch((picks: readonly Pick[]) => recordPicks(database, picks), MOST_PICKS);

type AnyQuery = (database: Database, ...args: readonly unknown[]) => Promise<unknown>;

const underWay = new Set<Promise<unknown>>();

async function answer(request: Request): Promise<unknown> {
  // What came before an erasure is written before it: nothing of it may be left.
  if (request.name.startsWith('erase')) await Promise.allSettled(underWay);
  const work = run(request);
  underWay.add(work);
  return work.finally(() => underWay.delete(work));
}

async function run({ name, args }: Request): Promise<unknown> {
  if (name === 'open') return migrate(database);
  if (name === 'close') return database.destroy();
  if (name === 'recordPick') return recordPick(args[0] as Pick);
  return (queries[name as keyof Queries] as AnyQuery)(database, ...args);
}

answerRequests(answer);
