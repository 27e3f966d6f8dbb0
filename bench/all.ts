import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** `npm run bench`: every benchmark in package.json, one after the other. Fails if one fails. */
const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
const files = Object.entries(scripts).flatMap(([name, script]) => {
  const [file] = name.startsWith('bench:') ? (/bench\/[\w-]+\.ts$/u.exec(script) ?? []) : [];
  return file === undefined ? [] : [file];
});
const failed = files.filter((file) => {
  console.log(`\n== ${file}`);
  return spawnSync(process.execPath, [...process.execArgv, file], { stdio: 'inherit' }).status !== 0;
});
console.log(failed.length === 0 ? '\nAll targets are met.' : `\nTargets missed in ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
