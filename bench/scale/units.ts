/** What things cost, each with the command that prints it (2 cores). A change here changes the tables of docs/scale.md. */
export const units = {
  /** bench:commands: resident after 10,000 mixed calls on the full data, and bench:start. */
  processMb: 570,
  /** bench:load: memory of a server. */
  serverKb: 10,
  /** A shard without servers: next to nothing; bench:load prints further shards with theirs. */
  shardMb: 1,
  /** bench:load: interactions a second of one process with p99 under 100 ms. */
  interactionsASecond: 673,
  /** bench:autocomplete: 50 at once, answered a second by one process. */
  suggestionsASecond: 1000,
  /** bench:trivia, on PostgreSQL: picks a second of one process. */
  picksASecond: 200,
  /** npm run scale: bytes of a row in PostgreSQL, with its share of the indexes. */
  gameBytes: 429,
  roundBytes: 1308,
  pickBytes: 283,
  /** bench:autocomplete: the index of a million films, and how long it takes to make and to read. */
  millionIndexMb: 438,
  millionIndexSeconds: 11.2,
  /** npm run scale, on the full data: DuckDB's memory, by film. */
  filmKb: 4.5,
};

/** How much a server uses the bot on a day, as a guess: most of many thousands sleep. */
export const use = {
  commands: 10,
  suggestions: 30,
  games: 0.2,
  rounds: 10,
  players: 4,
  /** Messages that the bot sends of its own in a round (the question, a change, the answer), and for a whole game beside. */
  messagesARound: 3,
  messagesAGame: 1,
  /** Writes to PostgreSQL in a round beside the picks. */
  writesARound: 6,
  /** The busiest second against the mean one. */
  peak: 4,
};

/** What Discord allows. */
export const limits = {
  serversAShard: 2500,
  /** What it advises. */
  advisedServersAShard: 1000,
  /** Very large bots take a multiple of this many shards, and start this many at once. */
  large: { servers: 150_000, multiple: 16, concurrency: 16 },
  secondsAStart: 5,
  requestsASecond: 50,
};

/** How full a process should be at the busiest second, so that another can die. */
export const fill = { interactions: 0.5, memoryMb: 2000, shards: 16 };
