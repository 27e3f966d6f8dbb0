import type { Page } from 'playwright-core';

/** The last message. */
export const message = (page: Page) => page.locator('discord-message').last();

/** Types into the focused element. */
export async function type(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    if (/^(Enter|Tab|Escape|Backspace|Arrow\w+|Shift\+Tab)$/.test(key)) await page.keyboard.press(key);
    else await page.keyboard.type(key);
  }
}

/** Runs a command without options. */
export async function send(page: Page, name: string): Promise<void> {
  await type(page, `/${name}`);
  await page.getByRole('option', { name: `/${name}` }).waitFor();
  await type(page, 'Enter', 'Enter');
}

/** Types a command's name and waits until its options can be filled in. */
export async function begin(page: Page, name: string): Promise<void> {
  await type(page, `/${name} `);
  await page.locator('.pill input').first().waitFor();
}
