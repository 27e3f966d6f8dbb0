import { parseArgs } from 'node:util';
import { drawMessage } from '#local-discord/draw-message';
import { commands } from '../commands/index.ts';
import { type App, createApp } from '../src/app/create-app.ts';
import type { Command } from '../src/command/command.ts';
import { offlineCall } from '../src/command/offline.ts';
import { type Choice, type Language, type Reply, UserError } from '../src/contract/call.ts';
import { type Signature, subcommandOf } from '../src/contract/signature.ts';
import { readShellConfig } from '../src/lib/config.ts';
import { createLogTo, createNotices } from '../src/lib/log.ts';
import { findSignature, optionNamed, suitsOption } from '../src/slash/read-call.ts';
import { text } from '../src/text/text.ts';

const usage =
  'usage: npm run --silent ask -- NAME [SUBCOMMAND] option=value … [--lang es|en] [--json]\n' +
  '       npm run --silent ask -- --autocomplete NAME [SUBCOMMAND] option=typed [--lang es|en] [--json]';

type Asked = {
  language: Language;
  json: boolean;
  name: string;
  subcommand: string | undefined;
  /** The options by the name they were typed with. */
  pairs: [name: string, value: string][];
  isAutocomplete: boolean;
};

/** Where the answer is written, line by line, and how wide and colourful. */
export interface Terminal {
  say(text: string): void;
  complain(text: string): void;
  width: number;
  colour: boolean;
}

/**
 * Answers one command from the shell, without Discord, and returns the exit code: 1 for what a person would see as an
 * error, and for one line of complaint.
 */
export async function answerShell(
  words: readonly string[],
  environment: Record<string, string | undefined>,
  terminal: Terminal,
): Promise<number> {
  try {
    return await answer(words, environment, terminal);
  } catch (error) {
    terminal.complain(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

async function answer(
  words: readonly string[],
  environment: Record<string, string | undefined>,
  terminal: Terminal,
): Promise<number> {
  const asked = readWords(words);
  const config = readShellConfig(environment);
  try {
    const command = findCommand(asked.name, asked.language);
    refuseTwice(findSignature(command, asked.subcommand, asked.language), asked.pairs);
    const print = asked.isAutocomplete
      ? completing(command, asked, terminal)
      : answering(command, asked, terminal);
    const level = config.LOG_LEVEL ?? 'warn';
    const log = createLogTo(createNotices(terminal.complain, { stacks: level === 'debug' }), level);
    const app = createApp(config, { log });
    try {
      await print(app);
    } finally {
      await app.close();
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    printReply(error.reply, asked, terminal);
    return 1;
  }
  return 0;
}

function readWords(args: readonly string[]): Asked {
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
  const { lang: language = 'es', json = false, autocomplete: isAutocomplete = false } = values;
  if (name === undefined || (language !== 'es' && language !== 'en')) throw new Error(usage);
  return { language, json, name, subcommand, pairs: pairs.map(readPair), isAutocomplete };
}

/** "titulo=Toy Story" */
function readPair(pair: string): [name: string, value: string] {
  const at = pair.indexOf('=');
  if (at < 1) throw new Error(`"${pair}" is not option=value.\n${usage}`);
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function answering(command: Command, asked: Asked, terminal: Terminal): (app: App) => Promise<void> {
  const { subcommand, pairs, language } = asked;
  const input = { subcommand, options: Object.fromEntries(pairs), language };
  return async (app) => printReply(await app.run(command, input), asked, terminal);
}

function completing(command: Command, asked: Asked, terminal: Terminal): (app: App) => Promise<void> {
  const { language, pairs } = asked;
  const [[name, typed] = ['', '']] = pairs;
  const signature = findSignature(command, asked.subcommand, language);
  const suggesting = Object.fromEntries(
    Object.entries(signature.options).filter(([, one]) => one.type === 'string' && one.autocomplete === true),
  );
  const option = optionNamed({ options: suggesting }, name);
  const { autocomplete } = command;
  if (option === undefined || autocomplete === undefined || pairs.length > 1) {
    const names = Object.entries(suggesting).map(([own, { english }]) => unique([own, english]).join(' or '));
    const known = names.join(', ') || 'none';
    throw new Error(
      `--autocomplete takes one option that suggests values; ${command.data.name} has: ${known}.`,
    );
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
    printChoices(choices, asked.json, terminal);
  };
}

/** An option may be given once, be it in one language or in both. */
function refuseTwice(signature: Signature, pairs: Asked['pairs']): void {
  const names = pairs.map(([name]) => optionNamed(signature, name) ?? name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  const typed = pairs.flatMap(([name], index) => (names[index] === twice ? [name] : []));
  throw new Error(`The option ${twice} was given ${typed.length} times (${typed.join(', ')}); give it once.`);
}

type Named = Pick<Command['data'], 'name' | 'name_localizations'>;

const namesOf = ({ name, name_localizations }: Named) => [name, ...Object.values(name_localizations ?? {})];

const unique = <Item>(items: readonly Item[]) => [...new Set(items)];

function findCommand(name: string, language: Language): Command {
  const asked = name.replace(/^\//u, '');
  const command = commands.find(({ data }) => namesOf(data).includes(asked));
  if (command !== undefined) return command;
  const known = commands.map(({ data }) => `\`${data.name}\``).join(', ');
  throw new UserError({ content: text[language].commandUnknown(asked.slice(0, 50), known) });
}

function printReply(reply: Reply, { language, json }: Asked, { say, width, colour }: Terminal): void {
  say(json ? JSON.stringify(reply, null, 2) : drawMessage(reply, { width, colour, language }));
}

function printChoices(choices: readonly Choice[], json: boolean, { say }: Terminal): void {
  say(
    json
      ? JSON.stringify(choices, null, 2)
      : choices.map(({ name, value }) => `${value}\t${name}`).join('\n'),
  );
}
