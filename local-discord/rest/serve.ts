import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { servePage } from '../page-server/serve-page.ts';
import type { DiscordState, RestFault } from '../state.ts';
import { aboutRoutes } from './about-routes.ts';
import { ApiError, apiErrors } from './api-error.ts';
import { readBody } from './body.ts';
import { callbackRoutes } from './callback-route.ts';
import { channelRoutes } from './channel-routes.ts';
import { commandRoutes } from './command-routes.ts';
import { type Call, pathMatcher, type Reply, type Route } from './route.ts';
import { webhookRoutes } from './webhook-routes.ts';

const routes = [...callbackRoutes, ...webhookRoutes, ...channelRoutes, ...commandRoutes, ...aboutRoutes].map(
  (route) => ({ route, match: pathMatcher(route.path) }),
);
const API = '/api/v10';

/** Answers one HTTP request: the page, a file or the API. Errors have Discord's format. */
export async function serve(
  state: DiscordState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (!isLocalRequest(state, request)) return refuseForeign(response);
    const url = new URL(request.url ?? '/', state.origin);
    if (url.pathname.startsWith('/attachments/')) return sendFile(state, url.pathname, response);
    if (request.method === 'GET' && (await servePage(url.pathname, response))) return;
    const fault = faultOf(state, request, url);
    if (fault && (await applyFault(fault, response))) return;
    send(response, await answer(state, request, url));
  } catch (error) {
    const known = error instanceof ApiError;
    sendJson(
      response,
      known ? error.status : 500,
      known ? error.toJSON() : { code: 0, message: String(error) },
    );
  }
}

/**
 * Returns whether a request comes from this machine and from no other site. The Host must be ours, because any name on the web can
 * resolve to 127.0.0.1, and so must the Origin, which browsers send.
 */
export function isLocalRequest({ origin }: DiscordState, { headers }: IncomingMessage): boolean {
  const { port } = new URL(origin);
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const isHost = hosts.includes(headers.host ?? '');
  return (
    isHost && (headers.origin === undefined || hosts.some((host) => headers.origin === `http://${host}`))
  );
}

function faultOf({ disturbance }: DiscordState, { method = 'GET' }: IncomingMessage, { pathname }: URL) {
  return disturbance?.({ method, path: pathname.slice(API.length) });
}

async function answer(state: DiscordState, request: IncomingMessage, url: URL): Promise<Reply> {
  const { route, params } = findRoute(request.method ?? 'GET', url);
  const isAuthorized = request.headers.authorization === `Bot ${state.token}`;
  if (!route.open && !isAuthorized) throw apiErrors.unauthorized();
  const call: Call = { state, params, query: url.searchParams, body: await readBody(request) };
  return route.handle(call);
}

function findRoute(method: string, { pathname }: URL): { route: Route; params: Record<string, string> } {
  if (!pathname.startsWith(`${API}/`)) throw apiErrors.notFound();
  const path = safeDecode(pathname.slice(API.length)).split('/');
  const matches = routes.flatMap(({ route, match }) => {
    const params = match(path);
    return params ? [{ route, params }] : [];
  });
  const found = matches.find(({ route }) => route.method === method);
  if (!found) throw matches.length > 0 ? apiErrors.wrongMethod() : apiErrors.notFound();
  return found;
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw apiErrors.notFound();
  }
}

/** A 204 must not have a content type: discord.js would parse its empty body as JSON. */
function send(response: ServerResponse, reply: Reply): void {
  if (reply) sendJson(response, reply.status ?? 200, reply.json);
  else response.writeHead(204).end();
}

function sendJson(response: ServerResponse, status: number, json: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
}

function refuseForeign(response: ServerResponse): void {
  response
    .writeHead(403, { 'content-type': 'text/plain' })
    .end('Only requests from this machine are allowed.');
}

const matchPath = pathMatcher('/attachments/:channel/:id/:name');

/** Sends an attached file, or 404. Browsers show images and download all other files. */
export function sendFile(state: DiscordState, path: string, response: ServerResponse): void {
  const id = matchPath(path.split('/'))?.id;
  const file = state.files.get(id ?? '');
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  const isImage = /^image\/(png|jpeg|gif|webp)$/.test(file.type);
  response
    .writeHead(200, {
      'content-type': isImage ? file.type : 'application/octet-stream',
      'content-disposition': isImage ? 'inline' : 'attachment',
      'x-content-type-options': 'nosniff',
    })
    .end(file.bytes);
}

/** Discord's message for a status. */
const messages: Record<number, string> = {
  401: '401: Unauthorized',
  429: 'You are being rate limited.',
  500: '500: Internal Server Error',
  502: '502: Bad Gateway',
  503: '503: Service Unavailable',
};

/** Applies a fault to a request: waits, then refuses it if the fault has a status. Returns whether it was refused. */
export async function applyFault(
  { delayMs, status, code = 0, retryAfter = 1, cloudflare = false }: RestFault,
  response: ServerResponse,
): Promise<boolean> {
  if (delayMs !== undefined) await delay(delayMs);
  if (status === undefined) return false;
  if (status === 429 && retryAfter !== null) response.setHeader('retry-after', retryAfter);
  if (cloudflare) {
    response.writeHead(status, { 'content-type': 'text/html; charset=UTF-8', server: 'cloudflare' });
    response.end(`<!DOCTYPE html><title>Access denied | discord.com used Cloudflare</title>${status}`);
    return true;
  }
  const message = code === 40_333 ? 'internal network error' : (messages[status] ?? `${status}: Refused`);
  response.setHeader('content-type', 'application/json');
  if (status === 429) response.setHeader('x-ratelimit-scope', 'shared');
  const body = status === 429 ? { message, code, retry_after: retryAfter, global: false } : { message, code };
  response.writeHead(status).end(JSON.stringify(body));
  return true;
}
