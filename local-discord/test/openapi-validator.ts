import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { BodyKind, Validator } from '../index.ts';

const DOCUMENT = new URL('../../../shared/discord/openapi.json', import.meta.url);

const callbacks: Record<number, string> = {
  4: 'CreateMessageInteractionCallbackRequest',
  5: 'CreateMessageInteractionCallbackRequest',
  6: 'UpdateMessageInteractionCallbackRequest',
  7: 'UpdateMessageInteractionCallbackRequest',
  8: 'ApplicationCommandAutocompleteCallbackRequest',
  9: 'ModalInteractionCallbackRequest',
};

const schemas: Record<Exclude<BodyKind, 'callback' | 'commands'>, string> = {
  command: 'ApplicationCommandCreateRequest',
  'command edit': 'ApplicationCommandCreateRequest',
  'follow-up': 'IncomingWebhookRequestPartial',
  'webhook edit': 'IncomingWebhookUpdateRequestPartial',
  'channel message': 'MessageCreateRequest',
  'channel edit': 'MessageEditRequestPartial',
};

let validate: Validator | undefined;

/**
 * Returns a validate that holds every body against Discord's own OpenAPI document, or undefined where the document is
 * not at hand. It knows one exception: clients send `default_member_permissions` as a string.
 */
export function openapiValidator(): Validator | undefined {
  if (!validate && existsSync(DOCUMENT)) validate = newValidator();
  return validate;
}

function newValidator(): Validator {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  for (const format of ['snowflake', 'nonce']) ajv.addFormat(format, true);
  ajv.addSchema(JSON.parse(readFileSync(DOCUMENT, 'utf8')), 'discord');
  const compiled = new Map<string, ValidateFunction>();
  const validator = (name: string) => {
    const made = compiled.get(name) ?? ajv.compile({ $ref: `discord#/components/schemas/${name}` });
    compiled.set(name, made);
    return made;
  };
  const complaints = (name: string, body: unknown) => {
    const validate = validator(name);
    if (validate(body)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath} ${message}`);
  };
  return (body, kind) => {
    if (kind === 'commands')
      return asList(body).flatMap((one) => complaints(schemas.command, asClientsSend(one)));
    if (kind === 'callback') return complaints(callbacks[typeOf(body)] ?? 'InteractionCallbackTypes', body);
    return complaints(schemas[kind], kind.startsWith('command') ? asClientsSend(body) : body);
  };
}

const asList = (body: unknown): unknown[] => (Array.isArray(body) ? body : []);

const typeOf = (body: unknown): number => (body as { type: number }).type;

function asClientsSend(body: unknown): unknown {
  const { default_member_permissions: permissions, ...rest } = body as Record<string, unknown>;
  return typeof permissions === 'string'
    ? { ...rest, default_member_permissions: Number(permissions) }
    : body;
}
