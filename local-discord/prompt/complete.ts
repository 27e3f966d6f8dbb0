import { shownName, type ValueOption } from '../people/find-command.ts';
import { choicesOf } from '../people/option-values.ts';
import type { Person } from '../people/person.ts';
import { fold } from './fold.ts';
import { type CommandLine, readCommandLine, type Typed } from './read-line.ts';
import { type Labels, labelKey, valuesOf } from './values.ts';
import { actions } from './words.ts';

/** What Tab may put in place of the end of the line, which is also returned. */
export type Completion = [candidates: string[], replaced: string];

/** Completes a line: commands, option names, choices and, through the bot's own autocomplete, values. */
export async function complete(line: string, person: Person, labels: Labels): Promise<Completion> {
  if (line.startsWith(':'))
    return [
      startingWith(
        Object.keys(actions).map((name) => `:${name} `),
        line,
      ),
      line,
    ];
  const read = readCommandLine(line, person.commands(), person.locale);
  if (!read)
    return [
      startingWith(
        person.commands().map(({ name }) => `/${name} `),
        line || '/',
      ),
      line,
    ];
  if (line === `/${read.command.name}` || line === `/${read.command.realName}`) return [[`${line} `], line];
  const last = read.typed.at(-1);
  if (!last) return optionNames(line, read, person);
  const values = await valuesFor(read, last, person, labels);
  return values.length > 0 ? [values, last.text] : optionNames(line, read, person);
}

function optionNames(line: string, { command, typed }: CommandLine, person: Person): Completion {
  const begun = /\S*$/.exec(line)?.[0] ?? '';
  const open = command.options.filter((option) => !typed.some((one) => one.option === option));
  const names = open.map((option) => `${shownName(option, person.locale)}:`);
  return [startingWith(names, begun), begun];
}

/** Returns what fits what is typed; nothing when it is one of the suggestions already. */
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
