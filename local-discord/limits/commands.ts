import { ApplicationCommandType } from 'discord-api-types/v10';
import { z } from 'zod';
import { flag, named, options } from './command-options.ts';
import { localizations } from './locales.ts';
import { refuse, repeated, snowflake, text } from './parts.ts';

const MAX_COMMAND_CHARACTERS = 8000;

const commonFields = {
  id: snowflake.nullish(),
  nsfw: flag,
  default_member_permissions: z.string().regex(/^\d+$/).nullish(),
  dm_permission: flag,
  contexts: z.array(z.int().min(0).max(2)).min(1).max(3).nullish(),
  integration_types: z.array(z.int().min(0).max(1)).min(1).max(2).nullish(),
};

const slashCommand = z
  .strictObject({
    ...named,
    ...commonFields,
    type: z.literal(ApplicationCommandType.ChatInput),
    options: options.nullish(),
  })
  .superRefine((command, context) => {
    if (countCharacters(command) > MAX_COMMAND_CHARACTERS) {
      const message = `Command exceeds maximum size (${MAX_COMMAND_CHARACTERS})`;
      refuse(context, [], 'APPLICATION_COMMAND_TOO_LARGE', message);
    }
  });

const menuCommand = z.strictObject({
  ...commonFields,
  name: text(32),
  name_localizations: localizations(text(32)),
  description: z.literal('').nullish(),
  type: z.literal([ApplicationCommandType.User, ApplicationCommandType.Message]),
});

/** The body that registers a command. A command without a type is a slash command. */
export const command = z.preprocess(
  (body) =>
    isObject(body) && (body.type ?? null) === null
      ? { ...body, type: ApplicationCommandType.ChatInput }
      : body,
  z.discriminatedUnion('type', [slashCommand, menuCommand]),
);

export type CommandBody = z.infer<typeof command>;

/** The body that replaces all commands of a scope. */
export const commandList = z.array(command).superRefine((list, context) => {
  for (const index of repeated(list.map(({ name, type }) => `${type} ${name}`))) {
    const message = 'Application command names must be unique';
    refuse(context, [index, 'name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', message);
  }
});

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns Discord's size of a command: names, descriptions and values at all levels. Of each text only the longest localization counts. */
function countCharacters(part: object): number {
  const fields = part as Record<string, unknown>;
  const own =
    longest(fields.name, fields.name_localizations) +
    longest(fields.description, fields.description_localizations);
  const value = typeof fields.value === 'string' ? fields.value.length : 0;
  const inner = [fields.options, fields.choices].flatMap((list) => (Array.isArray(list) ? list : []));
  return inner.reduce<number>((sum, one) => sum + countCharacters(one), own + value);
}

function longest(text: unknown, texts: unknown): number {
  const all = [text, ...(isObject(texts) ? Object.values(texts) : [])];
  return Math.max(0, ...all.map((one) => (typeof one === 'string' ? one.length : 0)));
}
