import { parseArgs } from 'node:util';
import { readOptions as readEtlOptions } from '../etl/options.ts';
import { Problem } from '../etl/problem.ts';
import { wording as etlWording } from '../etl/wording.ts';
import { type Language, sentenceOf } from '../src/lib/sentence.ts';
import { wording } from './wording.ts';

export interface EdaOptions {
  /** Folder of the raw files, and of the published versions. */
  from: string;
  parquet: string;
  out: string;
  language: Language;
}

/**
 * Parses the command line; `undefined` if help is requested. The page is in the operator's `own` language by default. Throws a
 * Problem if the command line is invalid.
 */
export function readOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  own: Language,
): EdaOptions | undefined {
  const { out = 'eda.html', lang: language = own, from, help } = parse(args);
  if (help) return undefined;
  if (language !== 'es' && language !== 'en') throw new Problem(wording.badLanguage(language));
  const etl = readEtlOptions(from === undefined ? [] : ['--from', from], env);
  return { from: etl.from, parquet: etl.to, out, language };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const help = { type: 'boolean', short: 'h' } as const;
    return parseArgs({ args: [...args], options: { out: text, lang: text, from: text, help } }).values;
  } catch (error) {
    throw new Problem(etlWording.badOption(sentenceOf(error)));
  }
}
