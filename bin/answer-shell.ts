import { parseArgs } from 'node:util';
import { drawMessage } from '#local-discord/draw-message';
import { commands } from '../commands/index.ts';
import type { Command } from '../src/command/command.ts';
import { offlineCall } from '../src/command/offline.ts';
import { type Choice, type Language, type Reply, UserError } from '../src/contract/call.ts';
import { type Signature, subcommandOf } from '../src/contract/signature.ts';
import { readShellConfig } from '../src/lib/config.ts';
import { createLogTo, createNotices } from '../src/lib/log.ts';
import { operatorLanguage } from '../src/lib/operator-language.mjs';
import { operatorText } from '../src/lib/operator-text.ts';
import { OperatorError, sentenceOf } from '../src/lib/sentence.ts';
import { findSignature, optionNamed, suitsOption } from '../src/slash/read-call.ts';
import { text } from '../src/text/text.ts';
import { type App, createApp } from './create-app.ts';

type ShellRequest = {
  language: Language;
  json: boolean;
  name: string;
  subcommand: string | undefined;
  /** The options, by their names as typed. */
  pairs: [name: string, value: string][];
  isAutocomplete: boolean;
};

/** The terminal for the answer. */
export interface Terminal {
  print(text: string): void;
  printError(text: string): void;
  /** In columns. */
  width: number;
  /** Whether it shows colours. */
  colour: boolean;
}

/**
 * Answers one command from the shell, without Discord, and returns the exit code: 1 if the reply is a UserError's, or if one
 * line on stderr says what is wrong.
 */
export async function answerShell(
  args: readonly string[],
  environment: Record<string, string | undefined>,
  terminal: Terminal,
): Promise<number> {
  try {
    return await answer(args, environment, terminal);
  } catch (error) {
    terminal.printError(sentenceOf(error)[operatorLanguage(environment)]);
    return 1;
  }
}

async function answer(
  args: readonly string[],
  environment: Record<string, string | undefined>,
  terminal: Terminal,
): Promise<number> {
  const own = operatorLanguage(environment);
  const request = readArgs(args, own);
  const config = readShellConfig(environment);
  try {
    const command = findCommand(request.name, request.language);
    refuseTwice(findSignature(command, request.subcommand, request.language), request.pairs);
    const run = request.isAutocomplete
      ? autocompleteIn(command, request, terminal)
      : runIn(command, request, terminal);
    const level = config.LOG_LEVEL ?? 'warn';
    const log = createLogTo(createNotices(terminal.printError, { stacks: level === 'debug' }), level, own);
    const app = createApp(config, { log });
    try {
      await run(app);
    } finally {
      await app.close();
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    printReply(error.reply, request, terminal);
    return 1;
  }
  return 0;
}

/** The reply is in the operator's language, unless --lang says otherwise. */
function readArgs(args: readonly string[], own: Language): ShellRequest {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { lang: { type: 'string' }, json: { type: 'boolean' }, autocomplete: { type: 'boolean' } },
  });
  const [name, ...words] = positionals;
  const hasSubcommands = commands.some(
    ({ data, signatures }) => namesOf(data).includes(name) && signatures.some(subcommandOf),
  );
  const [subcommand, pairs] = hasSubcommands ? [words[0], words.slice(1)] : [undefined, words];
  const { lang: language = own, json = false, autocomplete: isAutocomplete = false } = values;
  if (name === undefined || (language !== 'es' && language !== 'en'))
    throw new OperatorError(operatorText.askUsage);
  return { language, json, name, subcommand, pairs: pairs.map(readPair), isAutocomplete };
}

/** "titulo=Toy Story" */
function readPair(pair: string): [name: string, value: string] {
  const at = pair.indexOf('=');
  if (at < 1) throw new OperatorError(operatorText.notPair(pair, operatorText.askUsage));
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function runIn(command: Command, request: ShellRequest, terminal: Terminal): (app: App) => Promise<void> {
  const { subcommand, pairs, language } = request;
  const input = { subcommand, options: Object.fromEntries(pairs), language };
  return async (app) => printReply(await app.run(command, input), request, terminal);
}

function autocompleteIn(
  command: Command,
  request: ShellRequest,
  terminal: Terminal,
): (app: App) => Promise<void> {
  const { language, pairs } = request;
  const [[name, typed] = ['', '']] = pairs;
  const signature = findSignature(command, request.subcommand, language);
  const suggesting = Object.fromEntries(
    Object.entries(signature.options).filter(([, one]) => one.type === 'string' && one.autocomplete === true),
  );
  const option = optionNamed({ options: suggesting }, name);
  const { autocomplete } = command;
  if (option === undefined || autocomplete === undefined || pairs.length > 1) {
    const names = Object.entries(suggesting).map(([own, { english }]) => unique([own, english]));
    throw new OperatorError(operatorText.oneSuggesting(command.data.name, names));
  }
  const focused = {
    subcommand: subcommandOf(signature),
    option,
    typed,
    userId: offlineCall.userId,
    guildId: offlineCall.guildId,
    language,
    adult: false,
  };
  const suits = suitsOption(signature, option, typed);
  return async (app) => {
    const choices = suits ? await app.offline((deps) => autocomplete(focused, deps)) : [];
    printChoices(choices, request.json, terminal);
  };
}

/** Throws if an option is given twice, in one language or in both. */
function refuseTwice(signature: Signature, pairs: ShellRequest['pairs']): void {
  const names = pairs.map(([name]) => optionNamed(signature, name) ?? name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  const typed = pairs.flatMap(([name], index) => (names[index] === twice ? [name] : []));
  throw new OperatorError(operatorText.givenTwice(twice, typed));
}

type Named = Pick<Command['data'], 'name' | 'name_localizations'>;

const namesOf = ({ name, name_localizations }: Named) => [name, ...Object.values(name_localizations ?? {})];

const unique = <Item>(items: readonly Item[]) => [...new Set(items)];

function findCommand(name: string, language: Language): Command {
  const request = name.replace(/^\//u, '');
  const command = commands.find(({ data }) => namesOf(data).includes(request));
  if (command !== undefined) return command;
  const known = commands.map(({ data }) => `\`${data.name}\``).join(', ');
  throw new UserError({ content: text[language].commandUnknown(request.slice(0, 50), known) });
}

function printReply(
  reply: Reply,
  { language, json }: ShellRequest,
  { print, width, colour }: Terminal,
): void {
  print(json ? JSON.stringify(reply, null, 2) : drawMessage(reply, { width, colour, language }));
}

function printChoices(choices: readonly Choice[], json: boolean, { print }: Terminal): void {
  print(
    json
      ? JSON.stringify(choices, null, 2)
      : choices.map(({ name, value }) => `${value}\t${name}`).join('\n'),
  );
}
