import type { Snapshot } from './snapshot.ts';

/** The stored recommendations of all films, as the ETL packs them. A film is a place: its index in the order of ids. */
export interface RecommendationLists {
  ids: Int32Array;
  votes: Int32Array;
  /** 0 without a collection. */
  collections: Int32Array;
  /** LIST_SIZE places for each film, best first; -1 fills a shorter list. */
  picks: Int32Array;
}

const LIST_SIZE = 50;

type Packed = Record<keyof RecommendationLists, Uint8Array>;

const allLists = 'select ids, votes, collections, picks from recommendation_lists order by first_id';

/** The lists of the snapshot's version, unpacked once and then kept. */
export const readLists = ({ queryOnce }: Pick<Snapshot, 'queryOnce'>): Promise<RecommendationLists> =>
  queryOnce(allLists, (rows: Packed[]) => ({
    ids: unpack(rows.map(({ ids }) => ids)),
    votes: unpack(rows.map(({ votes }) => votes)),
    collections: unpack(rows.map(({ collections }) => collections)),
    picks: unpack(rows.map(({ picks }) => picks)),
  }));

/** Numbers of four bytes, the highest first, from the blocks of a column. */
function unpack(blocks: readonly Uint8Array[]): Int32Array {
  const bytes = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const block of blocks) {
    bytes.set(block, at);
    at += block.length;
  }
  Buffer.from(bytes.buffer).swap32();
  return new Int32Array(bytes.buffer);
}

/** The place of the film with an id. Throws if there is none, because ids come from a match. */
export function placeOf({ ids }: RecommendationLists, id: number): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] as number) < id) low = middle + 1;
    else high = middle;
  }
  if (ids[low] !== id) throw new Error(`no film ${id}`);
  return low;
}

/** The places of the films recommended for a place, best first. */
export function picksOf({ picks }: RecommendationLists, place: number): Int32Array {
  const list = picks.subarray(place * LIST_SIZE, (place + 1) * LIST_SIZE);
  const end = list.indexOf(-1);
  return end < 0 ? list : list.subarray(0, end);
}

/** Whether two places are films of one collection. */
export const ofOneCollection = ({ collections }: RecommendationLists, a: number, b: number): boolean =>
  collections[a] !== 0 && collections[a] === collections[b];

/** The codes of the reasons of each recommendation, from movies.reasons. */
export const readCodes = (reasons: string | null): string[][] =>
  (reasons ?? '').split(',').map((codes) => (codes === '' ? [] : codes.split(' ')));
