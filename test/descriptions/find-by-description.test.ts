import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { beforeAll, expect, inject, it, onTestFinished } from 'vitest';
import { liveVersion } from '../../src/catalogue/catalogue.ts';
import {
  createFindByDescription,
  type FindByDescription,
} from '../../src/descriptions/find-by-description.ts';
import { openDescriptions, readDescriptions } from '../../src/descriptions/index-file.ts';
import { packDescription, readDescription } from '../../src/descriptions/read-description.ts';

const sampleVersion = async () =>
  join(inject('sampleParquet'), (await liveVersion(inject('sampleParquet'))) ?? '');

let find: FindByDescription;
beforeAll(async () => {
  find = createFindByDescription(await openDescriptions(await sampleVersion()));
});

it.each([
  ['un robot que limpia la Tierra', 10681, ['robot', 'Tierra']],
  ['argentina con varias historias de venganza', 265195, ['argentina', 'historias', 'venganza']],
])('%s finds the film and says which words fit, the rarest first', (typed, id, words) => {
  const [first] = find(typed, 5);
  expect(first).toEqual({ id, words });
});

it.each([
  ['a robot that cleans the Earth', 10681],
  ['tiburón en una playa', 578],
  ['tiburrón en una playa', 578],
  ['GÁNGSTERS de los años 90 con uma thurman', 680],
])('%s finds the film, in either language and mistyped', (typed, id) => {
  expect(find(typed, 5).map((film) => film.id)).toContain(id);
});

it('a text without any word of a film finds nothing', () => {
  expect(find('zzqq', 5)).toEqual([]);
  expect(find('¿…?', 5)).toEqual([]);
});

it('reads decades, and the language by its stop words', () => {
  const periods = (text: string) => readDescription(text).words.flatMap(({ period }) => period ?? []);
  expect(periods('de los años 80 o los ochenta')).toEqual(['d1980', 'd1980']);
  expect(periods("the 1950s, the eighties and '90s")).toEqual(['d1950', 'd1980', 'd1990']);
  expect(periods('en 1984 o años noventa')).toEqual(['y1984', 'd1990']);
  expect(periods('cincuenta sombras, 80 días, 20 años')).toEqual([]);
  expect(readDescription('la chica que sueña').languages).toEqual(['es']);
  expect(readDescription('the girl who dreams').languages).toEqual(['en']);
  expect(readDescription('robots').languages).toEqual(['es', 'en']);
});

it('a long description loses its last stop words first to fit into a button', () => {
  expect(packDescription('El niño que veía muertos', 50)).toBe('el nino que veia muertos');
  expect(packDescription('El niño que veía muertos', 20)).toBe('el nino veia muertos');
  expect(packDescription('El niño que veía muertos', 12)).toBe('el nino veia');
});

it.each([
  ['is missing', (file: string) => rmSync(file)],
  [
    'has another format',
    (file: string) => {
      const { index, format } = deserialize(readFileSync(file));
      writeFileSync(file, serialize({ format: format + 1, index }));
    },
  ],
  ['cannot be read by this version of Node', (file: string) => writeFileSync(file, 'index')],
])('if the file of descriptions %s, the index is made from the tables', async (_, change) => {
  const version = mkdtempSync(join(tmpdir(), 'filmoteca-descriptions-'));
  onTestFinished(() => rmSync(version, { recursive: true }));
  cpSync(await sampleVersion(), version, { recursive: true });
  const expected = await readDescriptions(version);
  expect(expected).toBeDefined();
  change(join(version, 'descriptions.bin'));
  expect(await readDescriptions(version)).toBeUndefined();
  expect(await openDescriptions(version)).toEqual(expected);
});
