/** The current time in milliseconds since 1970. Tests pass their own clock. */
export type Clock = () => number;

const DISCORD_EPOCH = 1_420_070_400_000n;
const COUNTER_BITS = 22n;

/** Returns a generator of unique snowflake ids: the clock's time in the upper bits, a counter in the lower 22. */
export function snowflakes(clock: Clock): () => string {
  let counter = 0n;
  return () => {
    counter = (counter + 1n) & ((1n << COUNTER_BITS) - 1n);
    return String(((BigInt(Math.floor(clock())) - DISCORD_EPOCH) << COUNTER_BITS) | counter);
  };
}

/** Returns the creation time in a snowflake id, in milliseconds since 1970. */
export function timeOf(snowflake: string): number {
  return Number((BigInt(snowflake) >> COUNTER_BITS) + DISCORD_EPOCH);
}
