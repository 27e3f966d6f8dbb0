import type { Logger } from 'pino';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Charts } from '../charts/charts.ts';
import type { Command } from '../command.ts';
import type { TokenBuckets } from '../lib/token-bucket.ts';
import type { Store } from '../store/store.ts';

/** What HTTP answers from. */
export interface HttpParts {
  commands: ReadonlyMap<string, Command>;
  catalogue: Pick<Catalogue, 'read' | 'load'>;
  store: Pick<Store, 'ping'>;
  charts?: Pick<Charts, 'isDown'> | undefined;
  /** Tokens by address. */
  limits: TokenBuckets;
  clock: () => number;
  log: Logger;
}

export interface HttpOptions {
  /** 0 takes any port that is free. */
  port: number;
  host: string;
  /** Lets others than this machine read the metrics. */
  metricsToken?: string | undefined;
  /** How many proxies of our own stand before us. */
  proxies: number;
}
