import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { expect, inject, it, onTestFinished } from 'vitest';
import { liveVersion } from '../../src/catalogue/catalogue.ts';
import { openGraph, readGraph } from '../../src/chains/graph-file.ts';

async function copyOfSample(): Promise<string> {
  const folder = inject('sampleParquet');
  const version = mkdtempSync(join(tmpdir(), 'filmoteca-graph-'));
  onTestFinished(() => rmSync(version, { recursive: true }));
  cpSync(join(folder, (await liveVersion(folder)) ?? ''), version, { recursive: true });
  return version;
}

it('the graph has the films by votes, and their casts before other directors and writers', async () => {
  const graph = await readGraph(await copyOfSample());
  if (graph === undefined) throw new Error('the sample has no graph');
  const { films, ids, start, castEnd, neighbours } = graph;
  // Inception, The Dark Knight, Avatar.
  expect([...ids.subarray(0, 3)]).toEqual([27205, 155, 19995]);
  expect(films).toBe(392);
  const node = ids.subarray(0, films).indexOf(219);
  const people = (from = 0, to = 0) => [...neighbours.subarray(from, to)].map((person) => ids[person]);
  // Volver: Penélope Cruz, Pedro Almodóvar.
  expect(people(start[node], castEnd[node])).toContain(955);
  expect(people(castEnd[node], start[node + 1])).toEqual([309]);
  expect(neighbours.length).toBe(start.at(-1));
});

it.each([
  ['is missing', (file: string) => rmSync(file)],
  [
    'has another format',
    (file: string) => {
      const { graph, format } = deserialize(readFileSync(file));
      writeFileSync(file, serialize({ format: format + 1, graph }));
    },
  ],
  ['cannot be read by this version of Node', (file: string) => writeFileSync(file, 'graph')],
])('if the file of the graph %s, the graph is made from the tables', async (_, change) => {
  const version = await copyOfSample();
  const expected = await readGraph(version);
  expect(expected).toBeDefined();
  change(join(version, 'graph.bin'));
  expect(await readGraph(version)).toBeUndefined();
  expect(await openGraph(version)).toEqual(expected);
});
