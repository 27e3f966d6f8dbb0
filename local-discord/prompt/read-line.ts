import { distance } from 'fastest-levenshtein';
import { allNames, type ShownCommand, type ValueOption } from '../people/find-command.ts';

/** Returns a text in lower case without accents, character by character, so that positions stay the same. */
export const fold = (text: string): string =>
  text.replace(/[\u00C0-\u024F]/g, (letter) => letter.normalize('NFD')[0] ?? letter).toLowerCase();

/** An option and its typed text. */
export type Typed = { option: ValueOption; text: string };

/**
 * A line that begins with a command. `rest` is the text between the command and its first named option: the value of the
 * command's first option, which then cannot be named again.
 */
export type CommandLine = { command: ShownCommand; typed: Typed[]; rest: string };

/**
 * Parses a line such as `/score_titulo titulo:2001: A Space Odyssey`. Only the first occurrence of one of the command's option
 * names ends a value, so values may contain spaces and colons. Names match in every language, without case and accents.
 * Returns `undefined` if no command matches.
 */
export function readCommandLine(line: string, commands: readonly ShownCommand[]): CommandLine | undefined {
  const fits = commands.flatMap((command) => {
    const place = command.names.findIndex((one) => startsWithWord(line.slice(1), one));
    return place < 0 ? [] : [{ command, place, end: (command.names[place] ?? '').length + 1 }];
  });
  const [best] = fits.sort((a, b) => b.end - a.end || a.place - b.place);
  if (!line.startsWith('/') || !best) return undefined;
  const found = best.command.options
    .flatMap((option) => findMark(line, best.end, option))
    .sort((a, b) => a.from - b.from);
  const isBare = line.slice(best.end, found[0]?.from).trim() !== '';
  const marks = isBare ? found.filter(({ option }) => option !== best.command.options[0]) : found;
  const typed = marks.map(({ option, start }, index) => {
    const end = marks[index + 1]?.from ?? line.length;
    return { option, text: line.slice(start, end) };
  });
  return { command: best.command, typed, rest: line.slice(best.end, marks[0]?.from).trimStart() };
}

const startsWithWord = (line: string, name: string) =>
  fold(line).startsWith(fold(name)) && (line.length === name.length || line[name.length] === ' ');

/** Returns the position of an option's name and the start of its value. */
function findMark(line: string, from: number, option: ValueOption) {
  const places = allNames(option).flatMap((name) => {
    const at = fold(line).indexOf(` ${fold(name)}:`, from);
    return at < 0 ? [] : [{ option, from: at, start: at + name.length + 2 }];
  });
  return places.sort((a, b) => a.from - b.from).slice(0, 1);
}

const MAX_DISTANCE = 3;
const MAX_NAMES = 3;

/** Returns up to three names similar to a mistyped name, the most similar first. */
export function nearestNames(typed: string, names: readonly string[]): string[] {
  const folded = fold(typed);
  const limit = Math.min(MAX_DISTANCE, Math.ceil(folded.length / 2));
  return names
    .map((name) => ({
      name,
      edits: name.includes(folded) && folded.length > 2 ? 0 : distance(folded, name),
    }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, MAX_NAMES)
    .map(({ name }) => name);
}
