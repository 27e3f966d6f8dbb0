import { ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { modalSelect } from './components.ts';
import { fieldsOf, MOST_TEXT } from './form-fields.ts';
import { refuse, repeated, text } from './parts.ts';

const id = z.int().min(0).nullish();

const textInput = z
  .strictObject({
    id,
    type: z.literal(ComponentType.TextInput),
    custom_id: text(100),
    style: z.literal([1, 2]),
    label: text(45).nullish(),
    min_length: z.int().min(0).max(MOST_TEXT).nullish(),
    max_length: z.int().min(1).max(MOST_TEXT).nullish(),
    required: z.boolean().nullish(),
    value: z.string().max(MOST_TEXT).nullish(),
    placeholder: z.string().max(100).nullish(),
  })
  .superRefine(({ value, min_length, max_length }, context) => {
    const most = max_length ?? MOST_TEXT;
    if ((min_length ?? 0) > most)
      refuse(context, ['min_length'], 'BASE_TYPE_BAD_LENGTH', `Must be ${most} or fewer.`);
    if ((value ?? '').length > most)
      refuse(context, ['value'], 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
  });

/** The older form: an input in a row, which carries its label itself. */
const row = z
  .strictObject({ id, type: z.literal(ComponentType.ActionRow), components: z.array(textInput).length(1) })
  .superRefine(({ components: [input] }, context) => {
    if (input && !input.label)
      refuse(context, ['components', 0, 'label'], 'BASE_TYPE_REQUIRED', 'This field is required');
  });

const label = z
  .strictObject({
    id,
    type: z.literal(ComponentType.Label),
    label: text(45),
    description: text(100).nullish(),
    component: z.discriminatedUnion('type', [textInput, modalSelect]),
  })
  .superRefine(({ component }, context) => {
    if ('label' in component && component.label)
      refuse(
        context,
        ['component', 'label'],
        'BASE_TYPE_INVALID',
        'An input in a label has no label of its own',
      );
  });

const textDisplay = z.strictObject({
  id,
  type: z.literal(ComponentType.TextDisplay),
  content: text(MOST_TEXT),
});

/** A form: one to five parts, no custom id twice. */
export const modal = z.strictObject({
  custom_id: text(100),
  title: text(45),
  components: z
    .array(z.discriminatedUnion('type', [row, label, textDisplay]))
    .min(1)
    .max(5)
    .superRefine((list, context) => {
      const ids = list.map((part, index) => fieldsOf({ components: [part] })[0]?.customId ?? `#${index}`);
      for (const index of repeated(ids)) {
        const message = 'Component custom id cannot be duplicated';
        refuse(context, [index], 'COMPONENT_CUSTOM_ID_DUPLICATED', message);
      }
    }),
});

export type Modal = z.infer<typeof modal>;

/** What stands in a field: a text input or a select. */
export type Input = z.infer<typeof textInput> | z.infer<typeof modalSelect>;
