/** One interaction that was answered, or not. Its command is the name of one of ours, or "unknown". */
export interface Answered {
  readonly command: string;
  readonly kind: 'command' | 'component' | 'autocomplete';
  readonly outcome: 'answered' | 'refused' | 'too slow' | 'failed';
  readonly ms: number;
}

/** How the bot stands with Discord: "ready", or what it is at instead; the heartbeat's way there and back in ms, once known. */
export interface Gateway {
  readonly state: string;
  readonly pingMs: number | undefined;
  /** The shards of this process, with how many servers each has. */
  readonly shards: readonly (Pick<Gateway, 'state' | 'pingMs'> & { id: number; servers: number })[];
}

/** Whoever looks after the bot's work: metrics and health. */
export interface Watch {
  answered(interaction: Answered): void;
  /** From now on the bot's connection can be asked for. */
  connected(gateway: () => Gateway): void;
}
