import type { Logger } from 'pino';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Charts } from '../charts/charts.ts';
import type { Command, JsonAnswer } from '../command/command.ts';
import type { Signature } from '../contract/signature.ts';
import type { TokenBuckets } from '../lib/token-bucket.ts';
import type { Store } from '../store/store.ts';
import type { ConnectionLimits } from './connections.ts';

/** What HTTP answers from. */
export interface HttpParts {
  commands: ReadonlyMap<string, Command>;
  catalogue: Pick<Catalogue, 'read' | 'load'>;
  store: Pick<Store, 'ping'>;
  charts?: Pick<Charts, 'isDown'> | undefined;
  /** Tokens by address; look-ups and all other requests are counted apart. */
  limits: TokenBuckets;
  clock: () => number;
  log: Logger;
}

export interface HttpOptions {
  /** 0 takes any port that is free. */
  port: number;
  host: string;
  /** The token that /metrics asks for, from every address. Without it only this machine may read them. */
  metricsToken?: string | undefined;
  /** How many proxies of our own stand before us. */
  proxies: number;
  connections?: Partial<ConnectionLimits> | undefined;
}

/** A command with a JSON form, as HTTP serves it. */
export interface HttpFunction extends JsonAnswer, Pick<Command, 'reads'> {
  /** The command's signature with the options that HTTP accepts. */
  signature: Signature;
  /** The option that is in the path, and its name there. */
  option: string;
  parameter: string;
}
