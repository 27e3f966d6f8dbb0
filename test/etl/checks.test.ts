import type { DuckDBConnection } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { readChecks, runChecks } from '../../etl/checks.ts';
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
  ['insert into recommendations values (862, 1, 5, 0.5, [])', 'every recommended film exists'],
  [
    "insert into questions values (5, 'year', 'en', true, true, 1, 1990, 'en')",
    'every row of questions has its film, and no adult film is asked about',
  ],
  [
    "update movies set adult = true where id = 862; insert into questions values (862, 'year', 'en', true, true, 1, 1990, 'en')",
    'every row of questions has its film, and no adult film is asked about',
  ],
  [
    "insert into questions values (862, 'year', 'en', true, true, 1, 1990, 'en'), (862, 'year', 'en', true, true, 2, 1990, 'en')",
    'the key of questions is unique',
  ],
  [
    "insert into questions values (862, 'year', 'en', true, true, 4, 1990, 'en')",
    'the languages and difficulties of questions are in range',
  ],
  [
    "insert into questions values (862, 'year', 'en', null, true, 1, 1990, 'en')",
    'no filled column of questions is null',
  ],
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
  ["insert into movie_words values (862, 'en', true, 'toy')", 'the key of movie_words is unique'],
  ["insert into movie_words values (5, 'en', true, 'toy')", 'every row of movie_words has its film'],
  ['update movies set card = null where id = 862', 'no filled column of movies is null'],
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
    'delete from raw_movies where id = 949; insert into raw_second_halves values (9), (10)',
    'the raw rows of films are films, duplicates, second halves or rejects',
  ],
  [
    'insert into recommendations values (862, 1, 949, 0.5, [])',
    'every film has the reasons of all its recommendations',
  ],
  ['delete from raw_credits', 'the raw rows of credits are loaded or rejected'],
  ["insert into genres values (0, 1, 'A'), (1, 1, 'A')", 'the key of genres is unique'],
  ["insert into genres values (1, 1, 'A')", 'the ordinals of genres count from 0 without gaps'],
  ["insert into movie_genres values (862, 0, 16, 'A')", 'every genre of a film is numbered'],
  ["insert into directors values (862, 1, 'A'), (862, 1, 'A')", 'the key of directors is unique'],
  [
    "insert into directors values (862, 99, 'A')",
    'every director is in the crew, and every director of the crew is there',
  ],
  ['insert into credits values (1, 862, true), (1, 862, true)', 'the key of credits is unique'],
  ['insert into credits values (1, 862, true)', 'every credit is of the cast or a director'],
  ['delete from openings where month = 1', 'every month and weekday has its openings'],
  [
    "insert into questions values (862, 'year', 'en', true, true, 1, 1990, 'en')",
    'every film asked about is in question_films',
  ],
  [
    "insert into question_counts select 'A', 'en', 'year', true, 1, 1990, 'en', 1 from range(2)",
    'the key of question_counts is unique',
  ],
  [
    "insert into question_counts values (null, 'en', 'year', true, 1, 1990, 'en', 1)",
    'the counts of all genres add up to the questions',
  ],
  ['insert into question_films (id) values (862), (862)', 'the key of question_films is unique'],
  [
    'insert into question_directors (movie_id, person_id) values (862, 1), (862, 1)',
    'the key of question_directors is unique',
  ],
  [
    'insert into question_directors (movie_id, person_id) values (862, 1)',
    'every row of question_directors is of a director and a film of the questions',
  ],
  [
    'insert into question_cast (movie_id, person_id) values (862, 1), (862, 1)',
    'the key of question_cast is unique',
  ],
  [
    'insert into question_cast (movie_id, person_id) values (862, 1)',
    'every row of question_cast is of the cast and a film of the questions',
  ],
  [
    "insert into question_languages values (862, 'en'), (862, 'en')",
    'the key of question_languages is unique',
  ],
  ["insert into question_languages values (862, 'en')", 'every row of question_languages has its film'],
  ['insert into question_keywords values (1, 4), (1, 4)', 'the key of question_keywords is unique'],
  ['insert into question_keywords values (-1, 4)', 'every keyword of the questions is of a film'],
  ['insert into namesakes values (862, 862), (862, 862)', 'the key of namesakes is unique'],
  ['insert into question_films (id) values (862)', 'every film of the questions is its own namesake'],
  ['insert into namesakes values (862, 5)', 'every namesake is a film'],
  ['insert into people_namesakes values (1, 1), (1, 1)', 'the key of people_namesakes is unique'],
  ['insert into people_namesakes values (1, -99)', 'every namesake is a person'],
];

test('each kind of damage fails its check, and the undamaged tables pass', async () => {
  await run(folderWith(smallFiles()), newFolder(), {
    async names(connection) {
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

test('the error names the failed check with an example row, and nothing is published', async () => {
  const to = newFolder();
  const damaged = run(folderWith(smallFiles()), to, {
    async recommend(connection) {
      await noRecommendations(connection);
      await connection.run('update movies set vote_average = 11 where id = 949');
    },
  });
  await expect(damaged).rejects.toThrow(
    'The check "the numbers of movies are in range" failed, nothing was published. For example: id = 949, ',
  );
  expect(contents(to)).toEqual([]);
});

test('every check has a unique name and one statement', () => {
  const checks = readChecks();
  expect(checks.length).toBeGreaterThan(50);
  expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length);
  for (const { sql } of checks) expect(sql).toMatch(/^(select|with) [^;]*$/);
});
