import { type RouteConfig, z } from '@hono/zod-openapi';
import { ApplicationCommandOptionType as Types } from 'discord-api-types/v10';
import { TAGS } from './document.ts';
import type { HttpFunction } from './parts.ts';
import { troubleSchema } from './trouble.ts';

type Option = NonNullable<HttpFunction['data']['options']>[number];
interface Described {
  description: string;
  description_localizations?: Partial<Record<string, string | null>> | null | undefined;
}

/** The words that Discord shows, in both languages. */
const inBoth = ({ description, description_localizations: localised }: Described) =>
  `${description} · ${localised?.['en-US'] ?? description}`;

const trouble = (description: string) => ({
  description,
  content: { 'application/json': { schema: troubleSchema } },
});

/** What OpenAPI says of a request that was one too many. */
export const tooManyResponse = {
  ...trouble('Demasiadas peticiones; espera lo que dice Retry-After · Too many requests'),
  headers: z.object({
    'Retry-After': z.int().meta({ description: 'Segundos de espera · Seconds to wait' }),
  }),
};

const etag = z.object({
  ETag: z.string().meta({ description: 'Para If-None-Match · For If-None-Match' }),
});

/** What OpenAPI says of a function: its options as Discord knows them, what it answers, what may go wrong. */
export function describeFunction({ data, path, schema, option, parameter }: HttpFunction): RouteConfig {
  const options = data.options ?? [];
  const asked = options.find(({ name }) => name === option);
  const others = options.filter(({ name }) => name !== option);
  return {
    method: 'get',
    path,
    operationId: data.name,
    summary: inBoth(data),
    description: `Lo que \`/${data.name}\` responde en Discord · What \`/${data.name_localizations?.['en-US'] ?? data.name}\` answers in Discord`,
    tags: [TAGS.functions],
    request: {
      params: z.object({ [parameter]: asked === undefined ? z.string() : schemaOf(asked) }),
      query: z.object({
        ...Object.fromEntries(others.map((one) => [one.name, schemaOf(one).optional()])),
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
  if ('choices' in option && option.choices !== undefined && option.choices.length > 0) {
    const names = option.choices.map(({ name, value }) => (name === value ? name : `${name} (${value})`));
    return z.enum(acceptedOf(option.choices)).meta({ description: `${inBoth(option)}: ${names.join(', ')}` });
  }
  const description = inBoth(option);
  if (option.type === Types.Boolean) return z.boolean().meta({ description });
  if (option.type === Types.String) {
    const { max_length: longest = Number.MAX_SAFE_INTEGER } = option;
    return z.string().max(longest).meta({ description });
  }
  if (option.type !== Types.Integer) return z.string().meta({ description });
  const { min_value: least = 0, max_value: most = Number.MAX_SAFE_INTEGER } = option;
  return z.int().min(least).max(most).meta({ description });
}

type Choice = {
  name: string;
  value: string | number;
  name_localizations?: Described['description_localizations'];
};

/** What stands in the document for a choice: its value, and beside a number its names in both languages. */
function acceptedOf(choices: readonly Choice[]): string[] {
  const values = choices.map(({ value }) => String(value));
  if (choices.every(({ value }) => typeof value === 'string')) return values;
  const inEnglish = choices.map(({ name, name_localizations: localised }) => localised?.['en-US'] ?? name);
  return [...new Set([...choices.map(({ name }) => name), ...inEnglish, ...values])];
}
