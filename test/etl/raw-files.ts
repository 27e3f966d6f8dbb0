import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { movieColumns } from '../../bench/generate/movies.ts';
import { afterFile } from '../support/endings.ts';

/** Raw files in the format of the data set, written by hand: the films are real, the people in them partly invented. */

/** The columns of movies_metadata.csv in the order of the source. */
export const movieHeader: readonly string[] = movieColumns;

export type Film = Record<string, string>;

/** A whole raw film; `overrides` replaces cells. */
export function film(overrides: Film): Film {
  return {
    adult: 'False',
    belongs_to_collection: '',
    budget: '0',
    genres: '[]',
    homepage: '',
    id: '1',
    imdb_id: 'tt0000001',
    original_language: 'en',
    original_title: overrides.title ?? 'Untitled',
    overview: '',
    popularity: '1.5',
    poster_path: '',
    production_companies: '[]',
    production_countries: '[]',
    release_date: '2001-02-03',
    revenue: '0',
    runtime: '90.0',
    spoken_languages: '[]',
    status: 'Released',
    tagline: '',
    title: 'Untitled',
    video: 'False',
    vote_average: '6.0',
    vote_count: '10',
    ...overrides,
  };
}

/** One line of CSV; a cell is quoted where it must be. */
export function line(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

export function csv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${[header, ...rows].map(line).join('\n')}\n`;
}

/** The film file, its columns in the order of `header`. */
export function moviesCsv(films: readonly Film[], header: readonly string[] = movieHeader): string {
  return csv(
    header,
    films.map((cells) => header.map((column) => cells[column] ?? '')),
  );
}

export function creditsCsv(rows: readonly (readonly [cast: string, crew: string, id: string])[]): string {
  return csv(['cast', 'crew', 'id'], rows);
}

/** An entry of the cast as the data set writes it. */
export function role(name: string, id: number | null, character: string | null = null, order = 0): string {
  return (
    `{'cast_id': ${order + 1}, 'character': ${literal(character)}, 'credit_id': None, 'gender': 0, ` +
    `'id': ${id ?? 'None'}, 'name': ${literal(name)}, 'order': ${order}, 'profile_path': None}`
  );
}

/** An entry of the crew as the data set writes it. */
export function work(name: string, id: number | null, job = 'Director', department = 'Directing'): string {
  return (
    `{'credit_id': None, 'department': ${literal(department)}, 'gender': 0, 'id': ${id ?? 'None'}, ` +
    `'job': ${literal(job)}, 'name': ${literal(name)}, 'profile_path': None}`
  );
}

function literal(text: string | null): string {
  if (text === null) return 'None';
  return text.includes("'") ? `"${text}"` : `'${text}'`;
}

/** A new folder that goes away after the tests of the file. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'filmoteca-'));
  afterFile(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder with these files. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = join(newFolder(), 'raw');
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** Two films and their credits: the least that is a catalogue. */
export function smallFiles(): Record<string, string> {
  return {
    'movies_metadata.csv': moviesCsv([
      film({ id: '862', title: 'Toy Story', budget: '30000000', revenue: '373554033' }),
      film({ id: '949', title: 'Heat', release_date: '1995-12-15' }),
    ]),
    'credits.csv': creditsCsv([
      [`[${role('Tom Hanks', 31, 'Woody (voice)')}]`, `[${work('John Lasseter', 7879)}]`, '862'],
      [`[${role('Al Pacino', 1158, 'Lt. Vincent Hanna')}]`, `[${work('Michael Mann', 638)}]`, '949'],
    ]),
  };
}
