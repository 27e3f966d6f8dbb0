import { readFileSync } from 'node:fs';

/** Returns the rows of the table below a heading of the README: name and value. */
export function readmeTable(heading: string): string[][] {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, section = ''] = readme.split(`### ${heading}\n`);
  const [table = ''] = /^\|[\s\S]*?\n\n/m.exec(section) ?? [];
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => line.slice(2, -2).split(' | '));
}

/** Returns a limit as the README writes it. */
export const written = (limit: number): string => limit.toLocaleString('en-US');
