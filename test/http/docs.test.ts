import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, it } from 'vitest';
import { noBrowser, useBrowser } from '../../local-discord/test/browser.ts';
import { get, openHttp } from '../support/http.ts';

const { openPage } = useBrowser();

it('openapi.json matches its golden file', async () => {
  const http = await openHttp();
  const document = await (await fetch(`${http.url}/openapi.json`)).json();
  await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot('golden/openapi.json');
});

it('openapi.json passes the recommended rules of Redocly', async () => {
  const http = await openHttp();
  const source = await (await fetch(`${http.url}/openapi.json`)).text();
  const config = await createConfig({ extends: ['recommended'] });
  const lint = (text: string) => lintFromString({ source: text, absoluteRef: 'openapi.json', config });
  const show = (problems: Awaited<ReturnType<typeof lint>>) =>
    problems.map(({ severity, ruleId, location }) => `${severity} ${ruleId} ${location[0]?.pointer}`);
  expect(show(await lint(source))).toEqual([]);
  expect(show(await lint(source.replace('"url":"/"', '"url":"/v1/"')))).toEqual([
    'error no-server-trailing-slash #/servers/0/url',
  ]);
});

it('openapi.json passes the recommended rules of Spectral that Redocly lacks', async () => {
  const http = await openHttp();
  const { body: document } = await get(http, '/openapi.json');
  expect(document.info.contact).toBeTypeOf('object');
  const tags = document.tags.map(({ name }: { name: string }) => name);
  const operations = Object.values<{ get: { tags: string[]; description: string } }>(document.paths);
  expect(operations.length).toBeGreaterThan(8);
  for (const { get } of operations) {
    expect(get.description).toMatch(/ · /u);
    expect(tags).toEqual(expect.arrayContaining(get.tags));
    expect(get.tags.length).toBe(1);
  }
});

it('every value that openapi.json lists for a choice is accepted', async () => {
  const http = await openHttp();
  const { paths } = (await get(http, '/openapi.json')).body;
  const valuesOf = (path: string, name: string): string[] =>
    paths[path].get.parameters.find((parameter: { name: string }) => parameter.name === name).schema.enum;
  expect(valuesOf('/get_director/{nombre}', 'orden')).toEqual([
    'fecha',
    'retorno',
    'ingresos',
    'conocidas',
    'recientes',
  ]);
  const months = valuesOf('/peliculas_mes/{mes}', 'mes');
  expect(months).toEqual(expect.arrayContaining(['septiembre', 'September', '9']));
  expect(months.length).toBe(36);
  const statuses = months.map(async (month) => (await fetch(`${http.url}/peliculas_mes/${month}`)).status);
  expect(new Set(await Promise.all(statuses))).toEqual(new Set([200]));
});

it.skipIf(noBrowser !== undefined)(
  'a person tries a function at /docs, and the page requests nothing from other servers',
  async () => {
    const http = await openHttp();
    const page = await openPage(`${http.url}/docs`);
    // Swagger UI renders the whole description at once, which takes long.
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
);
