import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openFullData } from './full-data.ts';
import { percentilesOf } from './measure.ts';
import { ms, runBenchmark, table } from './report.ts';
import { withTemporaryFolder } from './temporary-folder.ts';

/** `npm run bench:start`: from the start of the process until the bot is ready, against an echo bot. */
const RUNS = 5;
const LIMIT_MS = 3000;

/** Milliseconds from the start of a program until it prints `text`. Then stops it and waits for its exit. */
async function timeUntil(program: string, text: string, stateDir: string): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, ['bin/run.mjs', program], {
    env: { ...process.env, BOT_LANG: 'en', DISCORD_TOKEN: '', STATE_DIR: stateDir, PAGE_PORT: '0' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  let output = '';
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout) {
    output += chunk;
    if (output.includes(text)) break;
  }
  const time = performance.now() - start;
  if (!output.includes(text)) throw new Error(`the process exited before it printed "${text}"`);
  child.kill('SIGTERM');
  await exit;
  return time;
}

await runBenchmark(() =>
  withTemporaryFolder(async (folder) => {
    const { catalogue, films } = await openFullData();
    await catalogue.close();
    const times = { filmoteca: [] as number[], echo: [] as number[] };
    for (let run = 0; run < RUNS; run++) {
      times.filmoteca.push(await timeUntil('bin/bot.ts', 'DISCORD_TOKEN=', folder));
      times.echo.push(await timeUntil('bench/echo-start.ts', 'ready', folder));
    }
    const [filmoteca, echo] = [percentilesOf(times.filmoteca), percentilesOf(times.echo)];
    const ratio = (filmoteca.median / echo.median).toFixed(2);
    console.log(
      table([
        [`start to ready, ${films} films`, 'runs', 'median ms', 'max ms', 'ratio'],
        ['filmoteca', String(RUNS), ms(filmoteca.median), ms(filmoteca.max), ratio],
        ['echo bot', String(RUNS), ms(echo.median), ms(echo.max), '1.00'],
      ]),
    );
    return [{ name: `ready in at most ${LIMIT_MS} ms`, isMet: filmoteca.median <= LIMIT_MS }];
  }),
);
