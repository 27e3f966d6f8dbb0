/** One interaction and its outcome. `command` is a registered name or "unknown". */
export interface Answered {
  readonly command: string;
  readonly kind: 'command' | 'component' | 'autocomplete';
  readonly outcome: 'answered' | 'refused' | 'too slow' | 'failed';
  readonly ms: number;
}

/** The bot's connection to Discord: its state ("ready" if connected) and the heartbeat's round trip, once measured. */
export interface Gateway {
  readonly state: string;
  readonly pingMs: number | undefined;
  /** The shards of this process and their numbers of servers. */
  readonly shards: readonly (Pick<Gateway, 'state' | 'pingMs'> & { id: number; servers: number })[];
}

/** Receives the bot's figures for metrics and health. */
export interface Watch {
  answered(interaction: Answered): void;
  /** Called once at the start with a function that reads the connection's state. */
  connected(gateway: () => Gateway): void;
}
