/**
 * A negative person id for each of the folded names, which must be sorted and distinct. The id is a hash of the name,
 * so it stays the same from run to run; of two names with one hash the second takes the next free id.
 */
export function madeIds(folded: readonly string[], hash: (text: string) => number = hash31): number[] {
  const taken = new Set<number>();
  return folded.map((name) => {
    let slot = hash(name);
    while (taken.has(slot)) slot = (slot + 1) & 0x7fffffff;
    taken.add(slot);
    return -1 - slot;
  });
}

/** FNV-1a over UTF-16 units, mixed once more (MurmurHash3's last step), in 31 bits. */
function hash31(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & 0x7fffffff;
}
