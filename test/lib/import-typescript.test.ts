import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { newFolder } from '../support/start-program.ts';

interface Loader {
  bundleTypeScript(url: string, cache: string): Promise<string>;
}

/** Plain JavaScript without types of its own, as Node 20 loads it. */
const { bundleTypeScript }: Loader = await import(pathToFileURL('src/lib/bundle-typescript.mjs').href);

/** A program of two modules of which one is loaded later, with a package. */
function writeProgram(): { url: string; later: string } {
  const folder = newFolder();
  const [program, later] = [join(folder, 'program.ts'), join(folder, 'later.ts')];
  writeFileSync(
    program,
    `import { z } from 'zod';
    export const url: string = import.meta.url;
    export const answer = async () => z.number().parse((await import('./later.ts')).answer);`,
  );
  writeFileSync(later, 'export const answer = 1 as const;');
  return { url: pathToFileURL(program).href, later };
}

it('a TypeScript module is bundled once and again after a change of a module that it imports', async () => {
  const { url, later } = writeProgram();
  const cache = join(process.cwd(), 'node_modules/.cache/filmoteca');
  const bundle = await bundleTypeScript(url, cache);
  const first = await import(bundle);
  expect(first.url).toBe(url);
  expect(await bundleTypeScript(url, cache)).toBe(bundle);
  writeFileSync(later, 'export const answer = 12 as const;');
  const second = await import(await bundleTypeScript(url, cache));
  expect(await Promise.all([first.answer(), second.answer()])).toEqual([1, 12]);
});

it('a TypeScript module is bundled where the cache cannot be written', async () => {
  const { url } = writeProgram();
  const file = join(newFolder(), 'file');
  writeFileSync(file, '');
  const { answer } = await import(await bundleTypeScript(url, join(file, 'cache')));
  expect(await answer()).toBe(1);
});
