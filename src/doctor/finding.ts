/** How a check came out: `warning` is worth knowing, `bad` keeps the bot from its work. */
export type Level = 'good' | 'warning' | 'bad';

export type Check =
  | 'environment'
  | 'token'
  | 'intents'
  | 'permissions'
  | 'shards'
  | 'clock'
  | 'data'
  | 'store'
  | 'process'
  | 'port'
  | 'disk';

/** What one check found: one sentence, with what to do about it where something is wrong. */
export interface Finding {
  readonly check: Check;
  readonly level: Level;
  readonly says: string;
}

/** What the checks know of the world outside. */
export interface DoctorEffects {
  readonly clock: () => number;
  /** The bytes that are free for us where a folder is, or will be. */
  readonly freeBytes: (folder: string) => Promise<number>;
}

/** The first line of what went wrong: a finding is one line. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
