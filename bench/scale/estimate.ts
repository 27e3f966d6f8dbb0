import { needsOf } from './needs.ts';

const whole = (value: number) => Math.ceil(value).toLocaleString('en');
const fine = (value: number) => (value < 10 ? value.toFixed(1) : whole(value));

/** The table of docs/scale.md, line by line. */
export function scaleTable(): string[] {
  const sizes = [1000, 100_000, 1_000_000];
  const needs = sizes.map(needsOf);
  const row = (what: string, of: (one: ReturnType<typeof needsOf>) => string) =>
    `| ${[what, ...needs.map(of)].join(' | ')} |`;
  return [
    `| servers | ${sizes.map((size) => size.toLocaleString('en')).join(' | ')} |`,
    `| --- |${' --- |'.repeat(sizes.length)}`,
    row('shards', ({ shards }) => whole(shards)),
    row('interactions a second, busiest', ({ interactions }) => fine(interactions)),
    row('suggestions a second, busiest', ({ suggestions }) => fine(suggestions)),
    row('processes, two cores each', ({ processes }) => whole(processes)),
    row('memory of a process, MB', ({ mbAProcess }) => whole(mbAProcess)),
    row('memory of all, GB', ({ memoryMb }) => fine(memoryMb / 1000)),
    row('all started after, seconds', ({ startSeconds }) => whole(startSeconds)),
    row('messages of games a second, busiest', ({ requests }) => fine(requests)),
    row('PostgreSQL, writes a second, busiest', ({ writes }) => fine(writes)),
    row('PostgreSQL, GB more a year', ({ gbAYear }) => fine(gbAYear)),
  ];
}
