import { resolve, sep } from 'node:path';

/** A version could not be loaded; the previous one stays live. */
export class VersionRefused extends Error {
  readonly version: string;
  /** One sentence, without the folder's path. */
  readonly reason: string;
  constructor(folder: string, version: string, cause: unknown) {
    const reason = firstLine(cause).replaceAll(`${resolve(folder)}${sep}`, '');
    super(`Version ${version} in ${folder} cannot be read: ${reason} Run \`npm run etl\` again.`, { cause });
    this.version = version;
    this.reason = reason;
  }
}

function firstLine(error: unknown): string {
  const [line = ''] = String(error instanceof Error ? error.message : error).split('\n');
  return /[.!?]$/u.test(line) ? line : `${line}.`;
}
