import type { IncomingMessage, ServerResponse } from 'node:http';
import { servePage } from '../page-server/serve-page.ts';
import type { World } from '../world.ts';
import { aboutRoutes } from './about-routes.ts';
import { ApiError, apiErrors } from './api-error.ts';
import { readBody } from './body.ts';
import { callbackRoutes } from './callback-route.ts';
import { channelRoutes } from './channel-routes.ts';
import { commandRoutes } from './command-routes.ts';
import { befall } from './faults.ts';
import { sendFile } from './files.ts';
import { isOwnVisitor } from './guard.ts';
import { type Call, type Reply, type Route, readerOf } from './route.ts';
import { webhookRoutes } from './webhook-routes.ts';

const routes = [...callbackRoutes, ...webhookRoutes, ...channelRoutes, ...commandRoutes, ...aboutRoutes].map(
  (route) => ({ route, read: readerOf(route.path) }),
);
const API = '/api/v10';

/** Answers one HTTP request, an error in Discord's shape included. */
export async function serve(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (!isOwnVisitor(world, request)) return refuseVisitor(response);
    const url = new URL(request.url ?? '/', world.origin);
    if (url.pathname.startsWith('/attachments/')) return sendFile(world, url.pathname, response);
    if (request.method === 'GET' && (await servePage(url.pathname, response))) return;
    const fault = faultOf(world, request, url);
    if (fault && (await befall(fault, response))) return;
    send(response, await answer(world, request, url));
  } catch (error) {
    const known = error instanceof ApiError;
    sendJson(
      response,
      known ? error.status : 500,
      known ? error.toJSON() : { code: 0, message: String(error) },
    );
  }
}

function faultOf({ disturbance }: World, { method = 'GET' }: IncomingMessage, { pathname }: URL) {
  return disturbance?.({ method, path: pathname.slice(API.length) });
}

async function answer(world: World, request: IncomingMessage, url: URL): Promise<Reply> {
  const { route, params } = findRoute(request.method ?? 'GET', url);
  const allowed = request.headers.authorization === `Bot ${world.token}`;
  if (!route.open && !allowed) throw apiErrors.unauthorized();
  const call: Call = { world, params, query: url.searchParams, body: await readBody(request) };
  return route.handle(call);
}

function findRoute(method: string, { pathname }: URL): { route: Route; params: Record<string, string> } {
  if (!pathname.startsWith(`${API}/`)) throw apiErrors.notFound();
  const path = safeDecode(pathname.slice(API.length)).split('/');
  const fitting = routes.flatMap(({ route, read }) => {
    const params = read(path);
    return params ? [{ route, params }] : [];
  });
  const found = fitting.find(({ route }) => route.method === method);
  if (!found) throw fitting.length > 0 ? apiErrors.wrongMethod() : apiErrors.notFound();
  return found;
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw apiErrors.notFound();
  }
}

/** A 204 has no content type: with one, discord.js would try to read JSON from nothing. */
function send(response: ServerResponse, reply: Reply): void {
  if (reply) sendJson(response, reply.status ?? 200, reply.json);
  else response.writeHead(204).end();
}

function sendJson(response: ServerResponse, status: number, json: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
}

function refuseVisitor(response: ServerResponse): void {
  response.writeHead(403, { 'content-type': 'text/plain' }).end('Only this machine may ask here.');
}
