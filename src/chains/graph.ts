/** A credit: one film and one person, with their places by fame. */
export interface Link {
  movie_id: number;
  person_id: number;
  /** Places from 0, the most voted first; equal votes by id. */
  film: number;
  person: number;
  /** False for a director or writer who is not in the cast. */
  acted: boolean;
}

/**
 * Films and people as the nodes of one bipartite graph, in compressed rows: the neighbours of node n start at `start[n]` and end
 * before `start[n + 1]`, those by the cast before `castEnd[n]`. Nodes below `films` are films, the others people; both by fame.
 */
export interface Graph {
  films: number;
  /** The TMDB id of each node. */
  ids: Int32Array;
  start: Int32Array;
  castEnd: Int32Array;
  neighbours: Int32Array;
}

/** Builds the graph. Reads `links` several times. */
export function buildGraph(links: Iterable<Link>): Graph {
  let [films, people] = [0, 0];
  for (const { film, person } of links) {
    films = Math.max(films, film + 1);
    people = Math.max(people, person + 1);
  }
  const ids = new Int32Array(films + people);
  const start = new Int32Array(films + people + 1);
  const castEnd = new Int32Array(films + people);
  for (const { node, id, acted } of edges(links, films)) {
    ids[node] = id;
    add(start, node + 1, 1);
    add(castEnd, node, Number(acted));
  }
  for (let node = 0; node < ids.length; node++) {
    add(start, node + 1, start[node] ?? 0);
    add(castEnd, node, start[node] ?? 0);
  }
  const neighbours = new Int32Array(start.at(-1) ?? 0);
  const [nextCast, nextCrew] = [start.slice(), castEnd.slice()];
  for (const { node, other, acted } of edges(links, films)) {
    const next = acted ? nextCast : nextCrew;
    neighbours[next[node] ?? 0] = other;
    add(next, node, 1);
  }
  return { films, ids, start, castEnd, neighbours };
}

/** Each link from both of its nodes; `id` is the TMDB id of `node`. */
function* edges(links: Iterable<Link>, films: number) {
  for (const { movie_id, person_id, film, person, acted } of links) {
    yield { node: film, id: movie_id, other: films + person, acted };
    yield { node: films + person, id: person_id, other: film, acted };
  }
}

function add(counts: Int32Array, at: number, more: number): void {
  counts[at] = (counts[at] ?? 0) + more;
}
