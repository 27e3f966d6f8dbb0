import { join, resolve } from 'node:path';
import { makeFolder } from '../../src/lib/make-folder.ts';
import type { Sentence } from '../../src/lib/sentence.ts';
import { explainFailure, Problem } from '../problem.ts';
import { wording as etl } from '../wording.ts';
import { type DownloadEffects, realEffects } from './effects.ts';
import { fetchArchive } from './fetch-archive.ts';
import { codeOf, isSystemError, sha256Of, sizeOf } from './files.ts';
import type { Meter } from './meter.ts';
import { type DownloadOptions, wantedFiles } from './options.ts';
import { archivePaths, isPending, removeArchive } from './partial.ts';
import { BadArchive, unpack } from './unpack.ts';
import { wording } from './wording.ts';

/**
 * Downloads the data set and unpacks the files that the ETL reads. Calls `say` with each line of the result. If it is killed, no
 * CSV is half written and the next run resumes. Throws a Problem in one line.
 */
export async function downloadData(
  options: Omit<DownloadOptions, 'help'>,
  meter: Meter,
  say: (sentence: Sentence) => void,
  effects: DownloadEffects = realEffects,
): Promise<void> {
  try {
    makeFolder(resolve(options.to));
    if (await hasAll(options)) say(wording.alreadyThere(options.to));
    else await downloadAndUnpack(options, meter, say, effects);
  } catch (error) {
    const explained = explainFailure(error, options.to);
    if (explained instanceof Problem || !isSystemError(explained)) throw explained;
    throw new Problem(etl.unwritable(options.to, codeOf(explained)));
  }
}

/** Whether every file is there and no archive is pending. */
async function hasAll({ to, withRatings, again }: Omit<DownloadOptions, 'help'>): Promise<boolean> {
  if (again || (await isPending(archivePaths(to)))) return false;
  const sizes = await Promise.all(wantedFiles(withRatings).map(({ name }) => sizeOf(join(to, name))));
  return !sizes.includes(undefined);
}

async function downloadAndUnpack(
  { from, to, withRatings }: Omit<DownloadOptions, 'help'>,
  meter: Meter,
  say: (sentence: Sentence) => void,
  effects: DownloadEffects,
): Promise<void> {
  const paths = archivePaths(to);
  const wanted = wantedFiles(withRatings);
  await fetchArchive({ from, paths, meter, effects });
  say(wording.arrived((await sizeOf(paths.whole)) ?? 0, await sha256Of(paths.whole)));
  try {
    const names = await unpack(paths.whole, to, wanted, meter, effects);
    const absent = wanted.map(({ name }) => name).filter((name) => !names.includes(name));
    if (absent.length > 0) say(wording.absent(absent));
    say(wording.unpacked(names, to));
  } catch (error) {
    if (!(error instanceof BadArchive)) throw error;
    // Otherwise every later run would fail on the same archive.
    await removeArchive(paths);
    throw new Problem(explainArchive(error, from));
  }
  await removeArchive(paths);
}

function explainArchive({ sentence, missing }: BadArchive, from: string): Sentence {
  return missing.length > 0 ? wording.otherArchive(from, missing) : wording.broken(from, sentence);
}
