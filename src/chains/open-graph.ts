import type { Graph } from './graph.ts';
import { readGraph } from './graph-file.ts';

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
