import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { bundlePage, type PageFile } from './bundle.ts';

/** Nothing but what this server sends: no other site is asked for anything. Styles in attributes colour the embeds. */
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

/** The same for all servers of a process: bundled once, when it is first asked for. */
let files: ReturnType<typeof loadPage> | undefined;

/** Answers a path of the page, and returns whether it was one. */
export async function servePage(path: string, response: ServerResponse): Promise<boolean> {
  const name = path === '/' ? 'index.html' : /^\/page\/([\w.-]+)$/.exec(path)?.[1];
  if (name === undefined) return false;
  files ??= loadPage();
  const file = (await files).get(name);
  if (!file) return false;
  response
    .writeHead(200, {
      'content-type': file.type,
      'content-security-policy': POLICY,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    .end(file.bytes);
  return true;
}

async function loadPage(): Promise<Map<string, PageFile>> {
  const files = await bundlePage();
  for (const [name, type] of [
    ['index.html', 'text/html; charset=utf-8'],
    ['icon.svg', 'image/svg+xml'],
  ] as const) {
    files.set(name, { bytes: await readFile(new URL(`../page/${name}`, import.meta.url)), type });
  }
  return files;
}
