import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { readSql } from '../../etl/database.ts';
import { readGroupRecommendations } from '../../src/catalogue/group-recommendations.ts';
import { batchByKey } from '../../src/catalogue/loaded-version.ts';
import type { Snapshot } from '../../src/catalogue/snapshot.ts';
import { withholdNothing } from '../../src/catalogue/withheld.ts';
import { afterTest } from '../support/endings.ts';

interface Film {
  id: number;
  title?: string;
  votes?: number;
  year?: number;
  collection?: number;
  /** The recommended films, each with the codes of its reasons: "21-a7". */
  list?: string;
}

/** A snapshot of a catalogue with these films alone. */
async function catalogueOf(films: readonly Film[]): Promise<Snapshot> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  afterTest(() => {
    connection.closeSync();
    instance.closeSync();
  });
  await connection.run(`
    create table movies (
      id int, title varchar, release_year int, vote_count int, vote_average double, collection_id int, adult boolean,
      genre_ids int[], original_language varchar, reasons varchar, brief varchar
    );
    create table recommendations (movie_id int, rank int, similar_id int);
    create table recommendation_lists (first_id int, ids blob, votes blob, collections blob, picks blob);
    create table reason_names as
      select 'n' as kind, '7' as key, 'Ana Uno' as name, null::varchar as name_es, null::varchar as use;
  `);
  for (const { id, title = `Film ${id}`, votes = 0, year = 2000, collection = null, list = '' } of films) {
    const picks = list.split(',').filter((pick) => pick !== '');
    await connection.run(
      `insert into movies values ($id, $title, $year, $votes, 7, $collection, false, [1], 'en', $reasons, $brief)`,
      {
        id,
        title,
        year,
        votes,
        collection,
        reasons: picks.length === 0 ? null : picks.map((pick) => pick.replace(/^\d+-/u, '')).join(','),
        brief: JSON.stringify({ id, title, title_es: null, original_title: title, release_year: year }),
      },
    );
    for (const [at, pick] of picks.entries())
      await connection.run('insert into recommendations values ($id, $rank, $similar)', {
        id,
        rank: at + 1,
        similar: Number.parseInt(pick, 10),
      });
  }
  await connection.run(readSql('sql/recommendation_lists.sql'), { after: 0, upto: 1000 });
  const query: Snapshot['query'] = async <Row>(sql: string, params = {}) =>
    (await connection.runAndReadAll(sql, params)).getRowObjectsJS() as Row[];
  return withholdNothing({
    query,
    queryByKey: batchByKey(query),
    queryOnce: async (sql, make) => make(await query(sql)),
    find: () => Promise.reject(new Error('no search')),
    findChain: () => Promise.reject(new Error('no search')),
    findByDescription: () => Promise.reject(new Error('no search')),
  });
}

const between = async (films: readonly Film[], ids: readonly number[], asked = {}) =>
  (await readGroupRecommendations(await catalogueOf(films), ids, { adult: false, ...asked })).picks;

const idsOf = (picks: readonly { id: number }[]) => picks.map(({ id }) => id);

const others = (...ids: number[]): Film[] => ids.map((id) => ({ id }));

describe('films between several', () => {
  it('a film in the lists of both beats the first film of one list', async () => {
    const films = [
      { id: 1, list: '11-,12-,13-' },
      { id: 2, list: '21-,22-,13-' },
      ...others(11, 12, 13, 21, 22),
    ];
    expect(idsOf(await between(films, [1, 2]))).toEqual([13, 11, 21, 12, 22]);
  });

  it('films without a common recommendation meet in a second step, and the film in the middle is named', async () => {
    const films = [
      { id: 1, list: '11-' },
      { id: 2, list: '21-a7' },
      { id: 11, list: '21-' },
      { id: 21, list: '30-' },
      ...others(30),
    ];
    const picks = await between(films, [1, 2]);
    expect(
      picks.map(({ id, links }) => [
        id,
        links.map(({ film, reasons, middle }) => [film.id, reasons.map(({ name }) => name), middle?.id]),
      ]),
    ).toEqual([
      [
        21,
        [
          [1, [], 11],
          [2, ['Ana Uno'], undefined],
        ],
      ],
      [11, [[1, [], undefined]]],
      [30, [[2, [], 21]]],
    ]);
  });

  it('each title counts alike: a longer list or more votes do not win', async () => {
    const films = [
      { id: 1, votes: 9000, list: '11-,12-,13-,14-' },
      { id: 2, votes: 3, list: '21-' },
      ...others(11, 12, 13, 14, 21),
    ];
    expect(idsOf(await between(films, [1, 2]))).toEqual([11, 21, 12, 13, 14]);
    expect(idsOf(await between(films, [2, 1]))).toEqual([11, 21, 12, 13, 14]);
  });

  it('a film that everybody knows needs a stronger link than a small one', async () => {
    const films = [
      { id: 1, list: '11-,12-' },
      { id: 2, list: '11-,12-' },
      { id: 11, votes: 9000 },
      ...others(12),
    ];
    expect(idsOf(await between(films, [1, 2]))).toEqual([12, 11]);
  });

  it('neither the given films nor their namesakes, twins once, and two films of a collection', async () => {
    const films: Film[] = [
      { id: 1, title: 'Hamlet', list: '2-,4-,11-,12-,13-,14-,15-' },
      { id: 2, title: 'Ran', list: '3-,1-,11-,12-,13-,14-,15-' },
      { id: 3, title: 'Hamlet', year: 1990 },
      { id: 4, title: 'RAN', year: 1991 },
      { id: 11, collection: 5 },
      { id: 12, collection: 5 },
      { id: 13, collection: 5 },
      { id: 14, title: 'Twin' },
      { id: 15, title: 'Twin' },
    ];
    expect(idsOf(await between(films, [1, 2]))).toEqual([11, 12, 14]);
  });

  it('pages follow each other, and well-liked films of the same genre and decade fill the last one', async () => {
    const films = [
      { id: 1, list: '11-,12-,13-' },
      { id: 2, list: '11-,12-,13-' },
      ...others(11, 12, 13),
      { id: 40, votes: 50 },
      { id: 41, votes: 60 },
      { id: 42, votes: 70, year: 1975 },
    ];
    const picked = async (offset: number) =>
      (await between(films, [1, 2], { limit: 2, offset })).map(({ id, picked }) => [id, picked]);
    expect(await picked(0)).toEqual([
      [11, true],
      [12, true],
    ]);
    expect(await picked(2)).toEqual([
      [13, true],
      [41, false],
    ]);
    expect(await picked(4)).toEqual([[40, false]]);
  });
});
