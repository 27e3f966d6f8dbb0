import { parseArgs } from 'node:util';
import { rawFolder } from '../options.ts';
import { Problem } from '../problem.ts';
import { wording as etl } from '../wording.ts';
import { wording } from './wording.ts';

export interface DownloadOptions {
  from: string;
  to: string;
  withRatings: boolean;
  again: boolean;
  help: boolean;
}

/** Parses the command line. Throws a Problem that names the wrong option. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): DownloadOptions {
  const { values } = parse(args);
  return {
    from: readAddress(values.from ?? datasetAddress),
    to: values.to || rawFolder(env),
    withRatings: values['with-ratings'] ?? false,
    again: values.again ?? false,
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
        'with-ratings': { type: 'boolean' },
        again: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new Problem(etl.badOption(error instanceof Error ? error.message : String(error)));
  }
}

/** An address that fetch accepts: http or https, without a user name or password. */
function readAddress(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!isWeb || url.username !== '' || url.password !== '') throw new Problem(wording.badAddress(value));
  return value;
}

/** Kaggle's public download address of The Movies Dataset. It redirects to a signed address that soon expires. */
export const datasetAddress =
  'https://www.kaggle.com/api/v1/datasets/download/rounakbanik/the-movies-dataset';

/** A file of the archive. An archive without a required file is refused. */
export interface ArchiveFile {
  name: string;
  required: boolean;
}

const readByEtl: readonly ArchiveFile[] = [
  { name: 'movies_metadata.csv', required: true },
  { name: 'credits.csv', required: true },
  { name: 'keywords.csv', required: false },
  { name: 'links.csv', required: false },
  { name: 'ratings_small.csv', required: false },
];

/** The files of the archive that the ETL reads; `ratings.csv` (26 million rows) only on request. */
export function wantedFiles(withRatings: boolean): readonly ArchiveFile[] {
  return withRatings ? [...readByEtl, { name: 'ratings.csv', required: true }] : readByEtl;
}
