import type { DuckDBConnection } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { readChecks, runChecks } from '../../etl/checks.ts';
import { arrangePicks } from '../../etl/recommender/lists/arrange-picks.ts';
import { folderWith, newFolder, smallFiles } from './raw-files.ts';
import { contents, noRecommendations, run } from './run-etl.ts';

const faults: readonly (readonly [damage: string, check: string])[] = [
  ['insert into movies from movies limit 1', 'the key of movies is unique'],
  [
    "insert into movie_genres values (862, 0, 16, 'A'), (862, 1, 16, 'A')",
    'the key of movie_genres is unique',
  ],
  [
    "insert into movie_genres values (862, 1, 16, 'A')",
    'the positions of movie_genres count from 0 without gaps',
  ],
  ["insert into movie_countries values (5, 0, 'US', 'A')", 'every row of movie_countries has its film'],
  ["insert into cast_members values (862, 1, 99, 'A', null)", 'every row of cast_members has its person'],
  [
    "insert into crew_members values (862, 99, 'A', null, 'Director')",
    'every row of crew_members has its person',
  ],
  ["insert into people values (99, 'A', 'a', 0, 0, 0)", 'every person is in a film'],
  ['insert into recommendations values (862, 1, 5, 0.5, [])', 'every pick is a film'],
  [
    "insert into questions values (5, 'year', 'en', true, 1)",
    'every row of questions has its film, and no adult film is asked about',
  ],
  [
    "update movies set adult = true where id = 862; insert into questions values (862, 'year', 'en', true, 1)",
    'every row of questions has its film, and no adult film is asked about',
  ],
  [
    "insert into questions values (862, 'year', 'en', true, 1), (862, 'year', 'en', true, 2)",
    'the key of questions is unique',
  ],
  [
    "insert into questions values (862, 'year', 'en', true, 4)",
    'the languages and difficulties of questions are in range',
  ],
  ["insert into questions values (862, 'year', 'en', null, 1)", 'no filled column of questions is null'],
  [
    'insert into recommendations values (862, 51, 949, 0.5, [])',
    'the scores and ranks of recommendations are in range',
  ],
  [
    "insert into recommendations values (862, 1, 949, 'nan'::double, [])",
    'the scores and ranks of recommendations are in range',
  ],
  [
    'insert into recommendations values (862, 1, 862, 0.5, [])',
    'the scores and ranks of recommendations are in range',
  ],
  [
    'insert into recommendations values (862, 1, 949, 0.5, null)',
    'no filled column of recommendations is null',
  ],
  [
    "insert into titles values (862, 'title', 'en', 'Other', 'other')",
    'every film has one title and one original',
  ],
  ["insert into movie_words values (862, 'title', 'toy')", 'the key of movie_words is unique'],
  ["insert into movie_words values (5, 'title', 'toy')", 'every row of movie_words has its film'],
  ['delete from cards where movie_id = 862', 'every film has its card'],
  [`update movies set "return" = 'infinity'`, 'the numbers of movies are in range'],
  [`update movies set popularity = 'nan'`, 'the numbers of movies are in range'],
  ['update movies set vote_average = 10.1', 'the numbers of movies are in range'],
  [`update movies set "return" = 1`, 'return is revenue by budget, or 0'],
  ['update movies set release_weekday = 7', 'year, month and weekday are those of the date'],
  ['update movies set release_month = null', 'year, month and weekday are those of the date'],
  ['update movies set title = null', 'no filled column of movies is null'],
  ["update people set folded = ''", 'no text of people is blank'],
  ['update people set cast_films = 7', 'the film counts and votes of people add up'],
  ['update people set votes = 7', 'the film counts and votes of people add up'],
  [
    'delete from raw_movies where id = 949; insert into raw_stitched values (9), (10)',
    'the raw rows of films are films, duplicates, second halves and rejects',
  ],
  [
    'insert into recommendations values (862, 1, 949, 0.5, [])',
    'every film with picks has its list, of all of them',
  ],
  ['delete from raw_credits', 'the raw rows of credits are taken or rejected'],
];

test('every fault is found by the check that is meant for it, and the sound tables pass', async () => {
  await run(folderWith(smallFiles()), newFolder(), {
    async train(connection) {
      await noRecommendations(connection);
      await arrangePicks(connection);
      await runChecks([connection]);
      for (const [damage, check] of faults)
        expect([damage, await failedCheck(connection, damage)]).toEqual([damage, check]);
    },
  });
});

/** The check that fails after `damage`, which is then taken back. */
async function failedCheck(connection: DuckDBConnection, damage: string): Promise<string | undefined> {
  await connection.run('begin');
  await connection.run(damage);
  const error = await runChecks([connection]).catch((reason: unknown) => reason);
  await connection.run('rollback');
  return error instanceof Error
    ? /^The check "(.*)" failed, nothing was published\. For example: /.exec(error.message)?.[1]
    : undefined;
}

test('a failing check is named with an example, and nothing is published', async () => {
  const to = newFolder();
  const damaged = run(folderWith(smallFiles()), to, {
    async train(connection) {
      await noRecommendations(connection);
      await connection.run('update movies set vote_average = 11 where id = 949');
    },
  });
  await expect(damaged).rejects.toThrow(
    'The check "the numbers of movies are in range" failed, nothing was published. For example: id = 949, ',
  );
  expect(contents(to)).toEqual([]);
});

test('the checks have different names and are one statement each', () => {
  const checks = readChecks();
  expect(checks.length).toBeGreaterThan(50);
  expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length);
  for (const { sql } of checks) expect(sql).toMatch(/^(select|with) [^;]*$/);
});
