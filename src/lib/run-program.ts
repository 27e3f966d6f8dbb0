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
  let language: Language = 'en';
  try {
    loadDotenv({ quiet: true });
    language = operatorLanguage(process.env);
    await run(language);
  } catch (error) {
    console.error(explain(error, language));
    process.exitCode = 1;
  }
}
