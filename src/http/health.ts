import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { readLiveManifest } from '../catalogue/versions.ts';
import type { Gateway } from '../contract/watch.ts';
import { withAbort } from '../lib/promises.ts';
import { films } from '../search/kinds/films.ts';
import { TAGS, tooManyResponse } from './openapi.ts';
import type { HttpParts } from './parts.ts';

/** Timeout of each part's answer, in ms. */
const PATIENCE_MS = 2000;

const healthSchema = z
  .strictObject({
    status: z.enum(['ok', 'down']),
    /** The parts that are down. */
    down: z.array(z.enum(['charts', 'data', 'gateway', 'search', 'store'])),
    /** The version of the data; null if it cannot be read. */
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

/** The state of every part. Never throws. */
export async function readHealth(
  { catalogue, charts, store }: Pick<HttpParts, 'catalogue' | 'charts' | 'store'>,
  gateway: Gateway,
): Promise<Health> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const [about, found, pinged] = await Promise.allSettled([
    catalogue.read(patience, readLiveManifest),
    catalogue.read(patience, ({ find }) => find(films, '', { limit: 1 })),
    withAbort(patience, store.ping()),
  ]);
  const data = about.status === 'fulfilled' ? about.value.name : null;
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

/**
 * Serves `/health`, 503 while a part is down, and `/health/live`, 200 as long as the process answers. A host restarts the process by
 * `/health/live`, because a restart repairs neither Discord nor the database.
 */
export function serveHealth(app: OpenAPIHono, read: () => Promise<Health>): void {
  const answer = (description: string) => ({
    description,
    content: { 'application/json': { schema: healthSchema } },
  });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/health',
    operationId: 'health',
    summary: 'Cómo está el bot · How the bot is',
    description: 'Se calcula una vez por segundo · It is computed once a second',
    tags: [TAGS.state],
    responses: {
      200: answer('Bien · Well'),
      429: tooManyResponse,
      503: answer('Algo no responde · Something is down'),
    },
  });
  app.get('/health', async (context) => {
    const health = await read();
    return context.json(health, health.status === 'ok' ? 200 : 503, { 'Cache-Control': 'no-store' });
  });

  const liveSchema = z.strictObject({ status: z.literal('ok') });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/health/live',
    operationId: 'live',
    summary: 'Si el proceso responde · Whether the process answers',
    description: 'Sin mirar Discord ni el almacén · It looks at neither Discord nor the store',
    tags: [TAGS.state],
    responses: {
      200: { description: 'Responde · It does', content: { 'application/json': { schema: liveSchema } } },
      429: tooManyResponse,
    },
  });
  app.get('/health/live', (context) => context.json({ status: 'ok' }));
}
