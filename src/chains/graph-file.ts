import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Graph } from './graph.ts';

/** Raise it with every change of Graph or of links.sql. */
const FORMAT = 1;

const fileOf = (version: string) => join(version, 'graph.bin');

/** Writes the graph as a V8 structured clone, which later Node versions can read. */
export async function writeGraph(version: string, graph: Graph): Promise<void> {
  await writeFile(fileOf(version), serialize({ format: FORMAT, graph }));
}

/** The graph in a version's folder; undefined if the file is missing, unreadable or of another format. */
export async function readGraph(version: string): Promise<Graph | undefined> {
  try {
    const { format, graph } = deserialize(await readFile(fileOf(version)));
    return format === FORMAT ? graph : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The graph of a version (its folder), made from the tables if its file cannot be used, which takes a second or two. Imports DuckDB only
 * then.
 */
export async function openGraph(version: string): Promise<Graph> {
  const graph = await readGraph(version);
  if (graph !== undefined) return graph;
  const { makeGraph } = await import('./make-graph.ts');
  return makeGraph(version);
}
