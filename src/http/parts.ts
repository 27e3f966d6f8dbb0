import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Charts } from '../charts/charts.ts';
import type { Command, JsonAnswer } from '../command/command.ts';
import type { Signature } from '../contract/signature.ts';
import type { Log } from '../lib/log.ts';
import type { TokenBuckets } from '../lib/token-bucket.ts';
import type { Store } from '../store/store.ts';
import type { ConnectionLimits } from './connections.ts';

/** The services of the HTTP server. */
export interface HttpParts {
  commands: ReadonlyMap<string, Command>;
  catalogue: Pick<Catalogue, 'read' | 'load'>;
  store: Pick<Store, 'ping'>;
  charts?: Pick<Charts, 'isDown'> | undefined;
  /** Rate limits by address, separate for functions and for other requests. */
  limits: TokenBuckets;
  clock: () => number;
  log: Log;
}

export interface HttpOptions {
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** The token of /metrics. Without a token, only this machine may read the metrics. */
  metricsToken?: string | undefined;
  /** The number of our own proxies before the server. */
  proxies: number;
  connections?: Partial<ConnectionLimits> | undefined;
}

/** A command with a JSON form, as HTTP serves it. */
export interface HttpFunction extends JsonAnswer {
  /** The command's signature with the options that HTTP accepts. */
  signature: Signature;
  /** The option in the path, if there is one, and the name of its path parameter. */
  inPath: { option: string; parameter: string } | undefined;
}
