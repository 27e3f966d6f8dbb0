import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { joined, type Sentence } from '../src/lib/sentence.ts';
import { Problem } from './problem.ts';
import { findSimilarFiles } from './similar-files.ts';
import type { Source, SourceKind } from './source.ts';
import { wording } from './wording.ts';

/** Our Spanish words for keywords. */
export const projectWords = fileURLToPath(new URL('../data/palabras_es.csv', import.meta.url));

/** The project's own Spanish titles and synopses. */
export const projectTexts = fileURLToPath(new URL('../data/textos_es.csv', import.meta.url));

const accepted: readonly { kind: SourceKind; names: readonly string[]; required: boolean }[] = [
  { kind: 'credits', names: ['credits.csv'], required: true },
  { kind: 'movies', names: ['movies_metadata.csv', 'movies_dataset.csv'], required: true },
  { kind: 'keywords', names: ['keywords.csv'], required: false },
  { kind: 'links', names: ['links.csv'], required: false },
  { kind: 'ratings', names: ['ratings_small.csv', 'ratings.csv'], required: false },
];

const knownNames = accepted.flatMap(({ names }) => names);

/** Whether a folder has one of the required files or both. */
export function hasRawFiles(folder: string): boolean {
  return accepted.some(({ names, required }) => required && findFile(folder, names) !== undefined);
}

/**
 * The raw files of a folder, the largest first, and the project's own `texts` and `words` if they exist. `ratings` replaces the
 * folder's ratings file. Throws a Problem if the folder or a required file is missing, with advice on similar files.
 */
export function findSources(
  folder: string,
  { texts, words }: { texts: string; words: string },
  ratings?: string,
): Source[] {
  if (!existsSync(folder)) throw new Problem(wording.noFolder(folder));
  if (!statSync(folder).isDirectory()) throw new Problem(wording.notFolder(folder));
  if (ratings !== undefined && !existsSync(ratings)) throw new Problem(wording.noRatings(ratings));
  const found = accepted.flatMap(({ kind, names }) => {
    const path = kind === 'ratings' && ratings !== undefined ? ratings : findFile(folder, names);
    return path === undefined ? [] : [describe(kind, path)];
  });
  const absent = accepted.filter(
    ({ kind, required }) => required && !found.some((file) => file.kind === kind),
  );
  if (absent.length > 0)
    throw new Problem(
      joined(
        absent.map((file) => wording.noFile(folder, file.names, findSimilarFiles(folder, file, knownNames))),
      ),
    );
  const own = { texts, words };
  const present = (['texts', 'words'] as const).filter((kind) => existsSync(own[kind]));
  return [...found, ...present.map((kind) => describe(kind, own[kind]))];
}

/** A sentence for each missing optional file that has similar files in the folder. */
export function missingNotes(folder: string, sources: readonly Source[]): Sentence[] {
  return accepted
    .filter(({ kind, required }) => !required && !sources.some((source) => source.kind === kind))
    .flatMap((file) => {
      const similar = findSimilarFiles(folder, file, knownNames);
      return similar.length > 0 ? [wording.optionalMissing(wording.or(file.names), similar)] : [];
    });
}

/** Advice on the files of a folder that could be the required raw files, a sentence each. */
export function similarFileNotes(folder: string): Sentence[] {
  if (!existsSync(folder)) return [];
  const sentences = accepted
    .filter(({ required }) => required)
    .flatMap((file) => findSimilarFiles(folder, file, knownNames));
  const different = new Map(sentences.map((sentence) => [sentence.en, sentence]));
  return [...different.values()];
}

function findFile(folder: string, names: readonly string[]): string | undefined {
  return names
    .flatMap((name) => [join(folder, name), join(folder, `${name}.gz`)])
    .find((path) => existsSync(path));
}

function describe(kind: SourceKind, path: string): Source {
  return { kind, file: basename(path), path, bytes: statSync(path).size };
}
