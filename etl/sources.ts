import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from './problem.ts';
import { wording } from './report.ts';

/** Our Spanish words for keywords. */
export const projectWords = fileURLToPath(new URL('../data/palabras_es.csv', import.meta.url));

/** The project's own Spanish titles and synopses. */
export const projectTexts = fileURLToPath(new URL('../data/textos_es.csv', import.meta.url));

export type Kind = 'movies' | 'credits' | 'keywords' | 'texts' | 'words' | 'links' | 'ratings';

/** A raw file: what it holds, its name in reports, and where it is. */
export interface Source {
  kind: Kind;
  file: string;
  path: string;
  bytes: number;
}

const accepted: readonly { kind: Kind; names: readonly string[]; required: boolean }[] = [
  { kind: 'credits', names: ['credits.csv'], required: true },
  { kind: 'movies', names: ['movies_metadata.csv', 'movies_dataset.csv'], required: true },
  { kind: 'keywords', names: ['keywords.csv'], required: false },
  { kind: 'links', names: ['links.csv'], required: false },
  { kind: 'ratings', names: ['ratings_small.csv', 'ratings.csv'], required: false },
];

/** Whether a folder holds at least one of the two files without which nothing can be done. */
export function hasRawFiles(folder: string): boolean {
  return accepted.some(({ names, required }) => required && findFile(folder, names) !== undefined);
}

/**
 * The raw files of a folder, the longest to read first, and the project's own `texts` and `words` where they exist;
 * `ratings`, where given, stands in for the folder's own ratings file. Throws a Problem that names the folder or the file that is missing.
 */
export function findSources(
  folder: string,
  { texts, words }: { texts: string; words: string },
  ratings?: string,
): Source[] {
  if (!existsSync(folder)) throw new Problem(wording.noFolder(folder));
  if (!statSync(folder).isDirectory()) throw new Problem(wording.notFolder(folder));
  if (ratings !== undefined && !existsSync(ratings)) throw new Problem(wording.noRatings(ratings));
  const found = accepted.flatMap(({ kind, names, required }) => {
    const path = kind === 'ratings' && ratings !== undefined ? ratings : findFile(folder, names);
    if (path === undefined && required) throw new Problem(wording.noFile(folder, names));
    return path === undefined ? [] : [describe(kind, path)];
  });
  const own = { texts, words };
  const present = (['texts', 'words'] as const).filter((kind) => existsSync(own[kind]));
  return [...found, ...present.map((kind) => describe(kind, own[kind]))];
}

function findFile(folder: string, names: readonly string[]): string | undefined {
  return names
    .flatMap((name) => [join(folder, name), join(folder, `${name}.gz`)])
    .find((path) => existsSync(path));
}

function describe(kind: Kind, path: string): Source {
  return { kind, file: basename(path), path, bytes: statSync(path).size };
}
