import { runProgram } from '../src/lib/run-program.ts';
import { answerShell } from './answer-shell.ts';

await runProgram(async () => {
  process.exitCode = await answerShell(process.argv.slice(2), process.env, {
    print: console.log,
    printError: console.error,
    width: process.stdout.columns ?? 80,
    colour: process.stdout.isTTY,
  });
});
