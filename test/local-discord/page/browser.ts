import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = [process.env.CHROMIUM ?? '', ...places].find((place) => existsSync(place));

/** Why there can be no test in a browser, or undefined when there is one. */
export const noBrowser = executablePath ? undefined : 'no Chromium here: install it, or name it in CHROMIUM';
if (noBrowser) console.log(`Skipped, the tests of the page: ${noBrowser}`);

let browser: Browser;
const pages: Page[] = [];
const strays: string[] = [];
const mishaps: string[] = [];

beforeAll(async () => {
  if (executablePath) browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
});

afterAll(() => browser?.close());

/** After every test: nothing left this machine, and nothing went wrong in a page. */
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
  expect(strays.splice(0)).toEqual([]);
  expect(mishaps.splice(0)).toEqual([]);
});

/** Opens a tab of its own (a person, a language, a channel, a size) and waits until the page is drawn. */
export async function openTab(url: string, query = '', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'es-MX',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  // The first page waits for the bundle.
  page.setDefaultNavigationTimeout(20_000);
  pages.push(page);
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== 'data:' && hostname !== '127.0.0.1') strays.push(request.url());
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).hostname !== '127.0.0.1') strays.push(socket.url());
  });
  page.on('pageerror', (error) => mishaps.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') mishaps.push(message.text());
  });
  await page.goto(`${url}/${query}`);
  await page.getByRole('combobox').first().waitFor();
  return page;
}
