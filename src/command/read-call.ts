import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { type Instead, type Language, type OptionValue, UserError } from '../contract/call.ts';
import { bare, count, oneLine } from '../text/format.ts';
import { text } from '../text/text.ts';
import type { Command } from './command.ts';
import { findChoice } from './typed-choice.ts';

type Definition = NonNullable<Command['data']['options']>[number];
type Localised = {
  name: string;
  name_localizations?: Partial<Record<string, string | null>> | null | undefined;
};

/**
 * Checks what was asked against the command's own definition, wherever it came from: Discord, a custom id, a shell or
 * HTTP. Gives the command with its subcommand by their registered names, and the options with their types; names are
 * accepted in both languages, choices by value or name in both languages, whatever their case and accents. Throws a
 * UserError that says what is accepted.
 */
export function readCall(
  data: Command['data'],
  asked: { subcommand?: string | undefined; options: Readonly<Record<string, unknown>> },
  language: Language,
): { command: string; subcommand: string | undefined; options: Record<string, OptionValue> } {
  const { subcommand, definitions } = findSubcommand(data, asked.subcommand, language);
  const command = subcommand === undefined ? data.name : `${data.name} ${subcommand}`;
  return { command, subcommand, options: readOptions(definitions, asked.options, language) };
}

/** A subcommand by its name in either language, and what options it takes. */
export function findSubcommand(
  data: Command['data'],
  asked: string | undefined,
  language: Language,
): { subcommand: string | undefined; definitions: readonly Definition[] } {
  const definitions = data.options ?? [];
  const branches = definitions.filter((one) => one.type === ApplicationCommandOptionType.Subcommand);
  if (branches.length === 0 && asked === undefined) return { subcommand: undefined, definitions };
  const found = branches.find((one) => namesOf(one).includes(asked));
  if (found !== undefined) return { subcommand: found.name, definitions: found.options ?? [] };
  const known = branches.map((one) => `\`${data.name} ${one.name}\``).join(', ') || `\`${data.name}\``;
  const name = [data.name, asked].filter((word) => word !== undefined).join(' ');
  throw refusal(text[language].commandUnknown(inTicks(name), known));
}

function readOptions(
  definitions: readonly Definition[],
  given: Readonly<Record<string, unknown>>,
  language: Language,
): Record<string, OptionValue> {
  const values: Record<string, OptionValue> = {};
  for (const [name, value] of Object.entries(given)) {
    const definition = definitions.find((one) => namesOf(one).includes(name));
    if (definition === undefined) {
      const accepted = definitions.map((one) => `\`${one.name}\``).join(', ') || text[language].noOptions;
      throw refusal(text[language].optionUnknown(inTicks(name), accepted));
    }
    if (typeof value === 'string') refuseTooLong(definition, value, language);
    if (value !== undefined && String(value).trim() !== '')
      values[definition.name] = readValue(definition, value, language);
  }
  const missing = definitions.find((one) => one.required === true && values[one.name] === undefined);
  if (missing !== undefined) throw refusal(text[language].optionMissing(missing.name));
  return values;
}

/** UTF-16 units that the text of an option may have. */
const longest = (definition: Definition) =>
  'max_length' in definition ? (definition.max_length ?? LONGEST_VALUE) : LONGEST_VALUE;

/** Of an option that is not text: numbers and the names of choices are shorter. */
const LONGEST_VALUE = 200;

/** To fold a long text takes long: its length is looked at before anything else. */
function refuseTooLong(definition: Definition, value: string, language: Language): void {
  const most = longest(definition);
  if (value.length <= most) return;
  const lengths = [most, value.length].map((length) => count(length, language));
  throw refusal(text[language].optionTooLong(definition.name, ...(lengths as [string, string])));
}

/** Whether what is being typed into an option is short enough to be completed. */
export function suitsOption(
  data: Command['data'],
  { subcommand, option, typed }: { subcommand: string | undefined; option: string; typed: string },
): boolean {
  const { definitions } = findSubcommand(data, subcommand, 'es');
  const definition = definitions.find(({ name }) => name === option);
  return definition !== undefined && typed.length <= longest(definition);
}

const refusal = (content: string, choices: Instead['choices'] = []) =>
  new UserError({ content }, { because: 'wrong', choices });

/** The names of an option or a choice, in every language. */
export const namesOf = ({ name, name_localizations: localised }: Localised): unknown[] => [
  name,
  ...Object.values(localised ?? {}),
];

function readValue(definition: Definition, value: unknown, language: Language): OptionValue {
  if ('choices' in definition && definition.choices !== undefined && definition.choices.length > 0) {
    return readChoice(definition.name, definition.choices, value, language);
  }
  if (definition.type === ApplicationCommandOptionType.Integer)
    return readInteger(definition, value, language);
  if (definition.type === ApplicationCommandOptionType.Boolean) return value === true || value === 'true';
  return String(value);
}

function readChoice(
  option: string,
  choices: readonly (Localised & { value: string | number })[],
  value: unknown,
  language: Language,
): OptionValue {
  const named = choices.map((one) => ({
    value: one.value,
    names: namesOf(one).filter((name) => typeof name === 'string'),
  }));
  const choice = findChoice(named, String(value));
  if (choice !== undefined) return choice.value;
  const accepted = choices.map((one) => ({
    value: String(one.value),
    label: one.name_localizations?.[language === 'en' ? 'en-US' : 'es-ES'] ?? one.name,
  }));
  const labels = accepted.map(({ label }) => label).join(', ');
  throw refusal(text[language].optionWrong(option, bare(value), labels), accepted);
}

function readInteger(
  definition: Definition & { min_value?: number; max_value?: number },
  value: unknown,
  language: Language,
): number {
  const { name, min_value: min = 0, max_value: max = Number.MAX_SAFE_INTEGER } = definition;
  const number = typeof value === 'string' && /^-?\d{1,15}$/u.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isInteger(number) && number >= min && number <= max) return number;
  throw refusal(
    text[language].optionWrong(name, bare(value), text[language].wholeNumber(String(min), String(max))),
  );
}

const inTicks = (name: string) => oneLine(name, 50).replaceAll('`', "'");
