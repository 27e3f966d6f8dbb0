import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { OpenAPIHono } from '@hono/zod-openapi';

/** What the page is made of, from this server alone; only the page's own styles are written inline, by Swagger UI. */
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

const FILES = {
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'swagger-ui.css': 'text/css; charset=utf-8',
  'favicon-32x32.png': 'image/png',
} as const;

/** The page at /docs, on which one reads and tries the functions. */
export function serveDocs(app: OpenAPIHono): void {
  const { resolve } = createRequire(import.meta.url);
  app.get('/docs', (context) =>
    context.html(page, 200, { 'Content-Security-Policy': POLICY, 'X-Content-Type-Options': 'nosniff' }),
  );
  app.get('/docs/start.js', (context) =>
    context.body(start, 200, { 'Content-Type': FILES['swagger-ui-bundle.js'] }),
  );
  for (const [name, type] of Object.entries(FILES)) {
    app.get(`/docs/${name}`, async (context) => {
      const content = await readFile(resolve(`swagger-ui-dist/${name}`));
      return context.body(new Uint8Array(content), 200, {
        'Content-Type': type,
        'Cache-Control': 'public, max-age=86400',
      });
    });
  }
}
