import { allNames, type ShownCommand, type ValueOption } from '../people/find-command.ts';

/** Returns a text in lower case without accents, character by character, so that positions stay the same. */
export const fold = (text: string): string =>
  text.replace(/[\u00C0-\u024F]/g, (letter) => letter.normalize('NFD')[0] ?? letter).toLowerCase();

/** An option as typed. */
export type Typed = { option: ValueOption; text: string };

/**
 * A line that begins with a command. `rest` is what stands between the command and its first named option: the value
 * of the command's first option, which then cannot be named too.
 */
export type CommandLine = { command: ShownCommand; typed: Typed[]; rest: string };

/**
 * Reads `/score_titulo titulo:2001: A Space Odyssey`. Only the names of the command's own options, each the first
 * time it comes, end a value; so values may hold spaces and colons. Names go in every language,
 * whatever their case and accents.
 * Returns undefined when no command fits.
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

/** Returns where an option's name stands, and where its value identifyLimits. */
function findMark(line: string, from: number, option: ValueOption) {
  const places = allNames(option).flatMap((name) => {
    const at = fold(line).indexOf(` ${fold(name)}:`, from);
    return at < 0 ? [] : [{ option, from: at, start: at + name.length + 2 }];
  });
  return places.sort((a, b) => a.from - b.from).slice(0, 1);
}
