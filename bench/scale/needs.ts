import { fill, limits, units, use } from './units.ts';

const DAY = 86_400;

/** What so many servers take: plain arithmetic over units.ts, line by line. */
export function needsOf(servers: number) {
  const { large } = limits;
  const isLarge = servers >= large.servers;
  const advised = Math.max(1, Math.ceil(servers / limits.advisedServersAShard));
  const shards = isLarge ? Math.ceil(advised / large.multiple) * large.multiple : advised;
  const peakOf = (aDay: number) => (servers * aDay * use.peak) / DAY;
  const rounds = use.games * use.rounds;
  const picks = rounds * use.players;
  const interactions = peakOf(use.commands + picks);
  const suggestions = peakOf(use.suggestions);
  const busy = interactions / units.interactionsASecond + suggestions / units.suggestionsASecond;
  const processes = Math.max(1, Math.ceil(busy / fill.interactions), Math.ceil(shards / fill.shards));
  const memoryMb = processes * units.processMb + shards * units.shardMb + (servers * units.serverKb) / 1000;
  const rowsBytes = use.games * units.gameBytes + rounds * units.roundBytes + picks * units.pickBytes;
  return {
    shards,
    interactions,
    suggestions,
    processes,
    memoryMb,
    mbAProcess: memoryMb / processes,
    startSeconds: Math.ceil(shards / (isLarge ? large.concurrency : 1)) * limits.secondsAStart,
    requests: peakOf(use.games * (use.rounds * use.messagesARound + use.messagesAGame)),
    writes: peakOf(picks + rounds * use.writesARound),
    gbAYear: (servers * rowsBytes * 365) / 1e9,
  };
}
