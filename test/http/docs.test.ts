import { expect, it } from 'vitest';
import { noBrowser, openPage } from '../local-discord/page/browser.ts';
import { openHttp } from '../support/http.ts';

it('openapi.json is as its golden file says', async () => {
  const http = await openHttp();
  const document = await (await fetch(`${http.url}/openapi.json`)).json();
  await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot('golden/openapi.json');
}, 60_000);

it.skipIf(noBrowser !== undefined)(
  'at /docs a person reads the functions and tries one, and no request leaves the machine',
  async () => {
    const http = await openHttp();
    const page = await openPage(`${http.url}/docs`);
    // Swagger UI draws the whole of its description at once.
    page.setDefaultTimeout(15_000);
    await page.getByText('/score_titulo/{titulo}').first().click();
    await page.getByRole('button', { name: 'Try it out' }).click();
    await page.getByPlaceholder('titulo').fill('#862');
    await page.getByRole('button', { name: 'Execute' }).click();
    await page.locator('.live-responses-table').getByText('"Toy Story"').first().waitFor();
    const served = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(served.filter((name) => !name.startsWith(`${http.url}/`) && !name.startsWith('data:'))).toEqual(
      [],
    );
  },
  60_000,
);
