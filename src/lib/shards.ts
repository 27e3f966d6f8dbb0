/** The shards (gateway connections) of a process: their numbers, from 0 on, and how many all processes have together. */
export interface Shards {
  readonly ids: readonly number[];
  readonly count: number;
}

/** Discord's limit for one bot. */
const MAX_SHARDS = 65_536;

/** Parses `0-3/16` or `0,5/16`; each number once, in order. `undefined` if malformed. */
export function readShards(text: string): Shards | undefined {
  const [, list = '', total] = /^([\d,-]+)\/(\d{1,5})$/u.exec(text.replaceAll(' ', '')) ?? [];
  const count = Number(total);
  if (!(count >= 1 && count <= MAX_SHARDS)) return undefined;
  const ids = new Set<number>();
  for (const part of list.split(',')) {
    const [, from = '', to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/u.exec(part) ?? [];
    if (from === '' || Number(from) > Number(to) || Number(to) >= count) return undefined;
    for (let id = Number(from); id <= Number(to); id++) ids.add(id);
  }
  return { ids: [...ids].sort((a, b) => a - b), count };
}

/** The shards of a process that has only some of them; `undefined` if it has all, and therefore sees every server. */
export function partOf(shards: Shards | undefined): Shards | undefined {
  return shards === undefined || shards.ids.length === shards.count ? undefined : shards;
}
