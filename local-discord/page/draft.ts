import type { PageCommand } from '../page-server/protocol.ts';
import { element } from './element.ts';
import { newOptionField, type OptionField, type Value } from './option-field.ts';

/** A command that is being filled in: its name and a pill for each added option. */
export type Draft = {
  command: PageCommand;
  root: HTMLElement;
  fields(): readonly OptionField[];
  /** The options that can still be added. */
  missing(): PageCommand['options'];
  add(name: string): OptionField | undefined;
  remove(field: OptionField): void;
  values(): Record<string, Value>;
};

/** Returns a draft with the required options. The callbacks run when a field gets focus, input or a key. */
export function newDraft(
  command: PageCommand,
  {
    entered,
    typed,
    pressed,
  }: {
    entered: (field: OptionField) => void;
    typed: (field: OptionField) => void;
    pressed: (field: OptionField, event: KeyboardEvent) => void;
  },
): Draft {
  let fields: OptionField[] = [];
  const root = element(
    'span',
    { class: 'draft' },
    element('span', { class: 'draft-name' }, `/${command.name}`),
  );
  const add = (name: string) => {
    const option = command.options.find((one) => one.name === name);
    if (!option) return undefined;
    const field = newOptionField(option);
    field.input.addEventListener('focus', () => entered(field));
    field.input.addEventListener('input', () => typed(field));
    field.input.addEventListener('keydown', (event) => pressed(field, event));
    fields.push(field);
    const last = root.querySelector('.more');
    root.insertBefore(field.root, last);
    return field;
  };
  for (const { name, required } of command.options) if (required) add(name);
  return {
    command,
    root,
    fields: () => fields,
    missing: () => command.options.filter((option) => !fields.some((field) => field.option === option)),
    add,
    remove(field) {
      fields = fields.filter((one) => one !== field);
      field.root.remove();
    },
    values: () =>
      Object.fromEntries(
        fields.flatMap((field) => {
          const value = field.value();
          return value === undefined ? [] : [[field.option.name, value]];
        }),
      ),
  };
}
