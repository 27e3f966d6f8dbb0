import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { Gateway, Watch } from '../contract/watch.ts';
import { shareFor } from '../lib/promises.ts';
import { serveDocs } from './docs.ts';
import { functionsOf, serveFunctions } from './functions.ts';
import { readHealth, serveHealth } from './health.ts';
import { errorLanguageOf } from './language.ts';
import { createMetrics, serveMetrics } from './metrics.ts';
import { describeAll } from './openapi.ts';
import type { HttpOptions, HttpParts } from './parts.ts';
import { receive } from './requests.ts';
import { NoSuchPath, troubleAnswer, WrongMethod } from './trouble.ts';

/** The state of health is cached for this time, in ms: computing it takes a pool connection and a store request. */
const HEALTH_MS = 1000;

const METHODS = ['GET', 'HEAD', 'OPTIONS'];
const allow: MiddlewareHandler = (context, next) => {
  context.header('Allow', METHODS.join(', '));
  return next();
};
const preflight = cors({ origin: '*', allowMethods: METHODS, maxAge: 86_400 });

/** All routes, without the server. `watch` receives the bot's figures. */
export function createHttpApp(
  parts: HttpParts,
  { metricsToken, proxies }: Pick<HttpOptions, 'metricsToken' | 'proxies'>,
): { app: OpenAPIHono; watch: Watch } {
  const refuse = (context: Context, error: Error) =>
    troubleAnswer(context, error, errorLanguageOf(context), parts.log);
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

  serveHealth(app, health);
  serveMetrics(app, metrics, { metricsToken, proxies });
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
