import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { localized } from '../limits/locales.ts';
import { type ShownCommand, shownName, type ValueOption } from './find-command.ts';
import { Mistake } from './mistake.ts';

/** The value of an option; users, channels and roles are given by id. */
export type OptionValue = string | number | boolean;
export type OptionValues = Readonly<Record<string, OptionValue | undefined>>;

/** An option in the payload of an interaction. */
export type SentOption = {
  name: string;
  type: number;
  value?: OptionValue;
  focused?: true;
  options?: SentOption[];
};

const MAX_TEXT = 6000;

/** Returns the options of a command's payload, checked as Discord's client checks them. Throws a Mistake that names the option. */
export function sendOptions(command: ShownCommand, values: OptionValues, locale: string): SentOption[] {
  const byName = byRealName(command, values, locale);
  const sent = command.options.flatMap((option): SentOption[] => {
    const value = byName.get(option.name);
    if (value === undefined) {
      if (option.required) throw new Mistake('option missing', shownName(option, locale));
      return [];
    }
    return [{ name: option.name, type: option.type, value: readValue(option, value, locale) }];
  });
  return nest(command, sent);
}

/** Returns the options of an autocomplete payload. Options other than the focused one are sent unchecked. */
export function sendTyping(
  command: ShownCommand,
  focused: ValueOption,
  typed: string,
  others: OptionValues,
  locale: string,
): SentOption[] {
  const byName = byRealName(command, others, locale);
  const sent = command.options.flatMap((option): SentOption[] => {
    const { name, type } = option;
    if (option === focused) return [{ name, type, value: typed, focused: true }];
    const value = byName.get(name);
    return value === undefined ? [] : [{ name, type, value: byChoice(option, value, locale) ?? value }];
  });
  return nest(command, sent);
}

/** Returns the option with that displayed or registered name. Throws a Mistake if there is none. */
export function findOption({ options }: ShownCommand, name: string, locale: string): ValueOption {
  const found =
    options.find((option) => shownName(option, locale) === name) ??
    options.find((option) => option.name === name);
  if (!found)
    throw new Mistake('no such option', name, options.map((option) => shownName(option, locale)).join(' '));
  return found;
}

/** Returns the choices of an option with their names in the person's language. */
export function choicesOf(option: ValueOption, locale: string): { name: string; value: string | number }[] {
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  return choices.map(({ name, name_localizations, value }) => ({
    name: localized(name_localizations, locale, name),
    value,
  }));
}

function byRealName(command: ShownCommand, values: OptionValues, locale: string): Map<string, OptionValue> {
  const byName = new Map<string, OptionValue>();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) byName.set(findOption(command, name, locale).name, value);
  }
  return byName;
}

function nest({ path, stored, options }: ShownCommand, sent: SentOption[]): SentOption[] {
  if (path.length === 0) return sent;
  const types = path.length === 1 ? [Type.Subcommand] : [Type.SubcommandGroup, Type.Subcommand];
  if (!stored.options || options === undefined) return sent;
  return path.reduceRight<SentOption[]>(
    (inner, name, depth) => [{ name, type: types[depth] ?? Type.Subcommand, options: inner }],
    sent,
  );
}

function readValue(option: ValueOption, value: OptionValue, locale: string): OptionValue {
  const name = shownName(option, locale);
  if ('choices' in option && option.choices?.length) {
    const chosen = byChoice(option, value, locale);
    if (chosen === undefined) throw new Mistake('not a choice', name, listChoices(option, locale));
    return chosen;
  }
  switch (option.type) {
    case Type.String:
      return readText(name, String(value), option.min_length ?? 1, option.max_length ?? MAX_TEXT);
    case Type.Integer:
    case Type.Number:
      return readNumber(name, Number(value), option);
    case Type.Boolean:
      return readBoolean(name, value);
    default:
      if (!/^\d{17,20}$/.test(String(value))) throw new Mistake('not an id', name);
      return String(value);
  }
}

const listChoices = (option: ValueOption, locale: string) =>
  choicesOf(option, locale)
    .map((one) => one.name)
    .join(', ');

function byChoice(option: ValueOption, value: OptionValue, locale: string): OptionValue | undefined {
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  const shown = choicesOf(option, locale);
  const found =
    choices.find((choice) => choice.value === value) ??
    shown.find((choice) => choice.name === value) ??
    choices.find((choice) => choice.name === value || String(choice.value) === value);
  return found?.value;
}

function readText(name: string, text: string, least: number, most: number): string {
  if (text.length < least) throw new Mistake('too short', name, least);
  if (text.length > most) throw new Mistake('too long', name, most);
  return text;
}

type Range = { type: number; min_value?: number | undefined; max_value?: number | undefined };

function readNumber(name: string, value: number, { type, min_value, max_value }: Range): number {
  if (!Number.isFinite(value)) throw new Mistake('not a number', name);
  if (type === Type.Integer && !Number.isSafeInteger(value)) throw new Mistake('not a whole number', name);
  if (min_value !== undefined && value < min_value) throw new Mistake('too small', name, min_value);
  if (max_value !== undefined && value > max_value) throw new Mistake('too big', name, max_value);
  return value;
}

function readBoolean(name: string, value: OptionValue): boolean {
  if (value === true || value === 'true' || value === 'True') return true;
  if (value === false || value === 'false' || value === 'False') return false;
  throw new Mistake('not true or false', name);
}
