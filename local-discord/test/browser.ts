import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, expect, onTestFinished } from 'vitest';
import { chromiumPath } from './chromium.ts';

export { noBrowser } from './chromium.ts';

type Tabs = {
  /** Opens any address of this machine in a context of its own. The test fails on a request to another host. */
  openPage(url: string, options?: BrowserContextOptions): Promise<Page>;
  /** Opens a tab (a person, a language, a channel, a size) and waits until the page is drawn. */
  openTab(url: string, query?: string, options?: BrowserContextOptions): Promise<Page>;
};

/** Call it at the top of a test file: one browser for the tests of the file, closed after them. */
export function useBrowser(): Tabs {
  let launched: Promise<Browser> | undefined;
  afterAll(async () => (await launched)?.close());

  const openPage: Tabs['openPage'] = async (url, options = {}) => {
    launched ??= chromium.launch({
      ...(chromiumPath && { executablePath: chromiumPath }),
      args: ['--no-sandbox'],
    });
    const context = await (await launched).newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'es-MX',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(5000);
    // The first page waits for the bundle.
    page.setDefaultNavigationTimeout(20_000);
    const foreignRequests: string[] = [];
    const pageErrors: string[] = [];
    onTestFinished(async () => {
      await context.close();
      expect(foreignRequests).toEqual([]);
      expect(pageErrors).toEqual([]);
    });
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol !== 'data:' && hostname !== '127.0.0.1') foreignRequests.push(request.url());
    });
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).hostname !== '127.0.0.1') foreignRequests.push(socket.url());
    });
    page.on('pageerror', (error) => pageErrors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') pageErrors.push(message.text());
    });
    await page.goto(url);
    return page;
  };

  const openTab: Tabs['openTab'] = async (url, query = '', options = {}) => {
    const page = await openPage(`${url}/${query}`, options);
    await page.getByRole('combobox').first().waitFor();
    return page;
  };

  return { openPage, openTab };
}
