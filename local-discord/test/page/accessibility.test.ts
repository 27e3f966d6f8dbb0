import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas } from 'canvas';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { noBrowser, useBrowser } from '../browser.ts';
import { outOfOrder, readFocus, walk } from './focus.ts';
import { begin, message, send, type } from './keyboard.ts';
import { openPageStage } from './stage.ts';

const { openTab } = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const sizes = [
  {
    name: 'a desktop',
    options: { viewport: { width: 1280, height: 800 } },
    before: ['general', 'trivia', 'AnaAdmin del servidor'],
  },
  {
    name: 'a phone',
    options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    before: ['Canales', 'Miembros'],
  },
];

/** The parts of axe-core that the tests use. axe-core runs as a script in the page, so its own types are not imported. */
type Axe = {
  run(): Promise<{ passes: unknown[]; violations: { id: string; nodes: { html: string }[] }[] }>;
};

/** Returns the rules of axe-core that the page breaks, with the elements. */
async function violations(page: Page): Promise<string[]> {
  // Unlike a script element, this passes the page's content security policy.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations: found, passes } = await (window as unknown as { axe: Axe }).axe.run();
    if (passes.length < 15) throw new Error(`only ${passes.length} rules found something to check`);
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  });
}

/** Opens the page with one message of each kind. */
async function openFullPage(options: (typeof sizes)[number]['options']) {
  const { discord, client } = await openPageStage();
  const page = await openTab(discord.url, '', options);
  const channel = client.channels.cache.get(discord.guilds[0]?.channels[0]?.id ?? '');
  if (!channel?.isSendable()) throw new Error('no channel');
  const attachment = createCanvas(1120, 720).toBuffer('image/png');
  await channel.send({ content: 'Mira', files: [{ attachment, name: 'm.png', description: 'Un mapa' }] });
  await page.getByRole('button', { name: 'Un mapa' }).waitFor();
  await page.getByRole('combobox', { name: 'Escribe /' }).focus();
  await send(page, 'menu');
  await message(page).getByRole('button', { name: 'Sumar' }).waitFor();
  await send(page, 'secreto');
  await page.getByText('Entre nosotros').waitFor();
  await begin(page, 'buscar');
  await type(page, 'x', 'Enter');
  await message(page).getByText('Al Pacino').waitFor();
  return page;
}

describe.skipIf(noBrowser).each(sizes)('the page on $name', ({ options, before }) => {
  test('Tab visits every control in the order of the eye, and each one shows that it has the focus', async () => {
    const page = await openFullPage(options);
    const stops = await walk(page);
    expect(outOfOrder(stops)).toEqual([]);
    expect(stops.filter(({ isMarked }) => !isMarked)).toEqual([]);
    expect(stops.map(({ name }) => name)).toEqual([
      ...before,
      'Mensajes de #general',
      '/ajustesSolo para admins',
      '/buscarBusca una película',
      '/formularioPregunta algo',
      '/ganadorQuién gana',
      'Borrar mensaje',
      'Un mapa',
      'Borrar mensaje',
      'Sumar',
      'Nada',
      'Apagado',
      'Preguntar',
      'Elige un género',
      'Descartar mensaje',
      'Borrar mensaje',
      'Heat (1995)',
      'se encuentran',
      'TMDB',
      'Heat (1995)',
      '/',
      'Escribe / para usar un comando en #general',
    ]);
  });

  test('axe-core finds nothing in the page, in a list of suggestions, in a form and in the panels', async () => {
    const page = await openFullPage(options);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Escribe /' }).focus();
    await type(page, '/buscar h');
    await page.getByRole('option', { name: 'Heat (1995)' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await type(page, 'Escape', 'Escape');
    await send(page, 'formulario');
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    if (options.isMobile) await page.getByRole('button', { name: 'Canales' }).click();
    await page.locator('.self-button').click();
    expect(await violations(page)).toEqual([]);
  });
});

test.skipIf(noBrowser)('panels and forms keep the focus while they are open and give it back', async () => {
  const { discord } = await openPageStage();
  const page = await openTab(discord.url, '', { viewport: { width: 390, height: 844 } });
  const focused = async () => {
    const stop = await page.evaluate(readFocus);
    return stop && `${stop.part}: ${stop.name}`;
  };
  await page.getByRole('button', { name: 'Canales' }).focus();
  await type(page, 'Enter', 'Tab');
  expect(await focused()).toBe('drawer: Cerrar');
  await type(page, 'Tab', 'Tab', 'Tab', 'Enter');
  expect(await focused()).toMatch(/^drawer: Ana/);
  await type(page, 'Escape');
  expect(await focused()).toBe('drawer: AnaAdmin del servidor');
  await type(page, 'Escape');
  expect(await focused()).toBe('channel-header: Canales');
  await page.getByRole('combobox', { name: 'Escribe /' }).focus();
  await send(page, 'menu');
  await message(page).getByRole('button', { name: 'Preguntar' }).press('Enter');
  await page.getByRole('dialog').waitFor();
  const stops = new Set<string | undefined>();
  for (let presses = 0; presses < 10; presses++) {
    stops.add(await focused());
    await type(page, 'Tab');
  }
  stops.delete(undefined);
  expect([...stops]).toEqual([
    'modal: Título *',
    'modal: Tema',
    'modal: Cancelar',
    'modal: Enviar',
    'modal: Cerrar',
  ]);
  await type(page, 'Escape');
  expect(await focused()).toBe('feed: Preguntar');
});
