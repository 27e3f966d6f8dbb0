import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readFigures } from '../../eda/figures.ts';
import type { Manifest } from '../../etl/manifest.ts';
import { newFolder } from './raw-files.ts';
import { hasRealData, realFolder } from './real-data.ts';
import { rows, run } from './run-etl.ts';

describe.runIf(hasRealData)(
  `the full files${hasRealData ? '' : ' (skipped: ../shared/data is not there)'}`,
  () => {
    const to = newFolder();
    let manifest: Manifest;

    beforeAll(async () => {
      manifest = await run(realFolder, to, { workers: 2 });
    });

    test('every raw row is a film, a duplicate or half a film', () => {
      const movies = manifest.sources.find(({ file }) => file === 'movies_metadata.csv.gz');
      expect(movies?.rows).toBe(45_466);
      expect(manifest.tables.movies).toBe(45_433);
      expect(manifest.tables.rejects).toBe(0);
      expect(manifest.rules).toEqual({
        stitched: 3,
        duplicates: 30,
        rejected: 0,
        blank_rows: 0,
        imputed: 0,
        blanked: 73,
        entries_incomplete: 4,
        credits_merged: 44,
        keywords_merged: 987,
        credits_without_film: 0,
        keywords_without_film: 0,
        texts_without_film: 0,
      });
    });

    test('the counts by month and weekday match the source', async () => {
      const counts = await rows(
        to,
        `select
         count_if(release_date is null)::integer,
         count_if(release_month = 1)::integer,
         count_if(release_weekday = 5)::integer
       from '$dir/movies.parquet'`,
      );
      expect(counts).toEqual([[84, 5910, 13_902]]);
    });

    test('there are 30,000 questions or more on films with 100 votes or more, at most a fifth of one kind', async () => {
      const kinds = await rows(
        to,
        `select kind, count(distinct movie_id)::integer as films, min(vote_count)
         from '$dir/questions.parquet' join '$dir/movies.parquet' on id = movie_id
         group by kind order by kind`,
      );
      const films = kinds.map((row) => Number(row[1]));
      const all = films.reduce((sum, count) => sum + count, 0);
      // All but the Spanish titles, which are ours and not in these files.
      expect(kinds).toHaveLength(15);
      expect(all).toBeGreaterThanOrEqual(30_000);
      expect(Math.max(...films)).toBeLessThanOrEqual(all / 5);
      expect(Math.min(...kinds.map((row) => Number(row[2])))).toBe(100);
    });

    test('known facts hold: Toy Story, and the most popular and the most voted film', async () => {
      expect(
        await rows(
          to,
          `select title, release_date, budget, revenue, vote_average, vote_count from '$dir/movies.parquet' where id = 862`,
        ),
      ).toEqual([['Toy Story', '1995-10-30', '30000000', '373554033', 7.7, 5415]]);
      expect(
        await rows(
          to,
          `select title, popularity from '$dir/movies.parquet' order by popularity desc limit 1`,
        ),
      ).toEqual([['Minions', 547.488298]]);
      expect(
        await rows(
          to,
          `select title, vote_count from '$dir/movies.parquet' order by vote_count desc limit 1`,
        ),
      ).toEqual([['Inception', 14075]]);
    });

    test('the report shows the known figures of the raw rows and of the clean films', async () => {
      const raw = join(realFolder, 'movies_metadata.csv.gz');
      const { counts, figures, duplicates } = await readFigures(raw, join(to, manifest.version), newFolder());
      const side = (name: string, of: 'raw' | 'clean') =>
        figures.find((row) => row.name === name && row.side === of);
      const popularity = side('popularity', 'raw');
      expect(popularity?.mean).toBeCloseTo(2.921478, 6);
      expect(popularity?.q3).toBeCloseTo(3.678902, 6);
      expect(popularity?.highest).toBe(547.488298);
      expect(side('vote_count', 'raw')?.mean).toBeCloseTo(109.897338, 6);
      expect(side('popularity', 'clean')?.mean).toBeCloseTo(2.92106, 6);
      expect(side('vote_count', 'clean')?.mean).toBeCloseTo(109.929545, 6);
      expect(counts).toMatchObject({
        raw_rows: 45_466,
        clean_films: 45_433,
        raw_languages: 93,
        clean_languages: 89,
        raw_without_revenue: 38_052,
        clean_without_revenue: 38_035,
        raw_repeated: 30,
        clean_repeated: 0,
      });
      expect(duplicates.length).toBe(29);
    });
  },
);
