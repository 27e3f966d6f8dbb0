import { inject } from 'vitest';
import { createApp } from '../../bin/create-app.ts';
import type { HttpOptions, HttpParts } from '../../src/http/parts.ts';
import type { Http } from '../../src/http/serve.ts';
import { createTokenBuckets } from '../../src/lib/token-bucket.ts';
import type { Store } from '../../src/store/store.ts';
import { silentLog } from './ask-command.ts';
import { afterFile } from './endings.ts';
import { openTestStore } from './open-store.ts';
import { sampleCatalogue } from './sample-catalogue.ts';

/** The real HTTP server over the sample, on a free port; closed after the file's tests. */
export async function openHttp(
  parts: Partial<HttpParts> = {},
  options: Partial<HttpOptions> = {},
): Promise<Http> {
  const app = createApp(
    { PARQUET_DIR: inject('sampleParquet') },
    { catalogue: await sampleCatalogue(), store: await sharedStore(), log: silentLog },
  );
  afterFile(app.close);
  const limits = createTokenBuckets({ capacity: 1000, perSecond: 1000, clock: Date.now });
  return app.startHttp(options, { limits, ...parts });
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

/** The response of a path, with the body parsed as JSON. */
export async function get(http: Http, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${http.url}${path}`, { headers });
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
}
