import { parseArgs } from 'node:util';
import { rawFolder } from '../options.ts';
import { Problem } from '../problem.ts';
import { datasetAddress } from './dataset.ts';
import { wording } from './report.ts';

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
    throw new Problem(wording.badOption(error instanceof Error ? error.message : String(error)));
  }
}

/** An address that fetch accepts: http or https, without a user name or password. */
function readAddress(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!isWeb || url.username !== '' || url.password !== '') throw new Problem(wording.badAddress(value));
  return value;
}
