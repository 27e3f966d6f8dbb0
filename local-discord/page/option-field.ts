import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import type { PageOption, PagePerson } from '../page-server/protocol.ts';
import { element } from './element.ts';
import { LIST_ID } from './suggestions.ts';
import type { PageText } from './text.ts';

export type Value = string | number | boolean;
export type Offer = { name: string; value: Value };

/** The field of an option: a pill with its name and an input. */
export type OptionField = {
  option: PageOption;
  root: HTMLElement;
  input: HTMLInputElement;
  /** Returns the value to send; `undefined` if the field is empty. */
  value(): Value | undefined;
  /** Selects a suggestion: its name is shown, its value is sent. */
  take(offer: Offer): void;
  /** Whether the text is a selected suggestion. */
  isTaken(): boolean;
  /** Marks the field as invalid until the next input. */
  mark(isWrong: boolean): void;
};

/** Returns an empty field for an option. */
export function newOptionField(option: PageOption): OptionField {
  let taken: Offer | undefined;
  const input = element('input', {
    type: 'text',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    inputmode: option.type === Type.Integer || option.type === Type.Number ? 'decimal' : undefined,
    role: 'combobox',
    'aria-controls': LIST_ID,
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    'aria-label': `${option.name}: ${option.description}`,
    'aria-required': option.required ? 'true' : undefined,
    'data-option': option.name,
    oninput: () => {
      taken = undefined;
      widen();
      mark(false);
    },
  });
  const root = element(
    'label',
    { class: 'pill' },
    element('span', { class: 'pill-name' }, option.name),
    input,
  );
  widen();

  function widen(): void {
    input.style.width = `${Math.min(Math.max(input.value.length, 3) + 1.5, 60)}ch`;
  }

  function mark(isWrong: boolean): void {
    root.classList.toggle('wrong', isWrong);
    input.setAttribute('aria-invalid', String(isWrong));
  }

  return {
    option,
    root,
    input,
    value: () => taken?.value ?? (input.value.trim() === '' ? undefined : input.value.trim()),
    take(offer) {
      taken = offer;
      input.value = offer.name;
      widen();
      mark(false);
    },
    isTaken: () => taken !== undefined,
    mark,
  };
}

/** Returns the values that are known without the bot: choices, yes and no, people. `undefined` for free text. */
export function offersOf(
  option: PageOption,
  people: readonly PagePerson[],
  t: PageText,
): Offer[] | undefined {
  if (option.choices.length > 0) return option.choices;
  if (option.type === Type.Boolean)
    return [
      { name: t.yes, value: true },
      { name: t.no, value: false },
    ];
  if (option.type === Type.User || option.type === Type.Mentionable)
    return people.map(({ id, name }) => ({ name, value: id }));
  return undefined;
}

const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Returns the entries whose name contains the typed text, prefix matches first. */
export function fitting<T extends { name: string }>(entries: readonly T[], typed: string): T[] {
  const query = fold(typed.trim());
  const place = ({ name }: T) => fold(name).indexOf(query);
  return entries.filter((one) => place(one) >= 0).sort((a, b) => Math.sign(place(a)) - Math.sign(place(b)));
}
