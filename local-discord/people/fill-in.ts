import { ComponentType } from 'discord-api-types/v10';
import { type Field, fieldsOf } from '../limits/form-fields.ts';
import type { Modal } from '../limits/modal.ts';
import { MAX_INPUT } from '../limits/modal-parts.ts';
import { checkCount, readChosen } from './components.ts';
import { Mistake } from './mistake.ts';

/** The values of a form by custom id or label: a text, or the chosen options of a select. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** Returns the `data` of a submitted form. Throws a Mistake that names the field. */
export function fillIn(modal: Modal, values: FormValues): object {
  const fields = fieldsOf(modal);
  const unknown = Object.keys(values).find((key) => !fields.some((field) => isNamed(field, key)));
  if (unknown !== undefined)
    throw new Mistake('no such option', unknown, fields.map(({ label }) => label).join(' '));
  let id = 0;
  const filledIn = (field: Field) => ({ ...read(field, fieldValue(field, values)), id: ++id });
  const components = modal.components.map((part) => {
    const [field] = fieldsOf({ components: [part] });
    const common = { type: part.type, id: ++id };
    if (!field) return common;
    return part.type === ComponentType.Label
      ? { ...common, component: filledIn(field) }
      : { ...common, components: [filledIn(field)] };
  });
  return { custom_id: modal.custom_id, components };
}

const isNamed = ({ customId, label }: Field, key: string) => key === customId || key === label;

/** Returns the value that the person gave, or else the default of the form. */
function fieldValue(field: Field, values: FormValues): readonly string[] {
  const value = values[field.customId] ?? values[field.label];
  if (value !== undefined) return typeof value === 'string' ? [value] : value;
  const { input } = field;
  if (input.type === ComponentType.TextInput) return [input.value ?? ''];
  return input.options.filter((option) => option.default).map((option) => option.value);
}

function read({ label, input }: Field, value: readonly string[]): object {
  const { type, custom_id } = input;
  return type === ComponentType.StringSelect
    ? { type, custom_id, values: readChoices(input, label, value) }
    : { type, custom_id, value: readText(input, label, value[0] ?? '') };
}

type Input<T> = Extract<Field['input'], { type: T }>;

function readChoices(
  input: Input<ComponentType.StringSelect>,
  label: string,
  chosen: readonly string[],
): string[] {
  const isEmpty = chosen.length === 0 && input.required === false;
  if (!isEmpty) checkCount(chosen, label, input.min_values ?? 1, input.max_values ?? 1);
  return readChosen(input, chosen);
}

function readText(input: Input<ComponentType.TextInput>, label: string, text: string): string {
  const { min_length, max_length } = input;
  if (text === '' && input.required !== false) throw new Mistake('option missing', label);
  if (text !== '' && text.length < (min_length ?? 0)) throw new Mistake('too short', label, min_length ?? 0);
  if (text.length > (max_length ?? MAX_INPUT)) throw new Mistake('too long', label, max_length ?? MAX_INPUT);
  return text;
}
