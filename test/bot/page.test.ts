import { describe, expect, test } from 'vitest';
import { noBrowser, useBrowser } from '../../local-discord/test/browser.ts';
import { startTestBot } from '../support/test-bot.ts';

const { openTab } = useBrowser();

describe.skipIf(noBrowser)('the real bot on the page', () => {
  test('autocomplete finds a film, and its card leads to similar films', async () => {
    const { discord } = await startTestBot();
    const page = await openTab(discord.url);
    await page.keyboard.type('/peli');
    await page.getByRole('option', { name: '/pelicula La ficha' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('toy stroy');
    await page.getByRole('option', { name: 'Toy Story (1995) · John Lasseter' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const card = page.locator('discord-message').first();
    await card.getByText('Costó USD 30 M').waitFor();
    await card.getByRole('button', { name: 'Parecidas' }).click();
    const picks = page.locator('discord-message').nth(1);
    await picks.getByRole('combobox').click();
    await picks.getByRole('option').first().click();
    await page.locator('discord-message').nth(2).getByText('Reparto:').waitFor();
    await page.locator('.self-button').click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByPlaceholder('Type /').waitFor();
    await page.keyboard.type('/film ');
    await page.keyboard.type('zzzzqq');
    await page.getByText('No matches.').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('discord-message').last().getByText('Only you can see this').waitFor();
    expect(discord.violations).toEqual([]);
  });
});
