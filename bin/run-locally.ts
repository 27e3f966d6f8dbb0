import { startLocalDiscord } from '#local-discord';
import { runPrompt } from '#local-discord/prompt';
import type { Config } from '../src/lib/config.ts';
import { describePortError } from '../src/lib/config.ts';
import type { Notices } from '../src/lib/log.ts';
import { operatorText } from '../src/lib/operator-text.ts';
import { ENDING, firstSignal } from '../src/lib/process.ts';
import { type Language, OperatorError, type Sentence } from '../src/lib/sentence.ts';
import { createTokenBuckets } from '../src/lib/token-bucket.ts';
import type { App } from './create-app.ts';

export interface LocalOptions {
  /** Whether the process runs in a terminal, and exits when the terminal is closed. */
  terminal: boolean;
  /** Called with the URL of the page once it is open. */
  onOpen: (url: string) => void;
  language: Language;
  /** A sentence with the number of films and the version of the data. */
  serves: Sentence;
  /** The log, whose lines the prompt shows above the line that is being typed. */
  notices: Notices;
}

/**
 * Starts a Discord on this machine at PAGE_PORT (0 takes any free port), connects the bot to it and opens a prompt.
 * Resolves with `left` when the person leaves (`:salir`, or Ctrl-C or Ctrl-D in a terminal) or at a signal, and with
 * `hung up` when the terminal was closed. The end of a piped input does not end the bot. There is no rate limit, because
 * there is one person. Throws one line if the port cannot be opened.
 */
export async function runLocally(
  app: App,
  { PAGE_PORT: port, ADMIN_IDS: adminIds }: Pick<Config, 'PAGE_PORT' | 'ADMIN_IDS'>,
  { terminal, language, serves, onOpen, notices }: LocalOptions,
): Promise<'left' | 'hung up'> {
  const signal = firstSignal(terminal ? [...ENDING, 'SIGHUP'] : ENDING);
  const discord = await startLocalDiscord({
    port,
    botName: 'Filmoteca',
    guildName: 'Filmoteca',
    firstCommands: ['trivia jugar', 'pelicula', 'recomendacion', 'descubrir'],
  }).catch((error: unknown) => {
    throw new OperatorError(describePortError('PAGE_PORT', { port, host: '127.0.0.1' }, error), {
      cause: error,
    });
  });
  app.onClose(() => discord.close());
  onOpen(discord.url);
  // The person at this machine is an operator of the bot.
  const operators = { ids: new Set([...adminIds, ...discord.admins]), guildId: discord.guilds[0]?.id };
  const limits = createTokenBuckets({ capacity: 1e6, perSecond: 1e6, clock: Date.now });
  await app.startBot({ token: discord.token, api: discord.api }, { limits, operators });
  const { stdin: input, stdout: output } = process;
  // If the reader of the output disappears, the page stays up.
  for (const stream of [input, output]) stream.on('error', () => undefined);
  const say = (...sentences: Sentence[]) =>
    output.write(sentences.map((sentence) => `${sentence[language]}\n`).join(''));
  const { localReady, localOpen, goOnline, leave, inputEnded } = operatorText;
  say(localReady, localOpen(discord.url), serves, goOnline, leave);
  const left = async () => {
    const how = await runPrompt(discord, { input, output, language, notices }).catch(hungUp);
    if (how !== 'ended') return how;
    say(inputEnded(discord.url, process.pid));
    return signal;
  };
  const how = await Promise.race([left(), signal]);
  input.destroy();
  return how === 'SIGHUP' || how === 'hung up' ? 'hung up' : 'left';
}

/** A closed terminal fails every read and write with EIO, perhaps before its SIGHUP arrives. */
function hungUp(error: unknown): 'hung up' {
  if (error instanceof Error && 'code' in error && error.code === 'EIO') return 'hung up';
  throw error;
}
