import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Command } from '../../src/command.ts';
import { goLive, openDiscord } from '../support/live-bot.ts';

const registered = (logged: string[]) =>
  logged.map((line) => JSON.parse(line)).find((line) => line.msg === 'ready')?.registered;

const changed = (edit: (data: Command['data']) => Command['data']): Command[] =>
  commands.map((command, index) => (index === 0 ? { ...command, data: edit(command.data) } : command));

it('commands are written at the first start, and at a later one only where they changed', async () => {
  const discord = await openDiscord();
  const start = async (list: readonly Command[] = commands) => {
    const { bot, logged } = await goLive({ discord, commands: list });
    await bot.stop();
    return registered(logged);
  };
  expect(await start()).toBe(true);
  expect(await start()).toBe(false);
  expect(await start(changed((data) => ({ ...data, description: 'Otra' })))).toBe(true);
  expect(await start()).toBe(true);
  expect(await start(changed((data) => ({ ...data, name_localizations: { 'en-US': 'movie' } })))).toBe(true);
  expect(await start(commands.slice(1))).toBe(true);
  expect(await start(commands.slice(1))).toBe(false);
});

it('with a guild to develop in they are that guild’s alone', async () => {
  const discord = await openDiscord({ guilds: 2 });
  const { bot, logged } = await goLive({ discord, guildId: discord.guilds[0]?.id ?? '' });
  expect(registered(logged)).toBe(true);
  const roots = discord
    .person({ name: 'Ana', admin: true })
    .commands()
    .map(({ path, realName }) => (path.length > 0 ? realName.split(' ')[0] : realName));
  expect([...new Set(roots)].sort()).toEqual(commands.map(({ data }) => data.name).sort());
  expect(discord.person({ name: 'Luis', guild: 1 }).commands()).toEqual([]);
  await bot.stop();
  expect(registered((await goLive({ discord, guildId: discord.guilds[0]?.id ?? '' })).logged)).toBe(false);
});
