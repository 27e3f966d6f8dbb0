import { setImmediate as nextTurn } from 'node:timers/promises';
import { type DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { readRows, readSql } from '../database.ts';
import type { Progress } from '../progress.ts';
import { buildMatrix, type FeatureRow, type Matrix } from './matrix.ts';
import { type Candidate, createNearest, type Neighbour } from './nearest.ts';

/**
 * Fills the table recommendations: for each film the films most like it by what they are made of (genres, keywords,
 * cast, directors, collection, decade, language; rarer features count more), weighed by votes. Deterministic.
 */
export async function train(connection: DuckDBConnection, _progress: Progress): Promise<void> {
  const films = await readRows<{ id: number } & FilmRow>(connection, readSql('recommender/films.sql'));
  const ids = films.map(({ id }) => id);
  const features = await readRows<FeatureRow & Record<string, string | number>>(
    connection,
    readSql('recommender/features.sql'),
  );
  const matrix = buildMatrix(ids, features);
  await store(connection, ids, matrix, createNearest(matrix, films));
  await connection.run(readSql('recommender/recommendations.sql'));
}

type FilmRow = { [Key in keyof Candidate]: Candidate[Key] };

const CHUNK_ROWS = 2048;

async function store(
  connection: DuckDBConnection,
  ids: readonly number[],
  matrix: Matrix,
  nearest: (film: number) => Neighbour[],
): Promise<void> {
  await connection.run(
    'create table picks (movie_id integer, rank integer, similar_id integer, score double, codes varchar)',
  );
  const appender = await connection.createAppender('picks');
  const chunk = DuckDBDataChunk.create([0, 1, 2, 3, 4].map((column) => appender.columnType(column)));
  let rows: (number | string)[][] = [];
  const flush = () => {
    chunk.reset();
    chunk.setRows(rows);
    appender.appendDataChunk(chunk);
    rows = [];
  };
  for (const [film, id] of ids.entries()) {
    const found = nearest(film);
    if (rows.length + found.length > CHUNK_ROWS) {
      flush();
      await nextTurn();
    }
    found.forEach(({ film: other, score }, index) => {
      rows.push([id, index + 1, ids[other] ?? 0, score, reasons(matrix, film, other)]);
    });
  }
  if (rows.length > 0) flush();
  appender.closeSync();
}

/** Languages bring films together but are no reason that a person would give. */
const UNSAID = 'l';

/** The codes of what two films share, strongest first, at most four, separated by blanks. */
function reasons({ vectors, codes }: Matrix, film: number, other: number): string {
  const theirs = new Map<number, number>();
  vectors[other]?.features.forEach((feature, at) => {
    theirs.set(feature, vectors[other]?.weights[at] ?? 0);
  });
  const shared: [code: string, strength: number][] = [];
  vectors[film]?.features.forEach((feature, at) => {
    const strength = (theirs.get(feature) ?? 0) * (vectors[film]?.weights[at] ?? 0);
    const code = codes[feature] ?? '';
    if (strength > 0 && !code.startsWith(UNSAID)) shared.push([code, strength]);
  });
  return shared
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, 4)
    .map(([code]) => code)
    .join(' ');
}
