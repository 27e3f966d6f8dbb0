import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Answered, Watch } from '../contract/watch.ts';
import type { Health } from './health.ts';
import type { HttpParts } from './parts.ts';

/** From 1 ms to the 10 s that a deferred answer has. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];

export interface Metrics extends Pick<Watch, 'answered'> {
  requested(request: { route: string; status: number; ms: number }): void;
  contentType: string;
  /** All of them as Prometheus reads them. */
  text(): Promise<string>;
}

/** The metrics of one process; what is a state is asked for when they are read. */
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
