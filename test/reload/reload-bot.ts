import { cpSync } from 'node:fs';
import type { Answer, LocalDiscord } from '#local-discord';
import type { Reply } from '../../src/contract/call.ts';
import { newFolder } from '../etl/raw-files.ts';
import { readOut } from '../support/ask-command.ts';
import { openDiscord, startTestBot, type TestBotOptions } from '../support/test-bot.ts';
import { pointerIn, rawAfter, twoVersions } from './two-versions.ts';

/** Ana and Eva are operators of the bot; Luis is only an admin of the server. */
export function peopleOf(discord: LocalDiscord) {
  const ana = discord.person({ name: 'Ana', admin: true });
  const eva = discord.person({ name: 'Eva', admin: true, locale: 'en-US' });
  const luis = discord.person({ name: 'Luis', admin: true });
  return { ana, eva, luis };
}

/**
 * Two published versions, and a function that starts bots on copies of them. Each test file calls it for itself, because the
 * folders are deleted after the file.
 */
export async function reloadBots() {
  const published = await twoVersions();
  const copyVersions = () => {
    const folder = newFolder();
    cpSync(published.folder, folder, { recursive: true });
    return folder;
  };
  /** A bot on its own copy of the versions, and people in its server. */
  const startReloadBot = async ({
    rawFolder = rawAfter(),
    folder = copyVersions(),
    ...others
  }: TestBotOptions = {}) => {
    const discord = others.discord ?? (await openDiscord({ guilds: 2 }));
    const people = peopleOf(discord);
    const { ana, eva } = people;
    const operators = { ids: new Set([ana.id, eva.id]), guildId: discord.guilds[0]?.id };
    const bot = await startTestBot({ operators, ...others, discord, folder, rawFolder });
    const state = () => [bot.catalogue.version(), pointerIn(folder, 'current')];
    return { ...bot, folder, ...people, state };
  };
  return { published, copyVersions, startReloadBot };
}

const LOADING = 128;

/** Whether an answer is not final: "thinking", or the progress of a long job. */
function isUnderWay({ message }: Answer): boolean {
  const text = message.embeds[0]?.description ?? '';
  return ((message.flags ?? 0) & LOADING) !== 0 || /[█░]|…$/u.test(text);
}

/** The text of an answer once it is final. */
export async function finalText(pending: Answer | Promise<Answer>): Promise<string> {
  const answer = await pending;
  await answer.final();
  while (isUnderWay(answer)) await answer.nextEdit();
  return readOut(answer.message as unknown as Reply);
}

/** The log's lines about uses of /recargar. */
export const reloadLog = (logged: string[]) =>
  logged.map((line) => JSON.parse(line)).filter(({ command }) => command?.startsWith('recarga'));
