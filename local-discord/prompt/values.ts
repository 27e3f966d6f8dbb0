import { allNames, type ShownCommand, type ValueOption } from '../people/find-command.ts';
import type { OptionValue, OptionValues } from '../people/option-values.ts';
import { type CommandLine, fold } from './read-line.ts';

/** The values of the labels that autocomplete has suggested so far, by `labelKey`. */
export type Labels = Map<string, string | number>;

/** Returns the key of a label. The same label may have another value in another option. */
export function labelKey({ realName }: ShownCommand, option: ValueOption, label: string): string {
  return `${realName} ${option.name} ${label}`;
}

const BOOLEAN = 5;
const yes = ['si', 'yes', 'true'];
const no = ['no', 'false'];

/** Returns the option values of a line. A suggested label is replaced by its value. */
export function valuesOf({ command, typed, rest }: CommandLine, labels: Labels): OptionValues {
  const named = typed.map(
    ({ option, text }) => [option.name, readOne(command, option, text.trim(), labels)] as const,
  );
  const [first] = rest === '' ? [] : command.options;
  const bare = first ? [[first.name, readOne(command, first, rest.trim(), labels)] as const] : [];
  return Object.fromEntries([...named, ...bare]);
}

function readOne(
  command: ShownCommand,
  option: ValueOption,
  text: string,
  labels: Labels,
): OptionValue | undefined {
  if (text === '') return undefined;
  const word = fold(text);
  if (option.type === BOOLEAN && yes.includes(word)) return true;
  if (option.type === BOOLEAN && no.includes(word)) return false;
  return labels.get(labelKey(command, option, text)) ?? choiceNamed(option, text) ?? text;
}

/** Returns the value of the choice with that name in any language, without case and accents. */
function choiceNamed(option: ValueOption, text: string): string | number | undefined {
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  return choices.find((choice) => allNames(choice).some((name) => fold(name) === fold(text)))?.value;
}
