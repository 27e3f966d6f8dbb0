import { parseArgs } from 'node:util';
import { readOptions as readEtlOptions } from '../etl/options.ts';
import { Problem } from '../etl/problem.ts';
import type { Language } from '../src/contract/call.ts';

export interface EdaOptions {
  /** Folder of the raw files, and of the published versions. */
  from: string;
  parquet: string;
  out: string;
  language: Language;
}

export const usage =
  'usage: npm run eda -- [--out FILE] [--lang es|en] [--from DIR]\n' +
  '  --out   the page to write (eda.html)\n' +
  '  --lang  its language (es)\n' +
  '  --from  folder of the raw files (RAW_DIR, else data/raw; without them data/sample); the tables are those of PARQUET_DIR';

/** Parses the command line; `undefined` if help is requested. Throws a Problem if it is invalid. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): EdaOptions | undefined {
  const { out = 'eda.html', lang: language = 'es', from, help } = parse(args);
  if (help) return undefined;
  if (language !== 'es' && language !== 'en')
    throw new Problem(`--lang: "${language}" is neither es nor en. Try --lang es.`);
  const etl = readEtlOptions(from === undefined ? [] : ['--from', from], env);
  return { from: etl.from, parquet: etl.to, out, language };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const help = { type: 'boolean', short: 'h' } as const;
    return parseArgs({ args: [...args], options: { out: text, lang: text, from: text, help } }).values;
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : String(error)} Try --help.`);
  }
}
