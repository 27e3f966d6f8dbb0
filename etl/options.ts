import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Sentence } from '../src/lib/sentence.ts';
import { Problem } from './problem.ts';
import { hasRawFiles, projectTexts, similarFileNotes } from './sources.ts';
import { wording } from './wording.ts';

export interface CliOptions {
  from: string;
  to: string;
  report: string | undefined;
  maxRejects: number;
  texts: string;
  ratings: string | undefined;
  keepCurrent: boolean;
  /** Prints only warnings, errors and, on a terminal, a progress bar. */
  quiet: boolean;
  help: boolean;
  /** Warnings about the default of `from`, one line each. */
  notices: Sentence[];
}

const folder = (name: string) => fileURLToPath(new URL(`../data/${name}`, import.meta.url));

/** Parses the command line. Defaults come from the environment, then from the project's folders. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): CliOptions {
  const { values } = parse(args);
  const from = values.from ?? (values.help ? '' : defaultFrom(env));
  return {
    from,
    notices: values.from === undefined && from === folder('sample') ? sampleNotices(rawFolder(env)) : [],
    to: values.to ?? (env.PARQUET_DIR || folder('parquet')),
    report: values.report,
    maxRejects: readPercent(values['max-rejects'] ?? '1'),
    texts: values.texts ?? projectTexts,
    ratings: values.ratings,
    keepCurrent: values['keep-current'] ?? false,
    quiet: values.quiet ?? false,
    help: values.help ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        report: { type: 'string' },
        'max-rejects': { type: 'string' },
        texts: { type: 'string' },
        ratings: { type: 'string' },
        'keep-current': { type: 'boolean' },
        quiet: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new Problem(wording.badOption(error instanceof Error ? error.message : String(error)));
  }
}

/** The folder of the raw files: RAW_DIR, by default data/raw. */
export const rawFolder = (env: NodeJS.ProcessEnv): string => env.RAW_DIR || folder('raw');

function defaultFrom(env: NodeJS.ProcessEnv): string {
  const folders = [rawFolder(env), folder('sample')];
  const found = folders.find(hasRawFiles);
  if (found === undefined) throw new Problem(wording.noRaw(wording.or(folders)));
  return found;
}

/** A warning if the sample is used although the raw folder has files that could be raw files. */
function sampleNotices(raw: string): Sentence[] {
  const notes = similarFileNotes(raw);
  return notes.length > 0 ? [wording.usingSample(raw, notes)] : [];
}

function readPercent(value: string): number {
  const percent = value.trim() === '' ? Number.NaN : Number(value);
  if (!(percent >= 0 && percent <= 100)) throw new Problem(wording.badPercent(value));
  return percent;
}
