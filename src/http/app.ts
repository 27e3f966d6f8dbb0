import { OpenAPIHono, z } from '@hono/zod-openapi';
import { bearerAuth } from 'hono/bearer-auth';
import { text } from '../text.ts';
import type { Gateway, Watch } from '../watch.ts';
import { isLocal } from './address.ts';
import { serveDocs } from './docs.ts';
import { serveFunctions } from './functions.ts';
import { healthSchema, readHealth } from './health.ts';
import { serveLive } from './live.ts';
import { createMetrics } from './metrics.ts';
import type { HttpOptions, HttpParts } from './parts.ts';
import { troubleAnswer } from './trouble.ts';

const INFO = {
  title: 'Filmoteca',
  version: '1',
  description:
    'Las funciones del bot como JSON. Una película o persona se pide por su nombre o por su número, como `#862` (en la ruta, `%23862`). · The functions of the bot as JSON. Ask for a film or a person by name or by number, as `#862` (`%23862` in a path).',
};

/** Everything that is served, apart from the server; `watch` is what the bot tells of its work. */
export function createApp(
  parts: HttpParts,
  { metricsToken, proxies }: Pick<HttpOptions, 'metricsToken' | 'proxies'>,
): { app: OpenAPIHono; watch: Watch } {
  let gateway = (): Gateway => ({ state: 'connecting', pingMs: undefined, shards: [] });
  const health = () => readHealth(parts, gateway());
  const metrics = createMetrics(parts, health);
  const app = new OpenAPIHono();

  serveFunctions(app, parts, { proxies, metrics });
  serveDocs(app);
  app.doc31('/openapi.json', { openapi: '3.1.0', info: INFO });
  app.get('/', (context) => context.redirect('/docs'));

  const answers = (description: string) => ({
    description,
    content: { 'application/json': { schema: healthSchema } },
  });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/health',
    operationId: 'health',
    summary: 'Cómo está el bot · How the bot is',
    responses: { 200: answers('Bien · Well'), 503: answers('Algo no responde · Something is down') },
  });
  app.get('/health', async (context) => {
    const found = await health();
    return context.json(found, found.status === 'ok' ? 200 : 503);
  });

  serveLive(app);

  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/metrics',
    operationId: 'metrics',
    summary: 'Para Prometheus: desde esta máquina, o con METRICS_TOKEN · For Prometheus',
    responses: {
      200: { description: 'Prometheus', content: { 'text/plain': { schema: z.string() } } },
      401: { description: 'Hace falta el token · The token is missing or wrong' },
      403: { description: 'Solo desde esta máquina · From this machine only' },
    },
  });
  const guard = metricsToken === undefined ? undefined : bearerAuth({ token: metricsToken });
  app.get(
    '/metrics',
    (context, next) => {
      if (isLocal(context, proxies)) return next();
      return guard?.(context, next) ?? Promise.resolve(context.text('METRICS_TOKEN is not set.\n', 403));
    },
    async (context) => context.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType }),
  );

  app.notFound((context) =>
    context.json({ error: 'no_encontrado', mensaje: text.es.noSuchPath, opciones: [] }, 404),
  );
  app.onError((error, context) =>
    'getResponse' in error ? error.getResponse() : troubleAnswer(context, error, 'es', parts.log),
  );
  return {
    app,
    watch: {
      answered: metrics.answered,
      connected(read) {
        gateway = read;
      },
    },
  };
}
