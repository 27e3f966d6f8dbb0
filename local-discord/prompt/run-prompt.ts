import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { APIMessage } from 'discord-api-types/v10';
import { handlesOf } from '../draw/handles.ts';
import { drawMessage } from '../draw-message.ts';
import { PROMPT_ID } from '../guild.ts';
import { NoAnswer } from '../interactions.ts';
import type { Answer } from '../people/answer.ts';
import { Mistake } from '../people/mistake.ts';
import type { Person } from '../people/person.ts';
import type { LocalDiscord } from '../start.ts';
import { complete } from './complete.ts';
import { nearestNames, readCommandLine } from './read-line.ts';
import { type Action, actions, type Language, localeOf, promptText } from './text.ts';
import { type Labels, valuesOf } from './values.ts';

export type PromptOptions = {
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean; columns?: number; rows?: number };
  language: Language;
  /** Lines from outside, such as the log. The prompt shows them above the line that is being typed. */
  notices?: { showBy(show: (line: string) => void): void };
};

/** The person at the prompt, besides Ana, Beto and Carla of the page. */
const PROMPT_NAME = 'Dani';

const DEFAULT_WIDTH = 80;
const DEFAULT_HEIGHT = 24;
/** Timeout of a deferred answer. After it the prompt reads the next line. */
const PATIENCE_MS = 10_000;

type Prompt = {
  person: Person;
  options: PromptOptions;
  /** Address of the page. */
  url: string;
  /** Returns the name of any person: the client at the prompt knows everybody. */
  nameOf: LocalDiscord['nameOf'];
  language: Language;
  labels: Labels;
  readline: Interface;
  /** The last message with usable components. Typed numbers refer to it. */
  last: APIMessage | undefined;
  /** The last drawn message and its number of rows, unless something was written below it. */
  bottom: { id: string; rows: number } | undefined;
  /** `answering`: output precedes the next prompt. `left`: no further line is read. */
  state: 'idle' | 'answering' | 'left';
};

/**
 * Runs a prompt at which a person types commands and uses buttons, in a terminal or from piped lines.
 * Resolves with `left` when the person quits (`:salir`, or Ctrl-C or Ctrl-D in a terminal), and with `ended` at the end of a
 * piped input once every line is answered.
 */
export async function runPrompt(discord: LocalDiscord, options: PromptOptions): Promise<'left' | 'ended'> {
  const { input, output, language } = options;
  const terminal = input.isTTY === true && output.isTTY === true;
  const person = discord.person({
    name: PROMPT_NAME,
    id: PROMPT_ID,
    locale: localeOf[language],
    admin: true,
  });
  const labels: Labels = new Map();
  const completer = (line: string, done: (error: null, result: [string[], string]) => void) => {
    prompt.bottom = undefined;
    complete(line, person, labels).then(
      (found) => done(null, found),
      () => done(null, [[], line]),
    );
  };
  const readline = createInterface({ input, output, terminal, completer, prompt: terminal ? '› ' : '' });
  const { url, nameOf } = discord;
  const prompt: Prompt = {
    person,
    options,
    url,
    nameOf,
    language,
    labels,
    readline,
    last: undefined,
    bottom: undefined,
    state: 'idle',
  };
  options.notices?.showBy((line) => say(prompt, line));
  const stop = discord.watch(({ kind, message }) => {
    if (kind !== 'delete' && person.visible().some(({ id }) => id === message.id)) show(prompt, message);
  });
  readline.on('SIGINT', () => leave(prompt));
  try {
    ask(prompt);
    for await (const line of readline) {
      prompt.state = 'answering';
      prompt.bottom = undefined;
      await answerLine(prompt, line.trim().normalize());
      if (hasLeft(prompt)) break;
      prompt.state = 'idle';
      ask(prompt);
    }
    return input.isTTY === true || hasLeft(prompt) ? 'left' : 'ended';
  } finally {
    stop();
    prompt.state = 'left';
    readline.close();
  }
}

/** Shows the prompt in a terminal. Piped input needs none and may already be closed. */
function ask({ options, readline }: Prompt): void {
  if (options.output.isTTY) readline.prompt(true);
}

function leave(prompt: Prompt): void {
  prompt.state = 'left';
  prompt.readline.close();
}

const hasLeft = ({ state }: Prompt) => state === 'left';

async function answerLine(prompt: Prompt, line: string): Promise<void> {
  try {
    if (line === '') return;
    if (line.startsWith(':')) act(prompt, line.slice(1));
    else if (line.startsWith('/')) await settled(prompt, await sendCommand(prompt, line));
    else if (/^#?\d+(\s+#?\d+)*$/.test(line)) await useHandles(prompt, line);
    else say(prompt, promptText[prompt.language].notUnderstood);
  } catch (error) {
    say(prompt, explain(prompt, error));
  }
}

function sendCommand({ person, labels }: Prompt, line: string): Promise<Answer> {
  const read = readCommandLine(line, person.commands());
  if (!read) throw new Mistake('no such command', line.slice(1).split(' ')[0] ?? '');
  const { command, rest } = read;
  if (rest !== '' && command.options.length === 0) throw new Mistake('takes no options', command.name);
  return person.command(command.realName, valuesOf(read, labels));
}

/** Resolves once a deferred answer arrives or times out. The watcher draws the answer in either case. */
async function settled(prompt: Prompt, answer: Answer): Promise<void> {
  if (answer.kind === 'modal') say(prompt, promptText[prompt.language].form(prompt.url));
  if (!answer.deferred) return;
  await Promise.any([answer.final(PATIENCE_MS), answer.nextFollowUp(PATIENCE_MS)]).catch(() =>
    say(prompt, promptText[prompt.language].stillThinking),
  );
}

async function useHandles(prompt: Prompt, line: string): Promise<void> {
  const { person, language, last } = prompt;
  const handles = handlesOf(last?.components);
  const chosen = line.split(/\s+/).map((one) => handles[Number(one.replace('#', '')) - 1]);
  const [first] = chosen;
  if (!last || !first || chosen.includes(undefined))
    return say(prompt, promptText[language].noNumber(handles.length));
  if (first.value === undefined) return settled(prompt, await person.press(last, first.customId));
  const values = chosen.flatMap((one) =>
    one?.customId === first.customId && one.value !== undefined ? [one.value] : [],
  );
  return settled(prompt, await person.choose(last, values, first.customId));
}

function act(prompt: Prompt, line: string): void {
  const [name = '', argument = ''] = line.split(/\s+/);
  const does: Record<Action, () => void> = {
    quit: () => leave(prompt),
    help: () => say(prompt, help(prompt)),
    channel: () => enter(prompt, argument),
    language: () => changeLanguage(prompt, argument),
  };
  const action = actions[name];
  if (action) does[action]();
  else say(prompt, promptText[prompt.language].notUnderstood);
}

function help({ person, language }: Prompt): string {
  const { help: lines, commandsAre } = promptText[language];
  const commands = person.commands().map(({ name, description }) => `  /${name}  ${description}`);
  return [...lines, '', commandsAre, ...commands].join('\n');
}

function enter(prompt: Prompt, channel: string): void {
  prompt.person.enter(channel);
  say(prompt, promptText[prompt.language].channelSet(channel));
}

function changeLanguage(prompt: Prompt, language: string): void {
  if (language !== 'es' && language !== 'en') {
    say(prompt, promptText[prompt.language].languageUnknown);
    return;
  }
  prompt.language = language;
  prompt.person.locale = localeOf[language];
  say(prompt, promptText[language].languageSet);
}

function explain({ person, language }: Prompt, error: unknown): string {
  const said = promptText[language];
  if (error instanceof NoAnswer) return said.noAnswer;
  if (!(error instanceof Mistake)) throw error;
  const { kind, about, detail } = error;
  const near =
    kind === 'no such command'
      ? nearestNames(
          about,
          person.commands().flatMap(({ names }) => names),
        )
      : [];
  const hint = near.length > 0 ? [said.nearest(near.map((name) => `/${name}`).join(', '))] : [];
  return [said.mistakes[kind](about, detail), ...hint].join(' ');
}

function show(prompt: Prompt, message: APIMessage): void {
  const { isTTY = false, columns = DEFAULT_WIDTH } = prompt.options.output;
  const { language, nameOf } = prompt;
  if (handlesOf(message.components).length > 0) prompt.last = message;
  else if (prompt.last?.id === message.id) prompt.last = undefined;
  const drawn = drawMessage(message, {
    width: columns,
    colour: isTTY,
    language,
    nameOf,
    numbered: true,
    now: Date.now(),
  });
  const text = `${drawn}\n`;
  say(prompt, text, prompt.bottom?.id === message.id ? prompt.bottom.rows : 0);
  prompt.bottom = { id: message.id, rows: text.split('\n').length };
}

/** Writes a text in place of the last `rows` rows and the input line, then shows the input line again. */
function say(prompt: Prompt, text: string, rows = 0): void {
  const { output } = prompt.options;
  prompt.bottom = undefined;
  if (output.isTTY) output.write(`\r${rowsUp(prompt, rows)}\x1b[J`);
  output.write(`${text}\n`);
  if (prompt.state === 'idle') ask(prompt);
}

/** Returns the escape sequence that moves the cursor up to the first of those rows, unless they have scrolled out of view. */
function rowsUp({ options, readline }: Prompt, rows: number): string {
  const up = rows + readline.getCursorPos().rows;
  return up === 0 || up >= (options.output.rows ?? DEFAULT_HEIGHT) ? '' : `\x1b[${up}A`;
}
