import { type Call, type Instead, type Language, UserError } from '../contract/call.ts';
import {
  type IntegerOption,
  LONGEST_TEXT,
  type Option,
  type OptionChoice,
  type Options,
  type OptionValue,
  type Signature,
  subcommandOf,
} from '../contract/signature.ts';
import { count } from '../text/format.ts';
import { inTicks, quote } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { findChoice, readYears, writeYears } from './typed-values.ts';

/** The subcommand and options of a request, unchecked. */
export interface CallRequest {
  readonly subcommand?: string | undefined;
  readonly options: Readonly<Record<string, unknown>>;
}

/** A command's signatures: one, or one for each subcommand. */
type Signed = { readonly signatures: readonly Signature[] };

/**
 * Checks a request against the command's signatures, whether it comes from Discord, a custom id, a shell or HTTP. Names are
 * accepted in both languages, choices by value or by name in both languages, in any case, with or without accents. Throws a
 * UserError that lists what is accepted.
 */
export function readCall(
  command: Signed,
  request: CallRequest,
  language: Language,
): Pick<Call, 'signature' | 'options'> {
  const signature = findSignature(command, request.subcommand, language);
  return { signature, options: readOptions(signature, request.options, language) };
}

/** The signature of a command, or of its subcommand with that name in either language. Throws a UserError if there is none. */
export function findSignature(
  { signatures }: Signed,
  subcommand: string | undefined,
  language: Language,
): Signature {
  const found = signatures.find((signature) => {
    const name = subcommandOf(signature);
    return name === subcommand || (name !== undefined && signature.english === subcommand);
  });
  if (found !== undefined) return found;
  const [root = ''] = signatures[0]?.name.split(' ') ?? [];
  const known = signatures.map(({ name }) => `\`${name}\``).join(', ');
  const name = [root, subcommand].filter((word) => word !== undefined).join(' ');
  throw refusal(text[language].commandUnknown(inTicks(name), known));
}

/** The registered name of an option that goes by `name` in either language. */
export const optionNamed = ({ options }: Pick<Signature, 'options'>, name: string): string | undefined =>
  Object.keys(options).find((key) => key === name || options[key]?.english === name);

function readOptions(
  { options }: Signature,
  given: CallRequest['options'],
  language: Language,
): Record<string, OptionValue> {
  const values: Record<string, OptionValue> = {};
  for (const [typedName, value] of Object.entries(given)) {
    const name = optionNamed({ options }, typedName);
    const option = name === undefined ? undefined : options[name];
    if (name === undefined || option === undefined) throw unknownOption(typedName, options, language);
    refuseTooLong(name, value, language);
    if (value !== undefined && String(value).trim() !== '')
      values[name] = readValue(name, option, value, language);
  }
  const required = Object.keys(options).filter((name) => options[name]?.required === true);
  const missing = required.find((name) => values[name] === undefined);
  if (missing !== undefined) throw refusal(text[language].optionMissing(missing));
  return values;
}

function unknownOption(name: string, options: Options, language: Language): UserError {
  const accepted = Object.keys(options).map((known) => `\`${known}\``);
  const list = accepted.join(', ') || text[language].noOptions;
  return refusal(text[language].optionUnknown(inTicks(name), list));
}

/** Folding a long text takes long, so the length is checked first. */
function refuseTooLong(name: string, value: unknown, language: Language): void {
  if (typeof value !== 'string' || value.length <= LONGEST_TEXT) return;
  const [most, length] = [count(LONGEST_TEXT, language), count(value.length, language)];
  throw refusal(text[language].optionTooLong(name, most, length));
}

/** Whether a text that is being typed into an option is short enough to be completed. */
export const suitsOption = ({ options }: Signature, option: string, typed: string): boolean =>
  Object.hasOwn(options, option) && typed.length <= LONGEST_TEXT;

const refusal = (content: string, choices: Instead['choices'] = []) =>
  new UserError({ content }, { because: 'wrong', choices });

function readValue(name: string, option: Option, value: unknown, language: Language): OptionValue {
  if (option.type === 'boolean') return value === true || value === 'true';
  if (option.choices !== undefined) return readChoice(name, option.choices, value, language);
  if (option.type === 'integer') return readInteger(name, option, value, language);
  return option.form === 'years' ? normaliseYears(name, String(value), language) : String(value);
}

function readChoice(
  option: string,
  choices: readonly OptionChoice<string | number>[],
  value: unknown,
  language: Language,
): OptionValue {
  const found = findChoice(choices, String(value));
  if (found !== undefined) return found.value;
  const accepted = choices.map((choice) => ({ value: String(choice.value), label: choice[language] }));
  const labels = accepted.map(({ label }) => label).join(', ');
  throw refusal(text[language].optionWrong(option, quote(String(value), 50), labels), accepted);
}

function normaliseYears(option: string, typed: string, language: Language): string {
  const years = readYears(typed);
  if (years !== undefined) return writeYears(years, language);
  throw refusal(text[language].optionWrong(option, quote(typed, 50), text[language].yearsAccepted));
}

function readInteger(
  name: string,
  { min = 0, max = Number.MAX_SAFE_INTEGER }: IntegerOption,
  value: unknown,
  language: Language,
): number {
  const number = typeof value === 'string' && /^-?\d{1,15}$/u.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isInteger(number) && number >= min && number <= max) return number;
  throw refusal(
    text[language].optionWrong(
      name,
      quote(String(value), 50),
      text[language].wholeNumber(String(min), String(max)),
    ),
  );
}
