import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { get, openHttp } from '../support/http.ts';
import { startTestBot } from '../support/test-bot.ts';

it('health and metrics show the data, the gateway, the store and every interaction', async () => {
  const store = await openStore({ file: join(mkdtempSync(join(tmpdir(), 'filmoteca-http-')), 'test.db') });
  // Health is cached for a second, so the clock advances by two seconds on each call.
  let now = 0;
  const http = await openHttp({
    store,
    clock: () => {
      now += 2000;
      return now;
    },
  });
  const before = await get(http, '/health');
  expect([before.status, before.body.down, before.body.gateway.state]).toEqual([
    503,
    ['gateway'],
    'connecting',
  ]);
  // The process is alive although Discord is not connected.
  expect((await get(http, '/health/live')).status).toBe(200);

  const { discord, bot } = await startTestBot({ store, watch: http.watch });
  const ana = discord.person({ name: 'Ana' });
  await ana.command('score_titulo', { titulo: 'Toy Story' });
  await ana.command('peliculas_mes', { mes: 1 });
  await ana.command('score_titulo', { titulo: 'no hay tal película' });
  const up = await get(http, '/health');
  expect([up.status, up.body]).toEqual([
    200,
    {
      status: 'ok',
      down: [],
      data: expect.stringMatching(/^\d{8}T\d{6}Z-/u),
      gateway: {
        state: 'ready',
        ping_ms: up.body.gateway.ping_ms,
        shards: [{ id: 0, state: 'ready', ping_ms: up.body.gateway.ping_ms, servers: 1 }],
      },
      store: 'up',
    },
  ]);
  await get(http, '/peliculas_dia/1');
  const metrics = (await (await fetch(`${http.url}/metrics`)).text()).split('\n');
  expect(metrics).toEqual(
    expect.arrayContaining([
      'filmoteca_interactions_total{command="score_titulo",kind="command",outcome="answered"} 1',
      'filmoteca_interactions_total{command="score_titulo",kind="command",outcome="refused"} 1',
      'filmoteca_interactions_total{command="peliculas_mes",kind="command",outcome="answered"} 1',
      'filmoteca_interaction_seconds_count{command="score_titulo",kind="command"} 2',
      'filmoteca_http_requests_total{route="peliculas_dia",status="200"} 1',
      'filmoteca_gateway_ready 1',
      'filmoteca_shard_ready{shard="0"} 1',
      'filmoteca_shard_servers{shard="0"} 1',
      'filmoteca_store_up 1',
      'filmoteca_pool_waiting 0',
      `filmoteca_data_info{version="${up.body.data}"} 1`,
    ]),
  );

  await bot.stop();
  expect((await get(http, '/health')).body.down).toEqual(['gateway']);
  await store.close();
  const down = await get(http, '/health');
  expect([down.status, down.body.down, down.body.store]).toEqual([503, ['gateway', 'store'], 'down']);
});
