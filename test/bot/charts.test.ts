import { loadImage } from 'canvas';
import type { APIMessage } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { charts as kinds } from '../../src/charts/kinds/index.ts';
import { startTestBot } from '../support/test-bot.ts';

/** The picture of a message's only embed, with its alt text. */
function imageOf(message: APIMessage): { url: string; description: string } {
  expect(message.embeds.length).toBe(1);
  return { url: '', description: '', ...message.embeds[0]?.image };
}

const download = async (url = '') => Buffer.from(await (await fetch(url)).arrayBuffer());

it('sends a chart as a file in its embed, with an alt text', async () => {
  const { discord } = await startTestBot();
  const ana = discord.person({ name: 'Ana', locale: 'es-419' });
  const message = await (await ana.command('eda grafico', { tipo: 'idiomas', genero: 18 })).final();
  const [embed] = message.embeds;
  const image = imageOf(message);
  // Discord lists a file of an embed only in the embed.
  expect(message.attachments).toEqual([]);
  expect(embed?.title).toBe('Películas por idioma original');
  expect(embed?.footer?.text).toMatch(/^\d+ películas · Datos: TMDB$/u);
  expect(image.description).toMatch(
    /^Películas por idioma original\. Primero va el inglés, .+ Las cifras: inglés \d+ /u,
  );
  expect(image.description.length).toBeLessThanOrEqual(1024);
  const picture = await loadImage(await download(image.url));
  expect([picture.width, picture.height]).toEqual([1120, 840]);
  expect(discord.violations).toEqual([]);
});

it('replaces a chart by another one with the same filters', async () => {
  const { discord } = await startTestBot();
  const bob = discord.person({ name: 'Bob', locale: 'en-US' });
  const answer = await bob.command('explore chart', { type: 'releases by year', decade: '1990s' });
  const first = await answer.final();
  await bob.choose(answer, 'top ten by votes');
  const redrawn = answer.message;
  expect(redrawn.attachments).toEqual([]);
  expect(imageOf(redrawn).url).toMatch(/\/filmoteca\.png$/u);
  expect(imageOf(redrawn).url).not.toBe(imageOf(first).url);
  expect(redrawn.embeds[0]?.title).toBe('The ten with most votes');
  expect(imageOf(redrawn).description).toMatch(/The figures: .+ 199\d /u);
  expect(discord.violations).toEqual([]);
});

it('says which filter a chart ignores, and in private that there are no such films', async () => {
  const { discord } = await startTestBot();
  const ana = discord.person({ name: 'Ana', locale: 'es-419' });
  const returns = await (await ana.command('eda grafico', { tipo: 'retorno', genero: 18 })).final();
  expect(returns.embeds[0]?.description).toContain('*Este gráfico no se puede acotar con* `genero`*.*');
  const none = await ana.command('eda grafico', { tipo: 'calendario', genero: 37, decada: 1890 });
  expect(none.message.content).toMatch(/^No hay películas así/u);
  expect(none.message.flags).toBe(64);
});

it('draws every chart within the limits of Discord', async () => {
  const { discord } = await startTestBot();
  const ana = discord.person({ name: 'Ana', locale: 'es-419' });
  expect(kinds.length).toBeGreaterThan(5);
  for (const { name } of kinds) {
    const message = await (await ana.command('eda grafico', { tipo: name })).final();
    expect(imageOf(message).url).toMatch(/\/filmoteca\.png$/u);
    expect(message.attachments).toEqual([]);
  }
  expect(discord.violations).toEqual([]);
});
