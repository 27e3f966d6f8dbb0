import { config as loadDotenv } from 'dotenv';
import { answerShell } from './answer-shell.ts';

loadDotenv({ quiet: true });
process.exitCode = await answerShell(process.argv.slice(2), process.env, {
  print: console.log,
  printError: console.error,
  width: process.stdout.columns ?? 80,
  colour: process.stdout.isTTY,
});
