import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { afterFile, afterTest } from '../../support/endings.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = [process.env.CHROMIUM ?? '', ...places].find((place) => existsSync(place));

/** Why there can be no test in a browser, or undefined when there is one. */
export const noBrowser = executablePath ? undefined : 'no Chromium here: install it, or name it in CHROMIUM';
if (noBrowser) console.log(`Skipped, the tests of the page: ${noBrowser}`);

let launched: Promise<Browser> | undefined;

/** One browser for the tests of a file. */
function launch(): Promise<Browser> {
  if (launched !== undefined) return launched;
  const opening = chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
  launched = opening;
  afterFile(async () => {
    launched = undefined;
    await (await opening).close();
  });
  return opening;
}

/** Opens a page of its own, at any address of this machine; the test fails on a request that leaves it. */
export async function openPage(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const [strays, mishaps]: [string[], string[]] = [[], []];
  const context = await (await launch()).newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'es-MX',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  // The first page waits for the bundle.
  page.setDefaultNavigationTimeout(20_000);
  // Nothing left this machine, and nothing went wrong in the page.
  afterTest(async () => {
    await context.close();
    expect(strays).toEqual([]);
    expect(mishaps).toEqual([]);
  });
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
  await page.goto(url);
  return page;
}

/** Opens a tab of its own (a person, a language, a channel, a size) and waits until the page is drawn. */
export async function openTab(url: string, query = '', options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openPage(`${url}/${query}`, options);
  await page.getByRole('combobox').first().waitFor();
  return page;
}
