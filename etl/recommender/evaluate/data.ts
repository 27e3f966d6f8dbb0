import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, readRows, readSql } from '../../database.ts';
import { loadSources } from '../../load-sources.ts';
import { loadWords, makeTables } from '../../make-tables.ts';
import { readOptions } from '../../options.ts';
import { Problem } from '../../problem.ts';
import { silent } from '../../progress.ts';
import { findSources, projectWords } from '../../sources.ts';
import { wording } from '../../wording.ts';
import type { Content } from '../features/content.ts';
import { type LoadedFilms, loadFeatures, loadFilms } from '../features/load-films.ts';
import type { People } from '../features/people.ts';
import { loadPeople } from '../features/read-people.ts';

const genresByFilm = 'select movie_id, genre_id from movie_genres order by movie_id, position';

/** A film as people know it; unknown texts are blank, lists are separated by commas. */
export type Described = Record<
  'title' | 'original_title' | 'language' | 'overview' | 'directors' | 'genres' | 'countries',
  string
>;

/** The films of a folder with their content features, and its people. */
export interface EvaluationData extends LoadedFilms {
  /** The features that are reasons. */
  shared: Content;
  people: People;
  links: string;
  /** By film index: genre ids, metadata soup and description. */
  genres: number[][];
  soups: [feature: number, times: number][][];
  described: Described[];
}

/**
 * Reads and cleans raw files as the ETL does, without publishing. Throws a Problem if the folder (by default RAW_DIR, data/raw
 * or data/sample) has no ratings or links.
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
    await loadSources(connection, sources, { workers: 1, maxRejects: 1, progress: silent });
    await loadWords(connection, sources);
    await makeTables(database, (_, work) => work());
    const loaded = await loadFilms(connection);
    const shared = await loadFeatures(connection, 'recommender/lists/reason_features.sql', loaded.films);
    const index = new Map(loaded.films.map(({ id }, at) => [id, at]));
    const genres: number[][] = loaded.films.map(() => []);
    for (const row of await readRows<{ movie_id: number; genre_id: number }>(connection, genresByFilm))
      genres[index.get(row.movie_id) ?? -1]?.push(row.genre_id);
    const soups: [number, number][][] = loaded.films.map(() => []);
    for (const row of await readRows<{ movie_id: number; feature: number; times: number }>(
      connection,
      readSql('recommender/evaluate/soup.sql'),
    ))
      soups[index.get(row.movie_id) ?? -1]?.push([row.feature, row.times]);
    const described = await readRows<Described>(connection, readSql('recommender/evaluate/described.sql'));
    const people = await loadPeople({ ratings, links }, loaded.films);
    if (people.count === 0) throw new Problem(wording.noRatingsWithin(ratings));
    return {
      ...loaded,
      shared,
      genres,
      soups,
      described,
      people,
      links,
    };
  } finally {
    database.close();
    rmSync(spill, { recursive: true, force: true });
  }
}
