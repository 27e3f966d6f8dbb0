import { capacity, limits, units, usage } from './units.ts';

const DAY_SECONDS = 86_400;

/** The resources for a number of servers, calculated from units.ts. Rates are per second in the busiest second. */
function estimate(servers: number) {
  const { large } = limits;
  const isLarge = servers >= large.servers;
  const recommended = Math.max(1, Math.ceil(servers / limits.recommendedServersPerShard));
  const shards = isLarge ? Math.ceil(recommended / large.multiple) * large.multiple : recommended;
  const peakRate = (perServerAndDay: number) => (servers * perServerAndDay * usage.peak) / DAY_SECONDS;
  const rounds = usage.games * usage.rounds;
  const picks = rounds * usage.players;
  const interactions = peakRate(usage.commands + picks);
  const suggestions = peakRate(usage.suggestions);
  const busyProcesses = interactions / units.interactionsPerSecond + suggestions / units.suggestionsPerSecond;
  const processes = Math.max(
    1,
    Math.ceil(busyProcesses / capacity.load),
    Math.ceil(shards / capacity.shards),
  );
  const memoryMb = processes * units.processMb + shards * units.shardMb + (servers * units.serverKb) / 1000;
  const bytesPerDay = usage.games * units.gameBytes + rounds * units.roundBytes + picks * units.pickBytes;
  return {
    shards,
    interactions,
    suggestions,
    processes,
    memoryMb,
    mbPerProcess: memoryMb / processes,
    startSeconds: Math.ceil(shards / (isLarge ? large.concurrency : 1)) * limits.secondsPerStart,
    requests: peakRate(usage.games * (usage.rounds * usage.messagesPerRound + usage.messagesPerGame)),
    writes: peakRate(picks + rounds * usage.writesPerRound),
    gbPerYear: (servers * bytesPerDay * 365) / 1e9,
  };
}

const whole = (value: number) => Math.ceil(value).toLocaleString('en');
const precise = (value: number) => (value < 10 ? value.toFixed(1) : whole(value));

/** The table of docs/scale.md, line by line. */
export function scaleTable(): string[] {
  const sizes = [1000, 100_000, 1_000_000];
  const estimates = sizes.map(estimate);
  const row = (name: string, cell: (one: ReturnType<typeof estimate>) => string) =>
    `| ${[name, ...estimates.map(cell)].join(' | ')} |`;
  return [
    `| servers | ${sizes.map((size) => size.toLocaleString('en')).join(' | ')} |`,
    `| --- |${' --- |'.repeat(sizes.length)}`,
    row('shards', ({ shards }) => whole(shards)),
    row('interactions a second, busiest', ({ interactions }) => precise(interactions)),
    row('suggestions a second, busiest', ({ suggestions }) => precise(suggestions)),
    row('processes, two cores each', ({ processes }) => whole(processes)),
    row('memory of a process, MB', ({ mbPerProcess }) => whole(mbPerProcess)),
    row('memory of all, GB', ({ memoryMb }) => precise(memoryMb / 1000)),
    row('all started after, seconds', ({ startSeconds }) => whole(startSeconds)),
    row('messages of games a second, busiest', ({ requests }) => precise(requests)),
    row('PostgreSQL, writes a second, busiest', ({ writes }) => precise(writes)),
    row('PostgreSQL, GB more a year', ({ gbPerYear }) => precise(gbPerYear)),
  ];
}
