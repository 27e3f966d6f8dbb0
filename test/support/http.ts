import { allCalls } from '../../commands/index.ts';
import type { HttpOptions, HttpParts } from '../../src/http/parts.ts';
import { type Http, startHttp } from '../../src/http/serve.ts';
import { createTokenBuckets } from '../../src/lib/token-bucket.ts';
import type { Store } from '../../src/store/store.ts';
import { silentLog } from './asking.ts';
import { afterFile } from './endings.ts';
import { openTestStore } from './open-store.ts';
import { sampleCatalogue } from './sample-catalogue.ts';

/** The real server with the sample at a port of its own; gone after the file's tests. */
export async function openHttp(
  parts: Partial<HttpParts> = {},
  options: Partial<HttpOptions> = {},
): Promise<Http> {
  const http = await startHttp(
    {
      commands: new Map(allCalls.map((command) => [command.data.name, command])),
      catalogue: await sampleCatalogue(),
      store: parts.store ?? (await sharedStore()),
      limits: createTokenBuckets({ capacity: 1000, perSecond: 1000, clock: Date.now }),
      clock: Date.now,
      log: silentLog,
      ...parts,
    },
    { port: 0, host: '127.0.0.1', proxies: 0, ...options },
  );
  afterFile(() => http.stop());
  return http;
}

let opened: Promise<Store> | undefined;

/** One store for all servers of a file, because opening a store is slow. */
function sharedStore(): Promise<Store> {
  if (opened === undefined)
    afterFile(() => {
      opened = undefined;
    });
  opened ??= openTestStore();
  return opened;
}

/** What a path is answered, with the body read as JSON. */
export async function get(http: Http, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${http.url}${path}`, { headers });
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
}
