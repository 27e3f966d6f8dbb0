import { createCanvas } from 'canvas';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { noBrowser, useBrowser } from '../browser.ts';
import { findFaintText } from './contrast.ts';
import { begin, message, send, type } from './keyboard.ts';
import { card, openPageStage } from './stage.ts';

const { openTab } = useBrowser();

/** The titles in the list of suggestions. */
const offered = (page: Page) => page.locator('.suggestions [role=option] .suggestion-title');

describe.skipIf(noBrowser)('the page', () => {
  test('a person types a command, completes its option and sees the answer, all by keyboard', async () => {
    const { discord } = await openPageStage();
    const page = await openTab(discord.url);
    await type(page, '/');
    await expect.poll(() => offered(page).allTextContents()).toContain('/buscar');
    await type(page, 'busc', 'Enter', 'hea');
    await expect.poll(() => offered(page).allTextContents()).toEqual(['Heat (1995)', 'Heathers (1989)']);
    await type(
      page,
      'ArrowDown',
      'ArrowUp',
      'Enter',
      'Tab',
      'ArrowDown',
      'Enter',
      'ArrowDown',
      'Enter',
      'Enter',
    );
    await message(page).getByText('Al Pacino').waitFor();
    const sent = [
      { name: 'titulo', type: 3, value: '#Heat (1995)' },
      { name: 'orden', type: 3, value: 'votes' },
    ];
    expect(await message(page).textContent()).toContain(JSON.stringify(sent));
    const pictures = await message(page)
      .locator('discord-embed img')
      .evaluateAll((images) => images.map((image) => image.getAttribute('src')?.slice(0, 19)));
    expect(pictures).toEqual(['data:image/svg+xml,', 'data:image/svg+xml,']);
    const [stored] = discord.person({ name: 'Dora' }).visible();
    expect(stored?.embeds[0]).toMatchObject({ title: card.title, image: { url: card.image.url } });
  });

  test('a picture in an embed is shown once with its alternative text, and opens in full size', async () => {
    const { discord, client } = await openPageStage();
    const page = await openTab(discord.url);
    const channel = client.channels.cache.get(discord.guilds[0]?.channels[0]?.id ?? '');
    if (!channel?.isSendable()) throw new Error('no channel');
    const attachment = createCanvas(1120, 720).toBuffer('image/png');
    await channel.send({
      embeds: [{ title: 'Un mapa', image: { url: 'attachment://mapa.png' } }],
      files: [{ attachment, name: 'mapa.png', description: 'Un mapa de colores' }],
    });
    const shown = page.getByRole('button', { name: 'Un mapa de colores' });
    await shown.waitFor();
    expect(await message(page).locator('img[src^="/attachments/"]').count()).toBe(1);
    const large = page.getByRole('dialog', { name: 'Un mapa de colores' });
    const width = async () => (await large.getByRole('img').boundingBox())?.width;
    await shown.click();
    await expect.poll(width).toBe(1120);
    await type(page, 'Escape');
    await large.waitFor({ state: 'detached' });
    await shown.focus();
    await type(page, 'Enter');
    await large.getByRole('button', { name: 'Cerrar' }).click();
    await large.waitFor({ state: 'detached' });
  });

  test('commands and options have the language of the page', async () => {
    const { discord } = await openPageStage();
    const page = await openTab(discord.url, '?lang=en');
    await type(page, '/se');
    await expect
      .poll(() => offered(page).allTextContents())
      .toEqual(['/search', '/secreto', '/menu'].slice(0, 2));
    await type(page, 'Enter');
    expect(await page.locator('.pill-name').textContent()).toBe('title');
    await type(page, 'Escape', 'Escape');
    await page.locator('.self-button').click();
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByPlaceholder('Escribe /').waitFor();
    await type(page, '/bus');
    await expect.poll(() => offered(page).allTextContents()).toEqual(['/buscar']);
  });

  test('a client that knows no users shows mentions in embeds as ids, and those in the content by name', async () => {
    const { discord } = await openPageStage();
    const ana = await openTab(discord.url);
    await send(ana, 'ganador');
    await message(ana).getByText('Gana @Ana').waitFor();
    const beto = await openTab(discord.url, '?as=beto&knows=nobody');
    await message(beto).getByText(`Gana <@${discord.admins[0]}>`).waitFor();
    await message(beto).getByText('Aplausos: @Ana').waitFor();
    expect(beto.url()).toContain('knows=nobody');
  });

  test('buttons and selects work by mouse and keyboard, and every tab sees the change', async () => {
    const { discord } = await openPageStage();
    const ana = await openTab(discord.url);
    const beto = await openTab(discord.url, '?as=beto');
    await send(ana, 'menu');
    await message(beto).getByRole('button', { name: 'Sumar' }).click();
    await message(ana).getByText('Van 1').waitFor();
    await message(ana).getByRole('button', { name: 'Sumar' }).focus();
    await type(ana, 'Enter');
    await message(beto).getByText('Van 2').waitFor();
    await message(ana).getByText('Van 2').waitFor();
    await message(ana).getByRole('combobox').focus();
    await type(ana, 'ArrowDown', 'ArrowDown', 'Enter');
    await message(beto).getByText('Elegiste comedia').waitFor();
    await message(beto).getByRole('combobox').click();
    await message(beto).getByRole('option', { name: 'Terror' }).click();
    await message(ana).getByText('Elegiste terror').waitFor();
    await message(ana).getByRole('button', { name: 'Apagado' }).click();
    await message(ana).getByRole('button', { name: 'Nada' }).click();
    await message(ana).getByText('Esta interacción falló.').waitFor();
    expect(await message(beto).getByText('Esta interacción falló.').count()).toBe(0);
    await ana.reload();
    await message(ana).getByText('Elegiste terror').waitFor();
  });

  test('an ephemeral answer is visible to one person, who can dismiss it', async () => {
    const { discord } = await openPageStage();
    const ana = await openTab(discord.url);
    const beto = await openTab(discord.url, '?as=beto');
    await send(ana, 'secreto');
    await message(ana).getByText('Entre nosotros').waitFor();
    await message(ana).getByText('Solo tú puedes ver esto').waitFor();
    await send(beto, 'menu');
    await message(beto).getByText('Elige').first().waitFor();
    expect(await beto.getByText('Entre nosotros').count()).toBe(0);
    await ana.getByRole('button', { name: 'Descartar mensaje' }).click();
    await expect.poll(() => ana.getByText('Entre nosotros').count()).toBe(0);
    await ana.reload();
    await message(ana).getByText('Elige').first().waitFor();
    expect(await ana.getByText('Entre nosotros').count()).toBe(0);
  });

  test('a form is filled in by keyboard and shows its errors', async () => {
    const { discord } = await openPageStage();
    const page = await openTab(discord.url);
    await send(page, 'formulario');
    const form = page.getByRole('dialog');
    await form.getByText('Tu respuesta').waitFor();
    await type(page, 'Enter');
    await form.getByText('Falta la opción Título').waitFor();
    await type(page, 'Laura', 'Tab', 'ArrowDown', 'ArrowDown', 'Enter', 'Tab', 'Tab', 'Enter');
    await message(page).getByText('Laura: comedy').waitFor();
    expect(await form.count()).toBe(0);
    await send(page, 'formulario');
    await form.getByText('Tu respuesta').waitFor();
    await type(page, 'Escape');
    await expect.poll(() => form.count()).toBe(0);
  });

  test('messages of the bot appear, change and disappear live; another channel is marked as unread', async () => {
    const { discord, client } = await openPageStage();
    const page = await openTab(discord.url, '?as=carla');
    const [general, trivia] = discord.guilds[0]?.channels ?? [];
    const [here, there] = await Promise.all(
      [general, trivia].map((one) => client.channels.fetch(one?.id ?? '')),
    );
    if (!here?.isSendable() || !there?.isSendable()) throw new Error('no channels');
    const posted = await here.send('Pregunta 1');
    await message(page).getByText('Pregunta 1').waitFor();
    await posted.edit('Pregunta 2');
    await message(page).getByText('Pregunta 2').waitFor();
    await there.send('¿Quién juega?');
    await page.getByRole('link', { name: 'trivia (sin leer)' }).click();
    await message(page).getByText('¿Quién juega?').waitFor();
    expect(new URL(page.url()).searchParams.get('channel')).toBe('trivia');
    await page.getByRole('link', { name: 'general' }).click();
    await message(page).getByText('Pregunta 2').waitFor();
    await posted.delete();
    await expect.poll(() => page.getByText('Pregunta 2').count()).toBe(0);
  });

  test('the feed follows new messages, unless the person has scrolled up', async () => {
    const { discord, client } = await openPageStage();
    const page = await openTab(discord.url);
    const channel = await client.channels.fetch(discord.guilds[0]?.channels[0]?.id ?? '');
    if (!channel?.isSendable()) throw new Error('no channel');
    const feed = page.locator('.feed');
    const below = () => feed.evaluate((it) => it.scrollHeight - it.scrollTop - it.clientHeight);
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => channel.send({ content: `${index}`, embeds: [card] })),
    );
    await expect.poll(() => page.locator('discord-message').count()).toBe(12);
    await expect.poll(below).toBeLessThan(2);
    await feed.hover();
    await page.mouse.wheel(0, -900);
    await expect.poll(below).toBeGreaterThan(500);
    const before = await feed.evaluate((it) => it.scrollTop);
    await channel.send('otra');
    await expect.poll(() => page.locator('discord-message').count()).toBe(13);
    expect(await feed.evaluate((it) => it.scrollTop)).toBe(before);
  });

  test('emojis are drawn with the included font', async () => {
    const { discord, client } = await openPageStage();
    const page = await openTab(discord.url);
    const channel = await client.channels.fetch(discord.guilds[0]?.channels[0]?.id ?? '');
    if (!channel?.isSendable()) throw new Error('no channel');
    await channel.send('🎬 Trivia');
    await message(page).getByText('Trivia').waitFor();
    await expect
      .poll(() =>
        page.evaluate(() =>
          [...document.fonts].filter(({ family }) => /Twemoji/.test(family)).map(({ status }) => status),
        ),
      )
      .toEqual(['loaded']);
  });

  test('only the admin is offered admin commands and deletes messages; a subcommand is found by its full name', async () => {
    const { discord } = await openPageStage();
    const ana = await openTab(discord.url);
    const beto = await openTab(discord.url, '?as=beto');
    await type(beto, '/');
    await expect.poll(() => offered(beto).allTextContents()).toContain('/trivia jugar');
    expect(await offered(beto).allTextContents()).not.toContain('/ajustes');
    await type(ana, '/aj');
    await expect.poll(() => offered(ana).allTextContents()).toEqual(['/ajustes']);
    await type(ana, 'Escape');
    await type(beto, 'trivia jugar', 'Enter', '4', 'Enter');
    await beto.getByText('rondas tiene que ser 5 o más.').waitFor();
    await type(beto, 'Backspace', '7', 'Enter');
    await message(ana).getByText('Empieza').waitFor();
    await message(ana).hover();
    await ana.getByRole('button', { name: 'Borrar mensaje' }).click();
    await expect.poll(() => beto.getByText('Empieza').count()).toBe(0);
    expect(await beto.getByRole('button', { name: 'Borrar mensaje' }).count()).toBe(0);
  });

  test('the page explains mistakes: unknown command, missing option, too long text, no answer, offline bot', async () => {
    const { discord, client } = await openPageStage();
    const page = await openTab(discord.url);
    await type(page, 'hola', 'Enter');
    await page.getByText('Aquí se habla con comandos').waitFor();
    await type(page, 'Escape', '/zzz', 'Enter');
    await expect
      .poll(() => page.getByText('No hay ningún comando con ese nombre.').count())
      .toBeGreaterThan(0);
    await type(page, 'Escape');
    await begin(page, 'buscar');
    await page.getByRole('option', { name: 'Heat (1995)' }).waitFor();
    await type(page, 'Escape', 'Enter');
    await page.getByText('titulo: obligatoria').waitFor();
    await page.keyboard.insertText('x'.repeat(6001));
    await type(page, 'Enter');
    await page.getByText('titulo admite hasta 6000 caracteres.').waitFor();
    expect(await page.locator('.pill input').inputValue()).toHaveLength(6001);
    await type(page, 'Escape', 'Escape');
    await send(page, 'nada');
    await page.getByText('/nada · La aplicación no respondió.').waitFor();
    await client.destroy();
    await page.getByText('Bot no está en línea').waitFor();
  });

  test('on a phone nothing is wider than the screen, and channels and members open by touch', async () => {
    const { discord } = await openPageStage();
    const page = await openTab(discord.url, '', {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    await page.getByRole('combobox').tap();
    await send(page, 'menu');
    await begin(page, 'buscar');
    await page.keyboard.insertText(`Supercalifragilísticoespialidoso${'o'.repeat(200)}`);
    await type(page, 'Enter');
    await message(page).getByText('Al Pacino').waitFor();
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(360);
    const feedWidth = await page.locator('.feed').evaluate((feed) => feed.scrollWidth);
    expect(feedWidth).toBe(360);
    await page.getByRole('button', { name: 'Canales' }).tap();
    await page.getByRole('link', { name: 'trivia' }).tap();
    await page.getByRole('heading', { name: 'trivia', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Miembros' }).tap();
    await page.locator('.member').getByText('Carla').waitFor();
    expect(await width()).toBe(360);
  });

  test('every text has enough contrast', async () => {
    const { discord } = await openPageStage();
    const page = await openTab(discord.url);
    await send(page, 'secreto');
    await send(page, 'menu');
    await begin(page, 'buscar');
    await type(page, 'x', 'Enter');
    await message(page).getByText('Al Pacino').waitFor();
    await type(page, '/');
    await page.getByRole('option', { name: '/buscar' }).waitFor();
    await page.locator('.self-button').click();
    const { faint, seen } = await page.evaluate(findFaintText);
    expect(seen).toBeGreaterThan(50);
    expect(faint).toEqual([]);
  });
});
