import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { tooManyResponse } from './describe.ts';
import { TAGS } from './document.ts';

/**
 * `/health/live` tells a host whether to restart the process: it answers 200 while the process answers at all. What a
 * restart cannot mend, Discord or the database being down, is told by `/health` alone.
 */
export function serveLive(app: OpenAPIHono): void {
  const schema = z.strictObject({ status: z.literal('ok') });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/health/live',
    operationId: 'live',
    summary: 'Si el proceso responde · Whether the process answers',
    description: 'Sin mirar Discord ni el almacén · It looks at neither Discord nor the store',
    tags: [TAGS.state],
    responses: {
      200: { description: 'Responde · It does', content: { 'application/json': { schema } } },
      429: tooManyResponse,
    },
  });
  app.get('/health/live', (context) => context.json({ status: 'ok' }));
}
