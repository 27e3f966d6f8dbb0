import { shownName, type ValueOption } from '../people/find-command.ts';
import { choicesOf } from '../people/option-values.ts';
import type { Person } from '../people/person.ts';
import { type CommandLine, fold, readCommandLine, type Typed } from './read-line.ts';
import { actions } from './text.ts';
import { type Labels, labelKey, valuesOf } from './values.ts';

/** The completions, and the end of the line that they replace. */
export type Completion = [candidates: string[], replaced: string];

/** Completes a line: commands, option names, choices, and values through the bot's autocomplete. */
export async function complete(line: string, person: Person, labels: Labels): Promise<Completion> {
  if (line.startsWith(':'))
    return [
      startingWith(
        Object.keys(actions).map((name) => `:${name} `),
        line,
      ),
      line,
    ];
  const read = readCommandLine(line, person.commands());
  if (!read) return [commandNames(line || '/', person), line];
  if (read.command.names.some((name) => line === `/${name}`)) return [[`${line} `], line];
  const last = read.typed.at(-1);
  if (!last) return completeBare(line, read, person, labels);
  const values = await valuesFor(read, last, person, labels);
  return values.length > 0 ? [values, last.text] : optionNames(line, read, person);
}

/** Returns the displayed names that match, or else the matching names in other languages. */
function commandNames(begun: string, person: Person): string[] {
  const commands = person.commands();
  const shown = startingWith(
    commands.map(({ name }) => `/${name} `),
    begun,
  );
  if (shown.length > 0) return shown;
  return startingWith(
    commands.flatMap(({ names }) => names.map((name) => `/${name} `)),
    begun,
  );
}

/** Completes text without an option name: a value of the first option, or an option name. */
async function completeBare(
  line: string,
  read: CommandLine,
  person: Person,
  labels: Labels,
): Promise<Completion> {
  const { command, rest } = read;
  const [names, begun] = optionNames(line, read, person);
  const [first] = command.options;
  const values =
    first && rest !== '' ? await valuesFor(read, { option: first, text: rest }, person, labels) : [];
  if (values.length === 0) return [names, begun];
  return rest === begun ? [[...names, ...values], rest] : [values, rest];
}

function optionNames(line: string, { command, typed, rest }: CommandLine, person: Person): Completion {
  const begun = /\S*$/.exec(line)?.[0] ?? '';
  const [bare] = rest === '' || rest === begun ? [] : command.options;
  const open = command.options.filter(
    (option) => option !== bare && !typed.some((one) => one.option === option),
  );
  const names = open.map((option) => `${shownName(option, person.locale)}:`);
  return [startingWith(names, begun), begun];
}

/** Returns the values that match the typed text; none if the text is already a suggestion. */
async function valuesFor(
  read: CommandLine,
  { option, text }: Typed,
  person: Person,
  labels: Labels,
): Promise<string[]> {
  const choices = choicesOf(option, person.locale);
  if (choices.length > 0) {
    const names = choices.map(({ name }) => name);
    return names.includes(text.trim()) ? [] : containing(names, text);
  }
  if (option.type === 5) return [];
  if (labels.has(labelKey(read.command, option, text.trim())) || !suggests(option)) return [];
  const others = { ...read, typed: read.typed.filter((one) => one.option !== option) };
  const found = await person.autocomplete(read.command.realName, option.name, text, valuesOf(others, labels));
  for (const { name, value } of found) labels.set(labelKey(read.command, option, name), value);
  return found.map(({ name }) => name);
}

const suggests = (option: ValueOption) => 'autocomplete' in option && option.autocomplete === true;

const startingWith = (names: readonly string[], begun: string) =>
  names.filter((name) => fold(name).startsWith(fold(begun)));

const containing = (names: readonly string[], text: string) =>
  names.filter((name) => fold(name).includes(fold(text.trim())));
