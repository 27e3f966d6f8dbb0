import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Command } from '../../src/command/command.ts';
import { afterTest } from '../support/endings.ts';
import { openTestStore } from '../support/open-store.ts';
import { openDiscord, startTestBot } from '../support/test-bot.ts';

const registered = (logged: string[]) =>
  logged.map((line) => JSON.parse(line)).find((line) => line.msg === 'ready')?.registered;

const withChangedCommand = (edit: (data: Command['data']) => Command['data']): Command[] =>
  commands.map((command, index) => (index === 0 ? { ...command, data: edit(command.data) } : command));

it('commands are written at the first start, and later only if they have changed', async () => {
  const discord = await openDiscord();
  const start = async (list: readonly Command[] = commands) => {
    const { bot, logged } = await startTestBot({ discord, commands: list });
    await bot.stop();
    return registered(logged);
  };
  expect(await start()).toBe(true);
  expect(await start()).toBe(false);
  expect(await start(withChangedCommand((data) => ({ ...data, description: 'Otra' })))).toBe(true);
  expect(await start()).toBe(true);
  expect(
    await start(withChangedCommand((data) => ({ ...data, name_localizations: { 'en-US': 'movie' } }))),
  ).toBe(true);
  expect(await start(commands.slice(1))).toBe(true);
  expect(await start(commands.slice(1))).toBe(false);
});

it("the operators' commands are only in their server, together with the public ones if it is also the development server", async () => {
  const discord = await openDiscord({ guilds: 2 });
  const [, second] = discord.guilds.map(({ id }) => id);
  const operators = { ids: new Set<string>(), guildId: second };
  const commandsIn = (guild: number) => {
    const roots = discord.person({ name: 'Ana', admin: true, guild }).commands();
    return new Set(roots.map(({ realName }) => realName.split(' ')[0]));
  };
  const everywhere = await startTestBot({ discord, operators });
  expect([commandsIn(0).has('recargar'), commandsIn(1).has('recargar')]).toEqual([false, true]);
  expect(commandsIn(1).size).toBe(commands.length);
  await everywhere.bot.stop();
  const together = await startTestBot({ discord, operators, guildId: second ?? '' });
  expect(commandsIn(1).size).toBe(commands.length);
  await together.bot.stop();
  const refused = await startTestBot({ discord, operators: { ...operators, guildId: '100000000000000001' } });
  const log = refused.logged.map((line) => JSON.parse(line));
  expect(log.filter(({ msg }) => msg === 'Discord refused a list of commands')).toMatchObject([
    { guild: '100000000000000001' },
  ]);
  expect(await discord.person({ name: 'Ana' }).command('ayuda')).toMatchObject({ ephemeral: true });
});

it('with a development server the public commands are only in that server', async () => {
  const discord = await openDiscord({ guilds: 2 });
  const { bot, logged } = await startTestBot({ discord, guildId: discord.guilds[0]?.id ?? '' });
  expect(registered(logged)).toBe(true);
  const roots = discord
    .person({ name: 'Ana', admin: true })
    .commands()
    .map(({ path, realName }) => (path.length > 0 ? realName.split(' ')[0] : realName));
  const publicCommands = commands.filter(({ forOperators }) => !forOperators);
  expect([...new Set(roots)].sort()).toEqual(publicCommands.map(({ data }) => data.name).sort());
  expect(discord.person({ name: 'Luis', guild: 1 }).commands()).toEqual([]);
  await bot.stop();
  expect(registered((await startTestBot({ discord, guildId: discord.guilds[0]?.id ?? '' })).logged)).toBe(
    false,
  );
});

it.each([
  ['with the same store', true],
  ['with the store of another machine, which asks Discord', false],
])(
  'the list of a server that is no longer configured is cleared, and the global list while there is a development server: %s',
  async (_, same) => {
    const discord = await openDiscord({ guilds: 3 });
    const [first = '', second = '', third = ''] = discord.guilds.map(({ id }) => id);
    const store = same ? await openTestStore(undefined, afterTest) : undefined;
    const lists = async () => {
      const get = async (scope: string) => {
        const path = `${discord.api}/v10/applications/${discord.applicationId}${scope}/commands`;
        const answer = await fetch(path, { headers: { authorization: `Bot ${discord.token}` } });
        return ((await answer.json()) as unknown[]).length;
      };
      return Promise.all(['', `/guilds/${first}`, `/guilds/${second}`, `/guilds/${third}`].map(get));
    };
    const start = async (guildId: string | undefined, operatorGuildId: string | undefined) => {
      const operators = { ids: new Set<string>(), guildId: operatorGuildId };
      const options = {
        discord,
        operators,
        ...(store && { store }),
        ...(guildId === undefined ? {} : { guildId }),
      };
      const { bot } = await startTestBot(options);
      await bot.stop();
      return lists();
    };
    const all = commands.length;
    expect(await start(first, second)).toEqual([0, all - 1, 1, 0]);
    expect(await start(undefined, third)).toEqual([all - 1, 0, 0, 1]);
    expect(await start(second, second)).toEqual([0, 0, all, 0]);
    expect(await start(undefined, undefined)).toEqual([all - 1, 0, 0, 0]);
    if (store) expect(await store.commandGuilds()).toEqual([]);
  },
);

it('a bot in many servers checks only the lists of servers in its store', async () => {
  const discord = await openDiscord({ guilds: 100 });
  const store = await openTestStore(undefined, afterTest);
  const [first = '', second = ''] = discord.guilds.map(({ id }) => id);
  const requests: string[] = [];
  await (await startTestBot({ discord, store, guildId: first })).bot.stop();
  discord.disturb(({ method, path }) => {
    if (path.includes('/guilds/') && path.endsWith('/commands'))
      requests.push(`${method} ${path.split('/').at(-2)}`);
    return undefined;
  });
  await startTestBot({ discord, store, guildId: second });
  expect(requests.sort()).toEqual([`GET ${first}`, `GET ${second}`, `PUT ${first}`, `PUT ${second}`].sort());
});
