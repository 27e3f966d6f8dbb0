import { parseArgs } from 'node:util';
import { config as loadDotenv } from 'dotenv';
import { commands } from '../commands/index.ts';
import { drawMessage } from '../local-discord/draw-message.ts';
import { openCatalogue } from './catalogue/catalogue.ts';
import { type Call, type Choice, type Command, type Language, type Reply, UserError } from './command.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { readOptions } from './options.ts';
import { text } from './text.ts';

const usage =
  'usage: npm run --silent ask -- NAME option=value … [--lang en] [--json]\n' +
  '       npm run --silent ask -- --autocomplete NAME option=typed [--lang en] [--json]';

/** One command from the shell, without Discord. What a person would see as an error ends with exit code 1. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { lang: { type: 'string' }, json: { type: 'boolean' }, autocomplete: { type: 'boolean' } },
  });
  const [name, ...pairs] = positionals;
  if (name === undefined) throw new Error(usage);
  const language: Language = values.lang?.startsWith('en') === true ? 'en' : 'es';
  loadDotenv({ quiet: true });
  const config = readConfig(process.env);
  const given = Object.fromEntries(pairs.map(readPair));
  const catalogue = await openCatalogue(config.PARQUET_DIR);
  const log = createLog(config.LOG_LEVEL ?? 'warn', { quiet: true });
  try {
    const command = findCommand(name, language);
    const rest = { clock: Date.now, random: Math.random, log };
    await catalogue.read(AbortSignal.timeout(10_000), async (snapshot) => {
      const deps = { ...rest, catalogue: snapshot };
      if (values.autocomplete === true) {
        const [option = '', typed = ''] = Object.entries(given)[0] ?? [];
        const choices = (await command.autocomplete?.({ option, typed, language, adult: false }, deps)) ?? [];
        printChoices(choices, values.json === true);
        return;
      }
      const options = readOptions(command.data, given, language);
      const call: Call = {
        command: command.data.name,
        options,
        language,
        userId: '0',
        guildId: null,
        adult: false,
        defer: async () => {},
      };
      printReply(await command.execute(call, deps), language, values.json === true);
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    printReply(error.reply, language, values.json === true);
    process.exitCode = 1;
  } finally {
    await catalogue.close();
  }
}

/** "titulo=Toy Story" */
function readPair(pair: string): [name: string, value: string] {
  const at = pair.indexOf('=');
  if (at < 1) throw new Error(`"${pair}" is not option=value.\n${usage}`);
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function findCommand(name: string, language: Language): Command {
  const asked = name.replace(/^\//u, '');
  const command = commands.find(({ data }) =>
    [data.name, ...Object.values(data.name_localizations ?? {})].includes(asked),
  );
  if (command !== undefined) return command;
  const known = commands.map(({ data }) => `\`${data.name}\``).join(', ');
  throw new UserError({ content: text[language].commandUnknown(asked.slice(0, 50), known) });
}

function printReply(reply: Reply, language: Language, json: boolean): void {
  if (json) console.log(JSON.stringify(reply, null, 2));
  else
    console.log(
      drawMessage(reply, { width: process.stdout.columns ?? 80, colour: process.stdout.isTTY, language }),
    );
}

function printChoices(choices: readonly Choice[], json: boolean): void {
  console.log(
    json
      ? JSON.stringify(choices, null, 2)
      : choices.map(({ name, value }) => `${value}\t${name}`).join('\n'),
  );
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
