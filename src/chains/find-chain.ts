import type { Graph } from './graph.ts';

/** The ends of a chain, as TMDB ids: two people or two films. */
export interface Ends {
  kind: 'people' | 'films';
  from: number;
  to: number;
  /** Whether directors and writers link films too, not only the cast. */
  crew: boolean;
}

/** As createFindChain. */
export type FindChain = (ends: Ends) => number[] | undefined;

/** The nodes reached from one end, level by level. */
interface Wave {
  /** The level of each node: 1 at the end, 0 if not reached. */
  levels: Uint16Array;
  /** The sum of the places by fame of the films up to each node. */
  costs: Int32Array;
  /** The node before each node. */
  before: Int32Array;
  /** The nodes of the last level. */
  frontier: number[];
}

/**
 * Makes a function that returns the TMDB ids of a shortest chain between two ends, films and people by turns, both ends included;
 * undefined if there is none. Of equally short chains it returns the one whose films have the smallest sum of places by fame; between two
 * films it names the best-known person. The search is a bidirectional breadth-first search that always advances the smaller frontier.
 */
export function createFindChain(graph: Graph): FindChain {
  const { films, ids } = graph;
  const [forward, backward] = [createWave(ids.length), createWave(ids.length)];

  /** -1 if the graph has no such node. */
  const nodeOf = (kind: Ends['kind'], id: number) =>
    kind === 'films' ? ids.subarray(0, films).indexOf(id) : ids.indexOf(id, films);

  /** The nodes between two nodes, both included. */
  const search = (first: number, last: number, crew: boolean): number[] | undefined => {
    restart(graph, forward, first);
    restart(graph, backward, last);
    while (forward.frontier.length > 0 && backward.frontier.length > 0) {
      const isForward = forward.frontier.length <= backward.frontier.length;
      const [smaller, larger] = isForward ? [forward, backward] : [backward, forward];
      advance(graph, smaller, crew);
      const node = meeting(graph, smaller, larger);
      if (node !== undefined) return [...trace(forward, node).reverse(), ...trace(backward, node).slice(1)];
    }
    return undefined;
  };

  return ({ kind, from, to, crew }) => {
    if (from === to) return [from];
    const [first, last] = [nodeOf(kind, from), nodeOf(kind, to)];
    if (first < 0 || last < 0) return undefined;
    return search(first, last, crew)?.map((node) => ids[node] ?? 0);
  };
}

const createWave = (nodes: number): Wave => ({
  levels: new Uint16Array(nodes),
  costs: new Int32Array(nodes),
  before: new Int32Array(nodes),
  frontier: [],
});

const costOf = ({ films }: Graph, node: number) => (node < films ? node : 0);

function restart(graph: Graph, wave: Wave, node: number): void {
  wave.levels.fill(0);
  wave.levels[node] = 1;
  wave.costs[node] = costOf(graph, node);
  wave.frontier = [node];
}

/** Advances a wave by one level, whose costs are then final. */
function advance(graph: Graph, wave: Wave, crew: boolean): void {
  const { start, castEnd, neighbours } = graph;
  const reached: number[] = [];
  for (const node of wave.frontier) {
    const end = (crew ? start[node + 1] : castEnd[node]) ?? 0;
    for (let at = start[node] ?? 0; at < end; at++) {
      const other = neighbours[at] ?? 0;
      if (reach(graph, wave, node, other)) reached.push(other);
    }
  }
  wave.frontier = reached;
}

/** Steps from `node` to `other`, unless a better node of the same level has done so. Returns whether `other` is new. */
function reach(graph: Graph, { levels, costs, before }: Wave, node: number, other: number): boolean {
  const level = (levels[node] ?? 0) + 1;
  const isNew = levels[other] === 0;
  if (!isNew && levels[other] !== level) return false;
  const cost = (costs[node] ?? 0) + costOf(graph, other);
  const more = cost - (costs[other] ?? 0) || node - (before[other] ?? 0);
  if (!isNew && more > 0) return false;
  levels[other] = level;
  costs[other] = cost;
  before[other] = node;
  return isNew;
}

/** The node of a wave's last level through which the best chain runs; undefined if the other wave has not reached that level. */
function meeting(graph: Graph, { frontier, costs }: Wave, other: Wave): number | undefined {
  let best: number | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (const node of frontier) {
    if (other.levels[node] === 0) continue;
    const cost = (costs[node] ?? 0) + (other.costs[node] ?? 0) - costOf(graph, node);
    if (cost > lowest || (cost === lowest && node > (best ?? 0))) continue;
    best = node;
    lowest = cost;
  }
  return best;
}

/** The nodes from `node` to the end of a wave. */
const trace = (wave: Wave, node: number): number[] =>
  (wave.levels[node] ?? 0) <= 1 ? [node] : [node, ...trace(wave, wave.before[node] ?? 0)];
