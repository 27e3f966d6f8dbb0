import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { parse as parseWhole } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

type Row = Record<string, string>;
const readRows = (file: string): Row[] => parseWhole(readFileSync(file), { columns: true });

const texts = readRows('data/textos_es.csv');
const byId = new Map(texts.map((row) => [row.tmdb_id, row]));
const titlesOf = (row: Row | undefined) =>
  `${row?.titulo_es_419 ?? ''}|${row?.titulo_es_es ?? ''}`.split('|').filter(Boolean);

const full = fileURLToPath(new URL('../../shared/data/movies_metadata.csv.gz', import.meta.url));
const isHere = existsSync(full);

describe('data/textos_es.csv', () => {
  it('has one row for each film, in order of the ids, each with a title or a synopsis', () => {
    const ids = texts.map((row) => Number(row.tmdb_id));
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    expect(texts.filter((row) => titlesOf(row).length === 0 && row.sinopsis_es === '')).toEqual([]);
  });

  it('has a short synopsis for every film of the sample', () => {
    const sample = new Set(readRows('data/sample/credits.csv').map((row) => row.id));
    expect(sample.size).toBeGreaterThan(300);
    expect([...sample].filter((id) => (byId.get(id)?.sinopsis_es ?? '') === '')).toEqual([]);
    const lengths = texts.map((row) => row.sinopsis_es?.length ?? 0);
    expect(Math.max(...lengths)).toBeLessThan(400);
  });

  it('has the titles of films in Latin America and in Spain', () => {
    expect(titlesOf(byId.get('238'))).toContain('El padrino');
    expect(titlesOf(byId.get('771'))).toEqual(['Mi pobre angelito', 'Solo en casa']);
    expect(titlesOf(byId.get('105'))).toContain('Volver al futuro');
    expect(titlesOf(byId.get('168259'))).toContain('Rápido y furioso 7');
    expect(titlesOf(byId.get('129'))).toContain('El viaje de Chihiro');
  });

  it.skipIf(!isHere)(
    `covers the best-known films of the full data set, and only films of it${isHere ? '' : ' (skipped: the full data are not on this machine)'}`,
    async () => {
      const films = new Map<string, { votes: number; language: string }>();
      const rows = createReadStream(full)
        .pipe(createGunzip())
        .pipe(parse({ columns: true, relax_column_count: true }));
      for await (const row of rows as AsyncIterable<Row>) {
        films.set(row.id ?? '', { votes: Number(row.vote_count), language: row.original_language ?? '' });
      }
      expect(texts.filter((row) => !films.has(row.tmdb_id ?? ''))).toEqual([]);
      const withVotes = (least: number, language?: string) =>
        [...films]
          .filter(([, film]) => film.votes >= least && (language ?? film.language) === film.language)
          .map(([id]) => id);
      const known = withVotes(300);
      expect(known).toHaveLength(3040);
      // Titles on which two independent readings disagree are left out.
      expect(known.filter((id) => titlesOf(byId.get(id)).length === 0).length).toBeLessThanOrEqual(60);
      const told = new Set([...withVotes(1000), ...withVotes(20, 'es')]);
      expect([...told].filter((id) => !byId.get(id)?.sinopsis_es)).toEqual([]);
    },
  );
});
