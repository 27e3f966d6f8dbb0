import { ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { modalSelect } from './components.ts';
import { refuse, text } from './parts.ts';

/** Maximum length of a text input. */
export const MAX_INPUT = 4000;

const id = z.int().min(0).nullish();

const textInput = z
  .strictObject({
    id,
    type: z.literal(ComponentType.TextInput),
    custom_id: text(100),
    style: z.literal([1, 2]),
    label: text(45).nullish(),
    min_length: z.int().min(0).max(MAX_INPUT).nullish(),
    max_length: z.int().min(1).max(MAX_INPUT).nullish(),
    required: z.boolean().nullish(),
    value: z.string().max(MAX_INPUT).nullish(),
    placeholder: z.string().max(100).nullish(),
  })
  .superRefine(({ value, min_length, max_length }, context) => {
    const most = max_length ?? MAX_INPUT;
    if ((min_length ?? 0) > most)
      refuse(context, ['min_length'], 'BASE_TYPE_BAD_LENGTH', `Must be ${most} or fewer.`);
    if ((value ?? '').length > most)
      refuse(context, ['value'], 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
  });

/** The older layout: an input with its own label in an action row. */
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
  content: text(MAX_INPUT),
});

/** A part of a form: a row, a label or a text display. */
export const modalPart = z.discriminatedUnion('type', [row, label, textDisplay]);

export type ModalPart = z.infer<typeof modalPart>;

/** The input of a field: a text input or a select. */
export type Input = z.infer<typeof textInput> | z.infer<typeof modalSelect>;
