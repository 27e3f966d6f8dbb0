/** Unit costs on two cores, each with the command that prints it. Change docs/scale.md together with this file. */
export const units = {
  /** bench:commands: resident memory after 10,000 mixed calls on the full data; and bench:start. */
  processMb: 570,
  /** bench:load: memory of a server. */
  serverKb: 10,
  /** A shard without servers needs almost nothing. bench:load prints further shards with their servers. */
  shardMb: 1,
  /** bench:load: interactions per second of one process with p99 under 100 ms. */
  interactionsPerSecond: 673,
  /** bench:autocomplete: suggestions per second of one process, 50 at once. */
  suggestionsPerSecond: 1000,
  /** npm run scale: bytes of a row in PostgreSQL, including indexes. */
  gameBytes: 429,
  roundBytes: 1308,
  pickBytes: 283,
  /** npm run scale, on the full data: DuckDB's memory for each film. */
  filmKb: 4.5,
};

/** A guess at the daily usage of one server. Most of many thousands are asleep. */
export const usage = {
  commands: 10,
  suggestions: 30,
  games: 0.2,
  rounds: 10,
  players: 4,
  /** Messages that the bot sends in a round (question, hint or change, answer), and for a game as a whole. */
  messagesPerRound: 3,
  messagesPerGame: 1,
  /** Writes to PostgreSQL in a round, not counting picks. */
  writesPerRound: 6,
  /** The busiest second, as a multiple of the average. */
  peak: 4,
};

/** Discord's limits. */
export const limits = {
  recommendedServersPerShard: 1000,
  /** Very large bots need a multiple of 16 shards, and may start 16 at once. */
  large: { servers: 150_000, multiple: 16, concurrency: 16 },
  secondsPerStart: 5,
};

/** How much of a process may be used at the busiest second, so that another process can fail. */
export const capacity = { load: 0.5, shards: 16 };
