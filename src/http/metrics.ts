import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Answered, Watch } from '../contract/watch.ts';
import { isLocal } from './address.ts';
import type { Health } from './health.ts';
import { metricsSecurity, TAGS, tooManyResponse } from './openapi.ts';
import type { HttpOptions, HttpParts } from './parts.ts';

/** In seconds: from 1 ms to 10 s, the limit of a deferred answer. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];

export interface Metrics extends Pick<Watch, 'answered'> {
  requested(request: { route: string; status: number; ms: number }): void;
  contentType: string;
  /** All metrics in Prometheus' format. */
  text(): Promise<string>;
}

/** The metrics of one process. Gauges are updated when the metrics are read. */
export function createMetrics(
  { catalogue }: Pick<HttpParts, 'catalogue'>,
  health: () => Promise<Health>,
): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const interactions = new Counter({
    name: 'filmoteca_interactions_total',
    help: 'Interactions by command, kind and outcome',
    labelNames: ['command', 'kind', 'outcome'],
    registers,
  });
  const interactionSeconds = new Histogram({
    name: 'filmoteca_interaction_seconds',
    help: 'Time from an interaction to its answer',
    labelNames: ['command', 'kind'],
    buckets,
    registers,
  });
  const requests = new Counter({
    name: 'filmoteca_http_requests_total',
    help: 'Requests over HTTP by function (or other) and status',
    labelNames: ['route', 'status'],
    registers,
  });
  const requestSeconds = new Histogram({
    name: 'filmoteca_http_request_seconds',
    help: 'Time from a request to its answer',
    labelNames: ['route'],
    buckets,
    registers,
  });
  const gauge = (name: string, help: string) => new Gauge({ name: `filmoteca_${name}`, help, registers });
  const gatewayReady = gauge('gateway_ready', '1 while the gateway is connected');
  const gatewayPing = gauge('gateway_ping_seconds', "The heartbeat's way there and back");
  const ofShard = (name: string, help: string) =>
    new Gauge({ name: `filmoteca_shard_${name}`, help, labelNames: ['shard'], registers });
  const shardReady = ofShard('ready', '1 while the shard is connected');
  const shardServers = ofShard('servers', 'Servers of the shard');
  const storeUp = gauge('store_up', '1 while the store answers');
  const poolBusy = gauge('pool_busy_connections', 'Connections to the catalogue that are at work');
  const poolWaiting = gauge('pool_waiting', 'Calls that wait for a connection');
  const data = new Gauge({
    name: 'filmoteca_data_info',
    help: 'The version of the data',
    labelNames: ['version'],
    registers,
  });

  const readStates = async () => {
    const { gateway, store, data: version } = await health();
    const { busy, waiting } = catalogue.load();
    gatewayReady.set(gateway.state === 'ready' ? 1 : 0);
    gatewayPing.set((gateway.ping_ms ?? Number.NaN) / 1000);
    for (const { id: shard, state, servers } of gateway.shards) {
      shardReady.set({ shard }, state === 'ready' ? 1 : 0);
      shardServers.set({ shard }, servers);
    }
    storeUp.set(store === 'up' ? 1 : 0);
    poolBusy.set(busy);
    poolWaiting.set(waiting);
    data.reset();
    if (version !== null) data.set({ version }, 1);
  };

  return {
    answered({ command, kind, outcome, ms }: Answered) {
      interactions.inc({ command, kind, outcome });
      interactionSeconds.observe({ command, kind }, ms / 1000);
    },
    requested({ route, status, ms }) {
      requests.inc({ route, status });
      requestSeconds.observe({ route }, ms / 1000);
    },
    contentType: register.contentType,
    async text() {
      await readStates();
      return register.metrics();
    },
  };
}

/** Serves `/metrics`: with a token to any address, without one only to this machine. */
export function serveMetrics(
  app: OpenAPIHono,
  metrics: Metrics,
  { metricsToken, proxies }: Pick<HttpOptions, 'metricsToken' | 'proxies'>,
): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/metrics',
    operationId: 'metrics',
    summary: 'Para Prometheus · For Prometheus',
    description:
      'Con METRICS_TOKEN; si no hay, solo desde esta máquina · With METRICS_TOKEN, or without one from this machine alone',
    tags: [TAGS.state],
    security: metricsSecurity,
    responses: {
      200: { description: 'Prometheus', content: { 'text/plain': { schema: z.string() } } },
      400: {
        description: 'La cabecera Authorization no se entiende · The header Authorization is malformed',
      },
      401: { description: 'Hace falta el token · The token is missing or wrong' },
      403: { description: 'Solo desde esta máquina · From this machine only' },
      429: tooManyResponse,
    },
  });
  const guard: MiddlewareHandler =
    metricsToken === undefined
      ? async (context, next) =>
          isLocal(context, proxies) ? next() : context.text('METRICS_TOKEN is not set.\n', 403)
      : bearerAuth({ token: metricsToken });
  app.get('/metrics', guard, async (context) =>
    context.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType }),
  );
}
