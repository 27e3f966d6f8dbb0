import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { loadPage, type PageFiles } from './bundle.ts';

/** The page may load only from this server. Embeds colour themselves by style attributes. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Shared by all servers of a process: bundled at the first request. */
let files: Promise<PageFiles> | undefined;

/** Serves a path of the page. Returns whether it is one. */
export async function servePage(path: string, response: ServerResponse): Promise<boolean> {
  const name = path === '/' ? 'index.html' : /^\/page\/([\w.-]+)$/.exec(path)?.[1];
  if (name === undefined) return false;
  files ??= loadPage();
  const bytes = (await files).get(name);
  if (!bytes) return false;
  response
    .writeHead(200, {
      'content-type': types[extname(name)] ?? 'text/plain',
      'content-security-policy': POLICY,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    .end(bytes);
  return true;
}
