import { expect, it } from 'vitest';
import type { Disturbance } from '#local-discord';
import { openDiscord, startTestBot } from '../support/test-bot.ts';

type Fault = NonNullable<ReturnType<Disturbance>>;

/** Injects the faults, in order, into the requests whose path matches. */
const inject = (pattern: RegExp, faults: readonly Fault[]): Disturbance => {
  const remaining = [...faults];
  return ({ path }) => (pattern.test(path) ? remaining.shift() : undefined);
};

const temporary: Fault[] = [
  { status: 403, code: 40_333 },
  { status: 403, cloudflare: true },
];

it('the bot starts, registers its commands and answers despite a temporary 401 and errors of Cloudflare', async () => {
  const discord = await openDiscord();
  const first = inject(/^\/gateway\/bot$/u, [{ status: 401 }]);
  const second = inject(/\/commands$/u, [{ status: 401 }, ...temporary]);
  discord.disturb((request) => first(request) ?? second(request));
  const { logged } = await startTestBot({ discord });
  expect(logged.some((line) => line.includes('"registered":true'))).toBe(true);
  const ana = discord.person({ name: 'Ana' });
  discord.disturb(inject(/\/callback$/u, [{ status: 401 }, { status: 403, cloudflare: true }]));
  const card = await ana.command('pelicula', { titulo: 'Toy Story' });
  expect(card.message.embeds[0]?.title).toContain('Toy Story');
  discord.disturb(inject(/^\/webhooks\//u, [{ status: 401 }, ...temporary]));
  const chart = await ana.command('eda grafico', { tipo: 'idiomas' });
  expect((await chart.final()).embeds[0]?.image?.url).toMatch(/\/filmoteca\.png$/u);
});

it("the operators' commands are registered after a temporary fault", async () => {
  const discord = await openDiscord({ guilds: 2 });
  const guildId = discord.guilds[1]?.id ?? '';
  discord.disturb(inject(RegExp(`/guilds/${guildId}/commands$`, 'u'), temporary));
  await startTestBot({ discord, operators: { ids: new Set(), guildId } });
  const names = discord.person({ name: 'Ana', admin: true, guild: 1 }).commands();
  expect(names.map(({ realName }) => realName)).toContain('recargar ver');
});

it('a refused token ends the start with the error code TokenInvalid', async () => {
  const discord = await openDiscord();
  discord.disturb(() => ({ status: 401 }));
  await expect(startTestBot({ discord })).rejects.toMatchObject({ code: 'TokenInvalid' });
});

it('a server is welcomed after a temporary fault', async () => {
  const discord = await openDiscord({ guilds: 2 });
  const [, guild] = discord.guilds;
  if (guild === undefined) throw new Error('no second server');
  discord.changes.remove(guild);
  await startTestBot({ discord });
  discord.disturb(inject(/\/messages$/u, [{ status: 401 }, ...temporary]));
  discord.changes.restore(guild);
  const ana = discord.person({ name: 'Ana', guild: 1 });
  await ana.sees(({ embeds }) => embeds[0]?.title?.startsWith('¡Hola! Soy Filmoteca') ?? false);
});
