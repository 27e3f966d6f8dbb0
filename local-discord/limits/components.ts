import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { emoji, refuse, repeated, snowflake, text, webUrl } from './parts.ts';

const common = { id: z.int().min(0).nullish() };
const customId = text(100);

const button = z
  .strictObject({
    ...common,
    type: z.literal(ComponentType.Button),
    style: z.int().min(1).max(6),
    label: z.string().max(80).nullish(),
    emoji: emoji.nullish(),
    custom_id: customId.nullish(),
    url: webUrl.max(512).nullish(),
    sku_id: snowflake.nullish(),
    disabled: z.boolean().nullish(),
  })
  .superRefine((value, context) => {
    const target = targetOf(value.style);
    for (const key of ['custom_id', 'url', 'sku_id'] as const) {
      const has = (value[key] ?? null) !== null;
      if (key === target && !has) refuse(context, [key], 'BASE_TYPE_REQUIRED', 'This field is required');
      if (key !== target && has) {
        const message = `A button of this style has no ${key}`;
        refuse(context, [key], 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', message);
      }
    }
    if (target !== 'sku_id' && !value.label && !value.emoji) {
      refuse(context, [], 'BUTTON_COMPONENT_INVALID_EMPTY', 'A button must have a label or an emoji');
    }
  });

/** Returns the one property that a button of this style must have. */
function targetOf(style: number): 'custom_id' | 'url' | 'sku_id' {
  if (style === ButtonStyle.Link) return 'url';
  return style === ButtonStyle.Premium ? 'sku_id' : 'custom_id';
}

const selectParts = {
  ...common,
  custom_id: customId,
  placeholder: z.string().max(150).nullish(),
  min_values: z.int().min(0).max(25).nullish(),
  max_values: z.int().min(1).max(25).nullish(),
  disabled: z.boolean().nullish(),
};

const option = z.strictObject({
  label: text(100),
  value: text(100),
  description: z.string().max(100).nullish(),
  emoji: emoji.nullish(),
  default: z.boolean().nullish(),
});

const stringSelectParts = {
  ...selectParts,
  type: z.literal(ComponentType.StringSelect),
  options: z.array(option).min(1).max(25),
};

type StringSelect = Pick<
  z.infer<z.ZodObject<typeof stringSelectParts>>,
  'options' | 'min_values' | 'max_values'
>;

const stringSelect = z.strictObject(stringSelectParts).superRefine(checkOptions);

/** A select in a form. It may be required and cannot be disabled. */
export const modalSelect = z
  .strictObject({
    ...stringSelectParts,
    required: z.boolean().nullish(),
    disabled: z.literal(false).nullish(),
  })
  .superRefine(checkOptions);

function checkOptions(
  { options, min_values, max_values }: StringSelect,
  context: Parameters<typeof refuse>[0],
): void {
  const most = Math.max(max_values ?? 1, min_values ?? 1);
  if (options.length < most) {
    refuse(context, ['options'], 'BASE_TYPE_BAD_LENGTH', `Must be between ${most} and 25 in length.`);
  }
  for (const index of repeated(options.map(({ value }) => value))) {
    const message = 'The specified option value is already used';
    refuse(context, ['options', index, 'value'], 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message);
  }
  if (options.filter((one) => one.default).length > (max_values ?? 1)) {
    refuse(
      context,
      ['options'],
      'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
      'More default options than max_values',
    );
  }
}

const entitySelect = z.strictObject({
  ...selectParts,
  type: z.literal([
    ComponentType.UserSelect,
    ComponentType.RoleSelect,
    ComponentType.MentionableSelect,
    ComponentType.ChannelSelect,
  ]),
  channel_types: z.array(z.int()).nullish(),
  default_values: z
    .array(z.strictObject({ id: snowflake, type: z.string() }))
    .max(25)
    .nullish(),
});

const row = z
  .strictObject({
    ...common,
    type: z.literal(ComponentType.ActionRow),
    components: z
      .array(z.discriminatedUnion('type', [button, stringSelect, entitySelect]))
      .min(1)
      .max(5),
  })
  .superRefine(({ components }, context) => {
    if (components.length > 1 && components.some(({ type }) => type !== ComponentType.Button)) {
      const message = 'The specified component exceeds the maximum width';
      refuse(context, ['components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message);
    }
  });

export type Row = z.infer<typeof row>;

/** Up to five rows of up to five buttons or one select, without duplicate custom ids. */
export const rows = z
  .array(row)
  .max(5)
  .superRefine((list, context) => {
    const places = list.flatMap(({ components }, index) =>
      components.map((part, inner) => ({
        id: part.custom_id,
        path: [index, 'components', inner, 'custom_id'],
      })),
    );
    const named = places.filter(({ id }) => id !== undefined && id !== null);
    for (const index of repeated(named.map(({ id }) => id))) {
      const message = 'Component custom id cannot be duplicated';
      refuse(context, named[index]?.path ?? [], 'COMPONENT_CUSTOM_ID_DUPLICATED', message);
    }
  });
