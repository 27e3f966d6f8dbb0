import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { cors } from 'hono/cors';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { Gateway, Watch } from '../contract/watch.ts';
import { shareFor } from '../lib/promises.ts';
import { isLocal } from './address.ts';
import { tooManyResponse } from './describe.ts';
import { serveDocs } from './docs.ts';
import { describeAll, metricsSecurity, TAGS } from './document.ts';
import { functionsOf, serveFunctions } from './functions.ts';
import { healthSchema, readHealth } from './health.ts';
import { mildLanguageOf } from './language.ts';
import { serveLive } from './live.ts';
import { createMetrics } from './metrics.ts';
import type { HttpOptions, HttpParts } from './parts.ts';
import { receive } from './requests.ts';
import { NoSuchPath, troubleAnswer, WrongMethod } from './trouble.ts';

/** How long a state of health is told again, in ms: computing it takes a connection of the pool and asks the store. */
const HEALTH_MS = 1000;

const METHODS = ['GET', 'HEAD', 'OPTIONS'];
const allow: MiddlewareHandler = (context, next) => {
  context.header('Allow', METHODS.join(', '));
  return next();
};
const preflight = cors({ origin: '*', allowMethods: METHODS, maxAge: 86_400 });

/** Everything that is served, apart from the server; `watch` is what the bot tells of its work. */
export function createApp(
  parts: HttpParts,
  { metricsToken, proxies }: Pick<HttpOptions, 'metricsToken' | 'proxies'>,
): { app: OpenAPIHono; watch: Watch } {
  const refuse = (context: Context, error: Error) =>
    troubleAnswer(context, error, mildLanguageOf(context), parts.log);
  const wrongMethod = (context: Context, methods: readonly string[]) =>
    refuse(context, new WrongMethod(methods));
  let gateway = (): Gateway => ({ state: 'connecting', pingMs: undefined, shards: [] });
  const health = shareFor(HEALTH_MS, parts.clock, () => readHealth(parts, gateway()));
  const metrics = createMetrics(parts, health);
  const functions = functionsOf(parts.commands.values());
  const app = new OpenAPIHono();

  const names = new Map(functions.map(({ path, signature }) => [path.split('/')[1] ?? '', signature.name]));
  app.use(receive(parts, { proxies, metrics, functions: names }));
  app.use(methodNotAllowed({ app, onMethodNotAllowed: wrongMethod }));
  serveFunctions(app, parts, functions);
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
    description: 'Se calcula una vez por segundo · It is computed once a second',
    tags: [TAGS.state],
    responses: {
      200: answers('Bien · Well'),
      429: tooManyResponse,
      503: answers('Algo no responde · Something is down'),
    },
  });
  app.get('/health', async (context) => {
    const found = await health();
    return context.json(found, found.status === 'ok' ? 200 : 503, { 'Cache-Control': 'no-store' });
  });

  serveLive(app);

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

  serveDocs(app, describeAll(app));
  for (const { path } of app.routes.filter(({ method, path }) => method === 'GET' && path !== '/metrics'))
    app.options(path, allow, preflight);
  app.notFound((context) => refuse(context, new NoSuchPath()));
  app.onError((error, context) => ('getResponse' in error ? error.getResponse() : refuse(context, error)));
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
