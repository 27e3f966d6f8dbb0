import { config as loadDotenv } from 'dotenv';
import { operatorLanguage } from './operator-language.mjs';
import { type Language, sentenceOf } from './sentence.ts';

/**
 * Reads .env and runs a program in the operator's language. An error is printed as `explain` says, by default in one line, and
 * sets the exit code to 1.
 */
export async function runProgram(
  run: (language: Language) => Promise<void>,
  explain = (error: unknown, language: Language) => sentenceOf(error)[language],
): Promise<void> {
  const fail = (line: string) => {
    console.error(line);
    process.exitCode = 1;
  };
  let language: Language;
  try {
    loadDotenv({ quiet: true });
    language = operatorLanguage(process.env);
  } catch (error) {
    return fail(sentenceOf(error).en);
  }
  await run(language).catch((error: unknown) => fail(explain(error, language)));
}
