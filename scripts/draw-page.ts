// `npm run picture`: takes the README's pictures of the page of the bot, in Chromium.
import type { Page } from 'playwright-core';
import { withBot } from './with-bot.ts';

await withBot(async (open) => {
  const carla = await open('?as=carla', { width: 1280, height: 800 });
  await ask(carla, 'recomendacion', 'Toy Story');
  const ana = await open('?as=ana', { width: 1280, height: 800 });
  await begin(ana, 'pelicula', 'secreto ojos');
  await ana
    .locator('discord-message')
    .last()
    .evaluate((message) => message.scrollIntoView());
  await ana.screenshot({ path: 'docs/page.png' });
  const beto = await open('?as=beto&lang=en&channel=trivia', { width: 390, height: 780 });
  await ask(beto, 'film', 'The Secret in Their Eyes');
  await beto.locator('discord-message').evaluate((message) => message.scrollIntoView());
  await beto.screenshot({ path: 'docs/page-phone.png' });
  console.log('docs/page.png\ndocs/page-phone.png');
});

/** Types a command and a title, and waits for the bot's suggestions. */
async function begin(page: Page, name: string, title: string): Promise<void> {
  await page.keyboard.type(`/${name} `);
  await page.locator('.pill input').fill(title);
  await page.locator('.suggestions [role=option]').first().waitFor();
}

async function ask(page: Page, name: string, title: string): Promise<void> {
  await begin(page, name, title);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.locator('discord-message').last().waitFor();
}
