import { expect, it } from 'vitest';
import type { Disturbance } from '#local-discord';
import { openDiscord, startTestBot } from '../support/test-bot.ts';

type Fault = NonNullable<ReturnType<Disturbance>>;

/** Lets one fault after the other befall the requests whose path fits. */
const inTurn = (pattern: RegExp, faults: readonly Fault[]): Disturbance => {
  const coming = [...faults];
  return ({ path }) => (pattern.test(path) ? coming.shift() : undefined);
};

const passing: Fault[] = [
  { status: 403, code: 40_333 },
  { status: 403, cloudflare: true },
];

it('the bot starts, and registers its commands, though Discord answers 401 once and Cloudflare in its place', async () => {
  const discord = await openDiscord();
  const first = inTurn(/^\/gateway\/bot$/u, [{ status: 401 }]);
  const second = inTurn(/\/commands$/u, [{ status: 401 }, ...passing]);
  discord.disturb((request) => first(request) ?? second(request));
  const { logged } = await startTestBot({ discord });
  expect(logged.some((line) => line.includes('"registered":true'))).toBe(true);
  const ana = discord.person({ name: 'Ana' });
  discord.disturb(inTurn(/\/callback$/u, [{ status: 401 }, { status: 403, cloudflare: true }]));
  const card = await ana.command('pelicula', { titulo: 'Toy Story' });
  expect(card.message.embeds[0]?.title).toContain('Toy Story');
  discord.disturb(inTurn(/^\/webhooks\//u, [{ status: 401 }, ...passing]));
  const chart = await ana.command('eda grafico', { tipo: 'idiomas' });
  expect((await chart.final()).embeds[0]?.image?.url).toMatch(/\/filmoteca\.png$/u);
});

it('an operators’ list is registered once the fault has passed', async () => {
  const discord = await openDiscord({ guilds: 2 });
  const guildId = discord.guilds[1]?.id ?? '';
  discord.disturb(inTurn(RegExp(`/guilds/${guildId}/commands$`, 'u'), passing));
  await startTestBot({ discord, operators: { ids: new Set(), guildId } });
  const names = discord.person({ name: 'Ana', admin: true, guild: 1 }).commands();
  expect(names.map(({ realName }) => realName)).toContain('recargar ver');
});

it('a token that Discord does not take ends the start, by the name that the clear line is for', async () => {
  const discord = await openDiscord();
  discord.disturb(() => ({ status: 401 }));
  await expect(startTestBot({ discord })).rejects.toMatchObject({ code: 'TokenInvalid' });
});

it('a server is welcomed once the fault has passed', async () => {
  const discord = await openDiscord({ guilds: 2 });
  const [, guild] = discord.guilds;
  if (guild === undefined) throw new Error('no second server');
  discord.changes.remove(guild);
  await startTestBot({ discord });
  discord.disturb(inTurn(/\/messages$/u, [{ status: 401 }, ...passing]));
  discord.changes.restore(guild);
  const ana = discord.person({ name: 'Ana', guild: 1 });
  await ana.sees(({ embeds }) => embeds[0]?.title?.startsWith('¡Hola! Soy Filmoteca') ?? false);
});
