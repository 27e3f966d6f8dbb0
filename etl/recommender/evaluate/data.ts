import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, readRows, readSql } from '../../database.ts';
import { loadAll } from '../../load-all.ts';
import { makeTables } from '../../make-tables.ts';
import { readOptions } from '../../options.ts';
import { Problem } from '../../problem.ts';
import { silent } from '../../progress.ts';
import { wording } from '../../report.ts';
import { findSources, projectWords } from '../../sources.ts';
import { type LoadedFilms, loadFilms } from '../features/load-films.ts';
import type { People } from '../features/people.ts';
import { loadPeople } from '../features/read-people.ts';

const HERE = 'recommender/evaluate';

/** A folder's films, what they are made of, and its people. */
export interface EvaluationData extends LoadedFilms {
  people: People;
  links: string;
  /** By the film's index: its genres, its soup of metadata, what it is called. */
  genres: number[][];
  soups: [feature: number, times: number][][];
  names: { title: string; original_title: string }[];
}

/**
 * Reads raw files through the ETL's own reading and cleaning, publishing nothing. Throws a Problem where the folder
 * (by default RAW_DIR, data/raw or data/sample) has no ratings or links.
 */
export async function readEvaluationData(folder?: string): Promise<EvaluationData> {
  const { from, texts } = readOptions(folder === undefined ? [] : ['--from', folder], process.env);
  const spill = mkdtempSync(join(tmpdir(), 'filmoteca-evaluate-'));
  const database = await openDatabase(spill);
  try {
    const { connection } = database;
    const sources = findSources(from, { texts, words: projectWords });
    const path = (kind: string) => sources.find((source) => source.kind === kind)?.path;
    const [ratings, links] = [path('ratings'), path('links')];
    if (ratings === undefined || links === undefined) throw new Problem(wording.noPeople(from));
    await loadAll(connection, sources, { workers: 1, maxRejects: 1, progress: silent });
    await makeTables(database, (_, work) => work());
    const loaded = await loadFilms(connection);
    const index = new Map(loaded.films.map(({ id }, at) => [id, at]));
    const genres: number[][] = loaded.films.map(() => []);
    for (const row of await readRows<{ movie_id: number; genre_id: number }>(
      connection,
      readSql(`${HERE}/genres.sql`),
    ))
      genres[index.get(row.movie_id) ?? -1]?.push(row.genre_id);
    const soups: [number, number][][] = loaded.films.map(() => []);
    for (const row of await readRows<{ movie_id: number; feature: number; times: number }>(
      connection,
      readSql(`${HERE}/soup.sql`),
    ))
      soups[index.get(row.movie_id) ?? -1]?.push([row.feature, row.times]);
    const names = await readRows<EvaluationData['names'][number]>(connection, readSql(`${HERE}/names.sql`));
    const people = await loadPeople({ ratings, links }, loaded.films);
    if (people.count === 0) throw new Problem(wording.noRatingsWithin(ratings));
    return {
      ...loaded,
      genres,
      soups,
      names,
      people,
      links,
    };
  } finally {
    database.close();
    rmSync(spill, { recursive: true, force: true });
  }
}
