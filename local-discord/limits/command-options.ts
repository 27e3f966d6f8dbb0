import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { z } from 'zod';
import { localizations } from './locales.ts';
import { refuse, repeated, text } from './parts.ts';

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

/** Properties of commands and options. */
export const named = {
  name: slashName,
  name_localizations: localizations(slashName),
  description: text(100),
  description_localizations: localizations(text(100)),
};

export const flag = z.boolean().nullish();

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
type Option = {
  name: string;
  type: number;
  required?: boolean | null | undefined;
  autocomplete?: unknown;
  choices?: unknown;
};

function checkList(options: readonly Option[], context: Context): void {
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

/** The options of a slash command: subcommands and groups, or values. */
export const options = z
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
