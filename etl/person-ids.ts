/**
 * A negative person id for each folded name; the names must be sorted and distinct. The id is a hash of the name, so every run
 * gives the same id. If two names have the same hash, the second takes the next free id.
 */
export function generateIds(folded: readonly string[], hash: (text: string) => number = hash31): number[] {
  const taken = new Set<number>();
  return folded.map((name) => {
    let slot = hash(name);
    while (taken.has(slot)) slot = (slot + 1) & 0x7fffffff;
    taken.add(slot);
    return -1 - slot;
  });
}

/** FNV-1a over UTF-16 code units, then MurmurHash3's finaliser; 31 bits. */
function hash31(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & 0x7fffffff;
}
