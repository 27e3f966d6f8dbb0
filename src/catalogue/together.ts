import { listValue } from '@duckdb/node-api';
import type { Params, Snapshot } from './snapshot.ts';

/** One question: what is under way, and the keys and the answer of the next, which is still gathered. */
interface Question {
  underWay: Promise<unknown>;
  keys: Set<number>;
  next: Promise<Map<number, unknown[]>> | undefined;
}

/**
 * Makes the `rowsOf` of a `query`: whoever asks the same while it is being asked is answered by the next question, all of
 * them by one.
 */
export function createTogether(query: Snapshot['query']): Snapshot['rowsOf'] {
  const questions = new Map<string, Question>();

  const askNext = async (question: Question, sql: string, params: Params) => {
    await question.underWay.catch(() => undefined);
    const keys = [...question.keys];
    question.keys = new Set();
    question.next = undefined;
    return byKey(await query<{ key: number }>(sql, { ...params, keys: listValue(keys) }));
  };

  return async <Row>(sql: string, key: number, params: Params = {}): Promise<Row[]> => {
    const name = `${sql}${JSON.stringify(params)}`;
    const question = questions.get(name) ?? { underWay: Promise.resolve(), keys: new Set(), next: undefined };
    questions.set(name, question);
    question.keys.add(key);
    question.next ??= askNext(question, sql, params);
    question.underWay = question.next;
    return ((await question.next).get(key) ?? []) as Row[];
  };
}

function byKey(rows: readonly { key: number }[]): Map<number, unknown[]> {
  const found = new Map<number, unknown[]>();
  for (const row of rows) {
    const own = found.get(row.key);
    if (own === undefined) found.set(row.key, [row]);
    else own.push(row);
  }
  return found;
}
