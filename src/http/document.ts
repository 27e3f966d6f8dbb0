import type { OpenAPIHono } from '@hono/zod-openapi';

/** The OpenAPI tags of operations. */
export const TAGS = { functions: 'funciones', state: 'estado' } as const;

/** The security scheme of /metrics. */
const METRICS_TOKEN = 'metricsToken';
/** The empty alternative: without a configured token, /metrics is open to this machine. */
export const metricsSecurity = [{ [METRICS_TOKEN]: [] }, {}];

const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'Filmoteca',
    version: '1',
    description:
      'Las funciones del bot como JSON. Una película o persona se pide por su nombre o por su número, como `#862` (en la ruta, `%23862`). · The functions of the bot as JSON. Ask for a film or a person by name or by number, as `#862` (`%23862` in a path).',
    contact: { name: 'The Filmoteca authors' },
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/', description: 'Este servidor · This server' }],
  tags: [
    { name: TAGS.functions, description: 'Lo que responde el bot · What the bot answers' },
    { name: TAGS.state, description: 'Para quien lo opera · For its operator' },
  ],
  security: [],
};

/** The OpenAPI document of all registered routes. */
export function describeAll(app: OpenAPIHono): object {
  app.openAPIRegistry.registerComponent('securitySchemes', METRICS_TOKEN, {
    type: 'http',
    scheme: 'bearer',
    description: 'METRICS_TOKEN',
  });
  return app.getOpenAPI31Document(DOCUMENT);
}
