import { type DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { readSql } from '../database.ts';
import type { Content } from './content.ts';
import { serve } from './lists.ts';
import type { Model } from './model.ts';
import type { Pairs } from './pair-rows.ts';
import { createReasons } from './reasons.ts';

const CHUNK_ROWS = 2048;

export interface Trained {
  pairs: Pairs;
  content: Content;
  model: Model;
  pause: () => Promise<void>;
}

/** Ranks and writes the picks of every film. */
export async function store(
  connection: DuckDBConnection,
  { pairs, content, model, pause }: Trained,
): Promise<void> {
  const { films, liked } = pairs;
  await connection.run(readSql('recommender/picks.sql'));
  const appender = await connection.createAppender('picks');
  const chunk = DuckDBDataChunk.create([0, 1, 2, 3, 4].map((column) => appender.columnType(column)));
  const years = films.map(({ year }) => year);
  const explain = createReasons(content, years, liked);
  let rows: (number | string)[][] = [];
  const flush = () => {
    if (rows.length === 0) return;
    chunk.reset();
    chunk.setRows(rows);
    appender.appendDataChunk(chunk);
    rows = [];
  };
  for (const [film, { id }] of films.entries()) {
    const picks = serve(film, model.rank(film), films);
    const reasons = explain(
      film,
      picks.map((pick) => pick.film),
    );
    if (rows.length + picks.length > CHUNK_ROWS) flush();
    picks.forEach((pick, index) => {
      rows.push([id, index + 1, films[pick.film]?.id ?? 0, pick.score, (reasons[index] ?? []).join(' ')]);
    });
    await pause();
  }
  flush();
  appender.closeSync();
  await connection.run(readSql('recommender/recommendations.sql'));
}
