import { type Language, sentenceOf } from '../lib/sentence.ts';

/** The result of a check: with a `warning` the bot works, with `bad` it does not. */
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
  | 'health'
  | 'disk';

/** The result of one check. If something is wrong, the message says what to do. */
export interface Finding {
  readonly check: Check;
  readonly level: Level;
  readonly message: string;
}

/** The effects that the checks need. */
export interface DoctorEffects {
  readonly clock: () => number;
  /** The bytes that this user may still write in a folder, or in the folder in which it will be made. */
  readonly freeBytes: (folder: string) => Promise<number>;
}

/** The first line of what an error says, because a finding is one line. */
export const reasonOf = (error: unknown, { language }: { language: Language }): string =>
  sentenceOf(error)[language].split('\n')[0] ?? '';
