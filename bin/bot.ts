import { isatty } from 'node:tty';
import { listVersions } from '../src/catalogue/versions.ts';
import { type Config, describeUnknown, readConfig, variables } from '../src/lib/config.ts';
import { createLog, createLogTo, createNotices, type Log, type Notices } from '../src/lib/log.ts';
import { operatorText } from '../src/lib/operator-text.ts';
import { inviteUrl } from '../src/lib/posting.ts';
import { firstSignal } from '../src/lib/process.ts';
import { runProgram } from '../src/lib/run-program.ts';
import { type Language, type Sentence, sentenceOf } from '../src/lib/sentence.ts';
import { publishFirstData } from '../src/reload/etl-process.ts';
import { type App, createApp, preloadBot } from './create-app.ts';

/** The outputs of the program and the language of its sentences. */
interface Output {
  language: Language;
  log: Log;
  /** Set if the log is for a person instead of a program. */
  notices: Notices | undefined;
  inTerminal: boolean;
}

async function main(language: Language): Promise<void> {
  const unknown = describeUnknown(process.env, variables);
  if (unknown !== undefined) console.error(unknown[language]);
  const config = readConfig(process.env);
  const { log, notices } = openLog(config, language);
  const inTerminal = [0, 1, 2].some((fd) => isatty(fd));
  // Node resets the SIGHUP handler that nohup sets: without this, a SIGHUP during the start would end the process.
  if (!inTerminal) process.on('SIGHUP', () => undefined);
  const app = createApp(config, { log, onLoading: preloadBot });
  let hungUp = false;
  try {
    hungUp = (await run(app, config, { language, log, notices, inTerminal })) === 'hung up';
  } finally {
    await app.close();
  }
  if (hungUp) {
    // A normal exit of Node aborts if the terminal is gone, because Node cannot reset the terminal's modes.
    process.removeAllListeners('SIGHUP');
    process.kill(process.pid, 'SIGHUP');
  }
}

/** Opens everything and waits until the bot has to leave. */
async function run(app: App, config: Config, output: Output): Promise<'left' | 'hung up'> {
  const { language, log, notices, inTerminal } = output;
  const { DISCORD_TOKEN: token, PAGE_PORT: port } = config;
  const lock = await app.lock(token === undefined && port > 0 ? `http://127.0.0.1:${port}` : undefined);
  await publishFirstData(config.PARQUET_DIR, {
    quiet: config.LOG_LEVEL !== 'debug',
    // A terminal has a progress bar.
    onStart: () => {
      if (!process.stderr.isTTY) console.error(operatorText.preparingData[language]);
    },
  });
  const [catalogue] = await Promise.all([app.catalogue(), app.store()]);
  // Without a token, in a terminal, SIGHUP ends the bot instead of reloading data: the terminal was closed.
  const terminal = token === undefined && inTerminal;
  await app.followCurrent({ hangUp: !terminal });
  if (config.PORT !== undefined) log.info({ at: (await app.startHttp()).url }, 'http');
  const serves = await describeData(config, catalogue.version());
  if (token === undefined && notices !== undefined) {
    const { runLocally } = await import('./run-locally.ts');
    return runLocally(app, config, { terminal, language, notices, serves, onOpen: (url) => lock?.note(url) });
  }
  const bot = await app.startBot();
  if (notices !== undefined) {
    const { onlineReady, onlineOpen, invite, leave } = operatorText;
    const lines = [
      onlineReady(bot.name, bot.servers),
      onlineOpen,
      serves,
      invite(inviteUrl(bot.applicationId)),
      leave,
    ];
    for (const line of lines) console.log(line[language]);
  }
  log.info({ name: bot.name, signal: await Promise.race([firstSignal(), bot.lost]) }, 'leaving');
  return 'left';
}

async function describeData({ PARQUET_DIR: folder }: Config, live: string): Promise<Sentence> {
  const version = (await listVersions(folder)).find(({ name }) => name === live);
  return operatorText.serves(version?.tables.movies ?? 0, live);
}

/** The log: JSON lines, or one line an entry for a person without a token or at a terminal. */
function openLog(
  { DISCORD_TOKEN: token, LOG_LEVEL: level }: Config,
  language: Language,
): { log: Log; notices: Notices | undefined } {
  if (token !== undefined && !process.stdout.isTTY)
    return { log: createLog(level ?? 'info', language), notices: undefined };
  const notices = createNotices(console.error, { stacks: level === 'debug' });
  return { log: createLogTo(notices, level ?? 'warn', language), notices };
}

function explain(error: unknown, language: Language): string {
  if (error instanceof Error && 'code' in error && error.code === 'TokenInvalid')
    return operatorText.tokenRefused[language];
  const stack = error instanceof Error && process.env.LOG_LEVEL === 'debug' ? error.stack : undefined;
  return stack ?? sentenceOf(error)[language];
}

await runProgram(main, explain);
if (process.exitCode === 1) process.exit();
