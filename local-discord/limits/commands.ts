import { ApplicationCommandType } from 'discord-api-types/v10';
import { z } from 'zod';
import { flag, named, options } from './command-options.ts';
import { localizations } from './locales.ts';
import { refuse, repeated, snowflake, text } from './parts.ts';

const MAX_COMMAND_CHARACTERS = 8000;

const whole = {
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
    ...whole,
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
  ...whole,
  name: text(32),
  name_localizations: localizations(text(32)),
  description: z.literal('').nullish(),
  type: z.literal([ApplicationCommandType.User, ApplicationCommandType.Message]),
});

/** A command as an application registers it; a command without a type is a slash command. */
export const command = z.preprocess(
  (body) =>
    isObject(body) && (body.type ?? null) === null
      ? { ...body, type: ApplicationCommandType.ChatInput }
      : body,
  z.discriminatedUnion('type', [slashCommand, menuCommand]),
);

export type CommandBody = z.infer<typeof command>;

/** All commands of a scope at once. */
export const commandList = z.array(command).superRefine((list, context) => {
  for (const index of repeated(list.map(({ name, type }) => `${type} ${name}`))) {
    const message = 'Application command names must be unique';
    refuse(context, [index, 'name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', message);
  }
});

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Counts names, descriptions and values over all levels; of translations only the longest counts. */
function countCharacters(part: object): number {
  const has = part as Record<string, unknown>;
  const own =
    longest(has.name, has.name_localizations) + longest(has.description, has.description_localizations);
  const value = typeof has.value === 'string' ? has.value.length : 0;
  const inner = [has.options, has.choices].flatMap((list) => (Array.isArray(list) ? list : []));
  return inner.reduce<number>((sum, one) => sum + countCharacters(one), own + value);
}

function longest(text: unknown, texts: unknown): number {
  const all = [text, ...(isObject(texts) ? Object.values(texts) : [])];
  return Math.max(0, ...all.map((one) => (typeof one === 'string' ? one.length : 0)));
}
