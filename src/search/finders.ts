import type { SearchIndex } from './build-index.ts';
import { createFind, type Find } from './find.ts';
import type { Entity, EntityKind } from './kind.ts';
import { kinds } from './kinds/index.ts';
import type { Names } from './names-file.ts';

/** The search of each kind, by the kind's name. */
export function createFinders(names: Names): ReadonlyMap<string, Find<{ id: number }>> {
  return new Map(
    kinds.map((kind) => [
      kind.name,
      createFind(namesOf(names, kind).index, labelReader(names, kind), kind.scoring),
    ]),
  );
}

/** Makes the label of an entity from its doc. */
export function labelReader<Label extends { id: number }>(names: Names, kind: EntityKind<Label>) {
  return (doc: number): Label =>
    kind.label(readEntity(names, kind, doc), (other, at) => readEntity(names, other, at));
}

function readEntity<Text extends string, Integer extends string>(
  names: Names,
  kind: Pick<EntityKind, 'name'>,
  doc: number,
): Entity<Text, Integer> {
  const { index, texts, integers } = namesOf(names, kind);
  return {
    id: index.ids[doc] ?? 0,
    name: index.entryName[firstEntry(index, doc)] ?? '',
    year: index.years[doc] || null,
    text: (column) => texts[column]?.[doc] ?? null,
    integer(column) {
      const value = integers[column]?.[doc] ?? -1;
      return value < 0 ? null : value;
    },
  };
}

function namesOf(names: Names, { name }: Pick<EntityKind, 'name'>) {
  const found = names[name];
  if (found === undefined) throw new Error(`there are no names of ${name}`);
  return found;
}

/** The first entry of a doc; entries are in the order of their docs. */
function firstEntry({ entryDoc }: SearchIndex, doc: number): number {
  let low = 0;
  let high = entryDoc.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entryDoc[middle] ?? 0) < doc) low = middle + 1;
    else high = middle;
  }
  return low;
}
