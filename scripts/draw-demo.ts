// `npm run picture:demo`: films the README's demo on the page, with the bot as `npm start` starts it, in Chromium.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { connect } from '../src/store/connect.ts';
import { type Film, newFilm } from './film.ts';
import { withBot } from './with-bot.ts';

const FILE = 'docs/demo.gif';
const SIZE = { width: 900, height: 600 };
/** How long a frame is shown, in ms: of a key that is typed, of a picture, of a text. */
const KEY = 90;
const LOOK = 900;
const READ = 2200;

const suggestion = (page: Page): Locator => page.locator('.suggestions [role=option]').first();
const lastWithText = (page: Page, text: string): Locator =>
  page.locator('discord-message').last().getByText(text).first();
const options = (page: Page): Locator =>
  page.locator('discord-message', { hasText: 'Pregunta 1' }).locator('discord-button');

await withBot(async (open, state) => {
  const ana = await open('?as=ana&channel=trivia', SIZE);
  const film = newFilm(ana, SIZE);
  await film.shoot(LOOK);

  await type(ana, film, '/pelicula ');
  await type(ana, film, 'toy sto');
  await suggestion(ana).waitFor();
  await film.shoot(LOOK);
  await ana.keyboard.press('Enter');
  await ana.keyboard.press('Enter');
  await lastWithText(ana, 'Reparto').waitFor();
  await ana
    .locator('discord-message')
    .last()
    .evaluate((card) => card.scrollIntoView());
  await film.shoot(READ);

  await ana.getByRole('button', { name: 'Parecidas', exact: true }).click();
  await lastWithText(ana, 'Si te gustó').waitFor();
  await film.shoot(READ);

  await type(ana, film, '/trivia jugar ');
  await ana.keyboard.press('Enter');
  await lastWithText(ana, 'abre la sala').waitFor();
  await film.shoot(LOOK);
  const half = { width: SIZE.width / 2 - 2, height: SIZE.height };
  const beto = await open('?as=beto&channel=trivia', half);
  await ana.setViewportSize(half);
  await lastWithText(ana, 'Pregunta 1').waitFor();
  await lastWithText(beto, 'Pregunta 1').waitFor();
  film.addRightPage(beto);
  await film.shoot(LOOK);
  const right = await rightOption(state);
  await options(beto)
    .nth((right + 1) % 4)
    .click();
  await lastWithText(beto, 'Solo tú puedes ver esto').waitFor();
  await film.shoot(LOOK);
  await options(ana).nth(right).click();
  await lastWithText(ana, 'Solo tú puedes ver esto').waitFor();
  await film.shoot(LOOK);
  await ana.getByText('Así van').waitFor({ timeout: 60_000 });
  for (const page of [ana, beto]) await page.getByText('Así van').scrollIntoViewIfNeeded();
  await film.shoot(READ);

  const { gif, seconds } = film.encode();
  writeFileSync(FILE, gif);
  console.log(`${FILE}: ${seconds.toFixed(1)} s, ${(gif.length / 1e6).toFixed(2)} MB`);
});

/** The index of the right option's button: the demo shows a player who knows the answer. */
async function rightOption(state: string): Promise<number> {
  const database = connect({ file: join(state, 'local', 'filmoteca.db') });
  const { question } = await database.selectFrom('rounds').select('question').executeTakeFirstOrThrow();
  await database.destroy();
  return JSON.parse(question).answer;
}

async function type(page: Page, film: Film, text: string): Promise<void> {
  for (const [at, key] of [...text].entries()) {
    await page.keyboard.type(key);
    if (at % 2 === 1 || at === text.length - 1) await film.shoot(KEY * 2);
  }
}
