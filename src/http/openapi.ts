import { type OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import { type Both, LONGEST_TEXT, type Option, type OptionChoice } from '../contract/signature.ts';
import type { HttpFunction } from './parts.ts';
import { troubleSchema } from './trouble.ts';

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

/** A Spanish and an English text as one description. */
const inBoth = ({ es, en }: Both) => `${es} · ${en}`;

const trouble = (description: string) => ({
  description,
  content: { 'application/json': { schema: troubleSchema } },
});

/** The OpenAPI response of a rate-limited request. */
export const tooManyResponse = {
  ...trouble('Demasiadas peticiones; espera lo que dice Retry-After · Too many requests'),
  headers: z.object({
    'Retry-After': z.int().meta({ description: 'Segundos de espera · Seconds to wait' }),
  }),
};

const etag = z.object({
  ETag: z.string().meta({ description: 'Para If-None-Match · For If-None-Match' }),
});

/** The OpenAPI route of a function: its options, its answer and its errors. */
export function describeFunction({ signature, path, schema, inPath }: HttpFunction): RouteConfig {
  const query = Object.entries(signature.options)
    .filter(([name]) => name !== inPath?.option)
    .map(([name, declared]) => [
      name,
      declared.required === true ? schemaOf(declared) : schemaOf(declared).optional(),
    ]);
  const given = inPath && signature.options[inPath.option];
  return {
    method: 'get',
    path,
    operationId: signature.name.replace(' ', '_'),
    summary: inBoth(signature),
    description: `Lo que \`/${signature.name}\` responde en Discord · What \`/${signature.english}\` answers in Discord`,
    tags: [TAGS.functions],
    request: {
      ...(inPath && given && { params: z.object({ [inPath.parameter]: schemaOf(given) }) }),
      query: z.object({
        ...Object.fromEntries(query),
        lang: z.enum(['es', 'en']).optional().meta({
          description: 'Idioma de la respuesta; si falta, Accept-Language · Language of the answer',
        }),
      }),
    },
    responses: {
      200: {
        description: 'La respuesta · The answer',
        headers: etag,
        content: { 'application/json': { schema } },
      },
      304: { description: 'La respuesta que ya tienes sigue igual · What you have is unchanged' },
      400: trouble('Un valor no se acepta; `opciones` dice cuáles sí · A value is not accepted'),
      404: trouble('No existe; `opciones` trae sugerencias · There is none; `opciones` has suggestions'),
      409: trouble('Varios llevan ese nombre: pide uno por su #número · Several bear that name: ask by #id'),
      429: tooManyResponse,
      503: trouble('Tomó demasiado · It took too long'),
    },
  };
}

function schemaOf(option: Option): z.ZodType {
  const description = inBoth(option);
  if (option.type === 'boolean') return z.boolean().meta({ description });
  if (option.choices !== undefined) {
    const names = option.choices.map(({ es, value }) => (es === value ? es : `${es} (${value})`));
    return z.enum(acceptedOf(option.choices)).meta({ description: `${description}: ${names.join(', ')}` });
  }
  if (option.type === 'string') return z.string().max(LONGEST_TEXT).meta({ description });
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = option;
  return z.int().min(min).max(max).meta({ description });
}

/** The values of a choice in OpenAPI: for numbers also their names in both languages. */
function acceptedOf(choices: readonly OptionChoice[]): string[] {
  const values = choices.map(({ value }) => String(value));
  if (choices.every(({ value }) => typeof value === 'string')) return values;
  return [...new Set([...choices.map(({ es }) => es), ...choices.map(({ en }) => en), ...values])];
}
