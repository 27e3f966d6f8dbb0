import { z } from '@hono/zod-openapi';
import { readAbout } from '../catalogue/about.ts';
import type { Gateway } from '../contract/watch.ts';
import { withAbort } from '../lib/promises.ts';
import type { HttpParts } from './parts.ts';

/** How long each part has to answer, in ms. */
const PATIENCE_MS = 2000;

export const healthSchema = z
  .strictObject({
    status: z.enum(['ok', 'down']),
    /** Which parts are down. */
    down: z.array(z.enum(['charts', 'data', 'gateway', 'search', 'store'])),
    /** The version of the data; null when it cannot be read. */
    data: z.string().nullable(),
    gateway: z.strictObject({
      state: z.string(),
      ping_ms: z.number().nullable(),
      /** The shards of this process. */
      shards: z.array(
        z.strictObject({
          id: z.int(),
          state: z.string(),
          ping_ms: z.number().nullable(),
          servers: z.int(),
        }),
      ),
    }),
    store: z.enum(['up', 'down']),
  })
  .openapi('Salud');
export type Health = z.infer<typeof healthSchema>;

/** Asks every part how it is; never throws. */
export async function readHealth(
  { catalogue, charts, store }: Pick<HttpParts, 'catalogue' | 'charts' | 'store'>,
  gateway: Gateway,
): Promise<Health> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const [about, found, pinged] = await Promise.allSettled([
    catalogue.read(patience, readAbout),
    catalogue.read(patience, ({ find }) => find('films', '', { limit: 1 })),
    withAbort(patience, store.ping()),
  ]);
  const data = about.status === 'fulfilled' ? about.value.version : null;
  const up = pinged.status === 'fulfilled';
  const isDown = {
    charts: charts?.isDown() === true,
    data: data === null,
    gateway: gateway.state !== 'ready',
    search: found.status === 'rejected',
    store: !up,
  };
  const parts: Health['down'] = ['charts', 'data', 'gateway', 'search', 'store'];
  const down = parts.filter((part) => isDown[part]);
  return {
    status: down.length === 0 ? 'ok' : 'down',
    down,
    data,
    gateway: {
      state: gateway.state,
      ping_ms: gateway.pingMs ?? null,
      shards: gateway.shards.map(({ pingMs, ...shard }) => ({ ...shard, ping_ms: pingMs ?? null })),
    },
    store: up ? 'up' : 'down',
  };
}
