import { MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { Mistake, NoAnswer } from '../index.ts';
import { hola, openDiscord, openStage } from './bot.ts';
import { refusalFrom } from './refusal.ts';

const button = { type: 1, components: [{ type: 2, style: 1, label: 'Otra', custom_id: 'otra' }] };

test('a person sends a command and reads the reply', async () => {
  const { discord, errors } = await openStage((it) => it.isChatInputCommand() && it.reply('¡Hola!'));
  const answer = await discord.person({ name: 'Ana' }).command('hola');
  expect(answer).toMatchObject({ kind: 'message', deferred: false, ephemeral: false });
  expect(answer.message).toMatchObject({ content: '¡Hola!', interaction_metadata: { name: 'hola' } });
  expect(answer.latencyMs).toBeGreaterThan(0);
  expect(errors).toEqual([]);
  expect(discord.violations).toEqual([]);
});

test('an interaction carries the person, the channel and the locale', async () => {
  const seen: unknown[] = [];
  const { discord } = await openStage((it) => {
    seen.push(it.locale, it.guildLocale, it.guild?.name, it.channel?.id, it.user.globalName, it.context);
    return it.isRepliable() && it.reply('x');
  });
  await discord.person({ name: 'Ana', locale: 'es-419', channel: 'trivia' }).command('hola');
  expect(seen).toEqual(['es-419', 'es-ES', 'Server', discord.guilds[0]?.channels[1]?.id, 'Ana', 0]);
});

test('a missing answer rejects at the deadline; a late answer gets 10062', async () => {
  let late: Promise<unknown> = Promise.resolve();
  let now = Date.now();
  const { discord } = await openStage(
    (it) => {
      now += 3001;
      late = refusalFrom(async () => it.isRepliable() && it.reply('tarde'));
    },
    [hola],
    { clock: () => now },
  );
  await expect(discord.person({ name: 'Ana' }).command('hola')).rejects.toBeInstanceOf(NoAnswer);
  expect(await late).toMatchObject({ code: 10062, status: 404 });
});

test('a bot that never answers rejects at the deadline', async () => {
  const { discord } = await openStage(() => undefined, [hola], { deadlineMs: 20 });
  await expect(discord.person({ name: 'Ana' }).command('hola')).rejects.toBeInstanceOf(NoAnswer);
});

test('an answer after exactly three seconds is accepted', async () => {
  let now = Date.now();
  const { discord } = await openStage(
    (it) => {
      now += 3000;
      return it.isRepliable() && it.reply('justo');
    },
    [hola],
    { clock: () => now },
  );
  expect((await discord.person({ name: 'Ana' }).command('hola')).message.content).toBe('justo');
});

test('a second callback is refused with 40060', async () => {
  const tokens: [string, string][] = [];
  const { discord, client } = await openStage((it) => {
    tokens.push([it.id, it.token]);
    return it.isRepliable() && it.reply('una');
  });
  await discord.person({ name: 'Ana' }).command('hola');
  const [id, token] = tokens[0] ?? [];
  const body = { type: 4, data: { content: 'dos' } };
  const again = () => client.rest.post(`/interactions/${id}/${token}/callback`, { auth: false, body });
  expect(await refusalFrom(again)).toMatchObject({ code: 40060, status: 400 });
});

test('an ephemeral deferred answer stays ephemeral', async () => {
  const { discord, errors } = await openStage(async (it) => {
    if (!it.isChatInputCommand()) return;
    await it.deferReply({ flags: MessageFlags.Ephemeral });
    await it.editReply('listo');
  });
  const ana = discord.person({ name: 'Ana' });
  const answer = await ana.command('hola');
  expect(answer).toMatchObject({ deferred: true, ephemeral: true });
  expect((await answer.final()).content).toBe('listo');
  expect(answer.ephemeral).toBe(true);
  expect(ana.visible()).toHaveLength(1);
  expect(discord.person({ name: 'Beto' }).visible()).toEqual([]);
  expect(errors).toEqual([]);
});

test('a public deferred answer stays public if its follow-up asks to be ephemeral', async () => {
  const { discord } = await openStage(async (it) => {
    if (!it.isChatInputCommand()) return;
    await it.deferReply();
    await it.followUp({ content: 'listo', flags: MessageFlags.Ephemeral });
  });
  const answer = await discord.person({ name: 'Ana' }).command('hola');
  expect((await answer.final()).content).toBe('listo');
  expect(answer.ephemeral).toBe(false);
});

test('edits and follow-ups arrive one by one, and a deleted reply is marked', async () => {
  const { discord, errors } = await openStage(async (it) => {
    if (!it.isChatInputCommand()) return;
    await it.reply({ content: 'uno', components: [button] });
    await it.editReply('dos');
    await it.editReply({ content: 'tres', components: [] });
    await it.followUp({ content: 'y', flags: MessageFlags.Ephemeral });
    await it.deleteReply();
    await it.followUp('fin');
  });
  const answer = await discord.person({ name: 'Ana' }).command('hola');
  expect(await answer.nextEdit()).toMatchObject({ content: 'dos', components: [{}] });
  expect(await answer.nextEdit()).toMatchObject({ content: 'tres', components: [] });
  expect(await answer.nextFollowUp()).toMatchObject({ content: 'y', flags: 64 });
  expect((await answer.nextFollowUp()).content).toBe('fin');
  expect(answer.deleted).toBe(true);
  expect(errors).toEqual([]);
});

test('a button updates its message; a select answers with a new message and takes labels', async () => {
  const select = {
    type: 1,
    components: [{ type: 3, custom_id: 'cual', options: [{ label: 'Heat (1995)', value: '949' }] }],
  };
  const { discord, errors } = await openStage(async (it) => {
    if (it.isChatInputCommand()) await it.reply({ content: 'a', components: [button, select] });
    if (it.isButton()) await it.update({ content: 'b' });
    if (it.isStringSelectMenu()) await it.reply({ content: it.values.join(), flags: MessageFlags.Ephemeral });
  });
  const ana = discord.person({ name: 'Ana' });
  const answer = await ana.command('hola');
  const pressed = await ana.press(answer, 'Otra');
  expect(pressed.kind).toBe('update');
  expect(pressed.message).toMatchObject({ id: answer.message.id, content: 'b' });
  const chosen = await discord.person({ name: 'Beto' }).choose(answer, 'Heat (1995)');
  expect(chosen.message).toMatchObject({
    content: '949',
    interaction_metadata: { interacted_message_id: answer.message.id },
  });
  await expect(ana.press(chosen, 'x')).rejects.toThrow('not visible');
  await expect(ana.press(answer, 'Nada')).rejects.toThrow(Mistake);
  expect(errors).toEqual([]);
});

test('a deferred update ends with an edit of the same message', async () => {
  const { discord } = await openStage(async (it) => {
    if (it.isChatInputCommand()) await it.reply({ content: 'a', components: [button] });
    if (!it.isButton()) return;
    await it.deferUpdate();
    await it.editReply('b');
  });
  const ana = discord.person({ name: 'Ana' });
  const pressed = await ana.press(await ana.command('hola'), 'otra');
  expect(pressed).toMatchObject({ kind: 'update', deferred: true });
  expect((await pressed.final()).content).toBe('b');
});

test('a slash command cannot be answered with an update or with choices', async () => {
  const refusals: Promise<unknown>[] = [];
  const stage = await openStage(() => undefined, [hola], { deadlineMs: 300 });
  const { client, discord } = stage;
  client.on('interactionCreate', (it) => {
    const send = (body: object) =>
      client.rest.post(`/interactions/${it.id}/${it.token}/callback`, { auth: false, body });
    refusals.push(refusalFrom(() => send({ type: 7, data: { content: 'x' } })));
    refusals.push(refusalFrom(() => send({ type: 8, data: { choices: [] } })));
  });
  await expect(discord.person({ name: 'Ana' }).command('hola')).rejects.toThrow(NoAnswer);
  const errors = { type: 'INTERACTION_RESPONSE_TYPE_INVALID' };
  expect(await Promise.all(refusals)).toMatchObject([
    { code: 50035, errors },
    { code: 50035, errors },
  ]);
});

test("an interaction's token is valid for 15 minutes", async () => {
  let now = Date.now();
  let token = '';
  const { discord, client } = await openStage(
    (it) => {
      token = it.token;
      return it.isRepliable() && it.reply('x');
    },
    [hola],
    { clock: () => now },
  );
  await discord.person({ name: 'Ana' }).command('hola');
  const edit = () =>
    client.rest.patch(`/webhooks/${discord.applicationId}/${token}/messages/@original`, {
      auth: false,
      body: { content: 'y' },
    });
  now += 15 * 60_000;
  expect(await edit()).toMatchObject({ content: 'y' });
  now += 1;
  expect(await refusalFrom(edit)).toMatchObject({ code: 50027, status: 401 });
  token = 'bm90aGluZw';
  expect(await refusalFrom(edit)).toMatchObject({ code: 10015, status: 404 });
});

test('a request without the bot token is refused with 401', async () => {
  const discord = await openDiscord();
  for (const token of ['', 'Bot x.y.z']) {
    const reply = await fetch(`${discord.api}/v10/users/@me`, {
      headers: token ? { authorization: token } : {},
    });
    expect(reply.status).toBe(401);
    expect(await reply.json()).toEqual({ message: '401: Unauthorized', code: 0 });
  }
});

test('a user-installed app may send five follow-ups in a guild without the bot, and no channel messages', async () => {
  const command = { ...hola, integrationTypes: [0, 1], contexts: [0, 1, 2] };
  const refusals: unknown[] = [];
  const { discord, client } = await openStage(
    async (it) => {
      if (!it.isChatInputCommand()) return;
      await it.reply('0');
      for (const content of ['1', '2', '3', '4', '5']) await it.followUp(content);
      refusals.push(await refusalFrom(() => it.followUp('6')));
      refusals.push(
        await refusalFrom(() =>
          client.rest.post(`/channels/${it.channelId}/messages`, { body: { content: 'x' } }),
        ),
      );
    },
    [command],
  );
  const ana = discord.person({ name: 'Ana', context: 'user-install' });
  await ana.command('hola');
  await ana.sees(({ content }) => content === '5');
  await expect.poll(() => refusals).toMatchObject([{ code: 40094 }, { code: 50001, status: 403 }]);
});
