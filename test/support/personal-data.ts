import { gunzipSync } from 'node:zlib';
import { PERSONAL_TABLES, type PersonalPlace, type PersonalTable } from '../../src/store/personal-data.ts';
import type { GamesTable, PicksTable, VotesTable } from '../../src/store/schema.ts';
import type { Store } from '../../src/store/store.ts';
import { writePersonalFile } from '../../src/trivia/personal-file.ts';

export type PersonalData = Record<Exclude<PersonalTable, 'picks' | 'votes' | 'games_started'>, object[]> & {
  picks: PicksTable[];
  votes: VotesTable[];
  games_started: GamesTable[];
};

/** All data that the store has about a person, read from the files that the person gets. */
export async function readPersonalData(store: Store, userId: string): Promise<PersonalData> {
  const whole = Object.fromEntries(PERSONAL_TABLES.map((table) => [table, []])) as unknown as PersonalData;
  let from: PersonalPlace | undefined;
  do {
    const file = await writePersonalFile(store, userId, { from, onMore: async () => undefined });
    const read = parsePersonalFile(file.data, file.compressed);
    for (const table of PERSONAL_TABLES) (whole[table] as object[]).push(...(read[table] ?? []));
    from = file.next;
  } while (from !== undefined);
  return whole;
}

export const parsePersonalFile = (data: Buffer, compressed: boolean): Partial<PersonalData> =>
  JSON.parse(String(compressed ? gunzipSync(data) : data));
