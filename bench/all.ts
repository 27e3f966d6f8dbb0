import { spawnSync } from 'node:child_process';

/** `npm run bench`: every benchmark, one after the other; fails when one does. */
const names = [
  'etl',
  'autocomplete',
  'lookup',
  'commands',
  'charts',
  'http',
  'start',
  'ratings',
  'trivia',
  'store',
  'reload',
  'load',
];
const failed = names.filter((name) => {
  console.log(`\n== bench:${name}`);
  return (
    spawnSync(process.execPath, [...process.execArgv, `bench/${name}.ts`], { stdio: 'inherit' }).status !== 0
  );
});
console.log(
  failed.length === 0
    ? '\nAll benchmarks hold.'
    : `\nNot all bars hold: ${failed.map((name) => `bench:${name}`).join(', ')}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
