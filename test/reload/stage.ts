import { cpSync } from 'node:fs';
import type { Answer, LocalDiscord } from '#local-discord';
import type { Reply } from '../../src/contract/call.ts';
import { newFolder } from '../etl/raw-files.ts';
import { readOut } from '../support/ask-command.ts';
import { openDiscord, startTestBot, type TestBotOptions } from '../support/test-bot.ts';
import { named, rawAfter, twoVersions } from './two-versions.ts';

/** Ana and Eva operate the bot, Luis rules the server and no more. */
export function peopleOf(discord: LocalDiscord) {
  const ana = discord.person({ name: 'Ana', admin: true });
  const eva = discord.person({ name: 'Eva', admin: true, locale: 'en-US' });
  const luis = discord.person({ name: 'Luis', admin: true });
  return { ana, eva, luis };
}

/**
 * Two published versions of a test file's own, and bots that stand on copies of them. Called by each test file: test files share
 * their modules, and a file's folders go with it.
 */
export async function reloadStages() {
  const published = await twoVersions();
  const copied = () => {
    const folder = newFolder();
    cpSync(published.folder, folder, { recursive: true });
    return folder;
  };
  /** A bot with data of its own, and people in its server. */
  const stage = async ({ rawFolder = rawAfter(), folder = copied(), ...others }: TestBotOptions = {}) => {
    const discord = others.discord ?? (await openDiscord({ guilds: 2 }));
    const people = peopleOf(discord);
    const { ana, eva } = people;
    const operators = { ids: new Set([ana.id, eva.id]), guildId: discord.guilds[0]?.id };
    const live = await startTestBot({ operators, ...others, discord, folder, rawFolder });
    const state = () => [live.catalogue.version(), named(folder, 'current')];
    return { ...live, folder, ...people, state };
  };
  return { published, copied, stage };
}

const LOADING = 128;

/** Whether an answer says that more will come: "thinking", or how far a long job is. */
function isUnderWay({ message }: Answer): boolean {
  const said = message.embeds[0]?.description ?? '';
  return ((message.flags ?? 0) & LOADING) !== 0 || /[█░]|…$/u.test(said);
}

/** What an answer says once it is complete. */
export async function read(answer: Answer): Promise<string> {
  await answer.final();
  while (isUnderWay(answer)) await answer.nextEdit();
  return readOut(answer.message as unknown as Reply);
}

export const told = async (answer: Promise<Answer>) => read(await answer);

/** The lines of the log about the data. */
export const uses = (logged: string[]) =>
  logged.map((line) => JSON.parse(line)).filter(({ command }) => command?.startsWith('recarga'));
