import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { type Content, createContent, send } from './content.ts';

/** The page loads everything from this server. Swagger UI writes inline styles. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const page = `<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Filmoteca</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<main id="docs"></main>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

const start = "SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', validatorUrl: null });\n";

/** Files that change only with a release of Swagger UI are cached for a day. */
const CACHED = { 'Cache-Control': 'public, max-age=86400' };
/** Files that clients revalidate on each use; mostly answered with 304. */
const REVALIDATED = { 'Cache-Control': 'no-cache' };

const SCRIPT = { 'Content-Type': 'text/javascript; charset=utf-8' };
const FILES = {
  'swagger-ui-bundle.js': SCRIPT,
  'swagger-ui.css': { 'Content-Type': 'text/css; charset=utf-8' },
  'favicon-32x32.png': { 'Content-Type': 'image/png' },
};

/** Serves the page at /docs, where people read about and try the functions, and its OpenAPI description. All files are in memory. */
export function serveDocs(app: OpenAPIHono, description: object): void {
  const { resolve } = createRequire(import.meta.url);
  const serve = (path: string, content: Content) => app.get(path, (context) => send(context, content));
  const json = { 'Content-Type': 'application/json', ...REVALIDATED };
  serve('/openapi.json', createContent(JSON.stringify(description), json));
  const html = {
    'Content-Type': 'text/html; charset=UTF-8',
    'Content-Security-Policy': POLICY,
    ...REVALIDATED,
  };
  serve('/docs', createContent(page, { ...html, 'X-Content-Type-Options': 'nosniff' }));
  serve('/docs/start.js', createContent(start, { ...SCRIPT, ...REVALIDATED }));
  for (const [name, type] of Object.entries(FILES)) {
    const body = readFileSync(resolve(`swagger-ui-dist/${name}`));
    serve(`/docs/${name}`, createContent(body, { ...type, ...CACHED }));
  }
}
