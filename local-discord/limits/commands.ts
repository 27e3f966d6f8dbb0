import { ApplicationCommandType, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { z } from 'zod';
import { localizations } from './locales.ts';
import { refuse, repeated, snowflake, text } from './parts.ts';

const MAX_COMMAND_CHARACTERS = 8000;

const slashName = text(32)
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u)
  .superRefine((name, context) => {
    if (name !== name.toLowerCase()) {
      refuse(
        context,
        [],
        'APPLICATION_COMMAND_INVALID_NAME',
        'Command name is invalid: it must be lower case',
      );
    }
  });

const named = {
  name: slashName,
  name_localizations: localizations(slashName),
  description: text(100),
  description_localizations: localizations(text(100)),
};

const flag = z.boolean().nullish();

function choices(value: z.ZodType<string | number>) {
  const one = z.strictObject({ name: text(100), name_localizations: localizations(text(100)), value });
  return z
    .array(one)
    .max(25)
    .superRefine((list, context) => {
      for (const index of repeated(list.map(({ name }) => name))) {
        const code = 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS';
        refuse(context, [index, 'name'], code, 'Option choice name already exists');
      }
    })
    .nullish();
}

const stringOption = z.strictObject({
  ...named,
  type: z.literal(Type.String),
  required: flag,
  autocomplete: flag,
  choices: choices(text(100)),
  min_length: z.int().min(0).max(6000).nullish(),
  max_length: z.int().min(1).max(6000).nullish(),
});

const numberOption = z
  .strictObject({
    ...named,
    type: z.literal([Type.Integer, Type.Number]),
    required: flag,
    autocomplete: flag,
    choices: choices(z.number()),
    min_value: z.number().nullish(),
    max_value: z.number().nullish(),
  })
  .superRefine(({ type, choices: list, min_value, max_value }, context) => {
    const values = [min_value, max_value, ...(list ?? []).map(({ value }) => value)];
    if (
      type === Type.Integer &&
      values.some((value) => typeof value === 'number' && !Number.isSafeInteger(value))
    ) {
      refuse(context, [], 'NUMBER_TYPE_COERCE', 'An integer option has whole numbers only');
    }
  });

const otherOption = z.strictObject({
  ...named,
  type: z.literal([Type.Boolean, Type.User, Type.Role, Type.Mentionable, Type.Attachment]),
  required: flag,
});

const channelOption = z.strictObject({
  ...named,
  type: z.literal(Type.Channel),
  required: flag,
  channel_types: z.array(z.int()).nullish(),
});

const valueOption = z.discriminatedUnion('type', [stringOption, numberOption, otherOption, channelOption]);

type Context = Parameters<typeof refuse>[0];
type Optioned = {
  name: string;
  type: number;
  required?: boolean | null | undefined;
  autocomplete?: unknown;
  choices?: unknown;
};

function checkList(options: readonly Optioned[], context: Context): void {
  for (const index of repeated(options.map(({ name }) => name))) {
    refuse(
      context,
      [index, 'name'],
      'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
      'Option name already exists',
    );
  }
  options.forEach((option, index) => {
    if (option.required && options.slice(0, index).some((earlier) => !earlier.required)) {
      const message = 'Required options must be placed before non-required options';
      refuse(context, [index], 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message);
    }
    if (option.autocomplete && Array.isArray(option.choices) && option.choices.length > 0) {
      const message = 'Autocomplete cannot be enabled together with choices';
      refuse(context, [index, 'autocomplete'], 'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES_INVALID', message);
    }
  });
}

const valueOptions = z.array(valueOption).max(25).superRefine(checkList);

const subcommand = z.strictObject({
  ...named,
  type: z.literal(Type.Subcommand),
  options: valueOptions.nullish(),
});

const group = z.strictObject({
  ...named,
  type: z.literal(Type.SubcommandGroup),
  options: z.array(subcommand).min(1).max(25).superRefine(checkList),
});

const options = z
  .array(
    z.discriminatedUnion('type', [stringOption, numberOption, otherOption, channelOption, subcommand, group]),
  )
  .max(25)
  .superRefine(checkList)
  .superRefine((list, context) => {
    const isBranch = (type: number) => type === Type.Subcommand || type === Type.SubcommandGroup;
    if (list.some(({ type }) => isBranch(type)) && !list.every(({ type }) => isBranch(type))) {
      const message =
        'Sub-command and sub-command group option types are mutually exclusive to all other types';
      refuse(context, [], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message);
    }
  });

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
