import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** An import of a file, by its path from the root, or of a package, by its name. */
export interface Import {
  file: string;
  target: string;
  /** Whether only types are imported, so that it does not exist at run time. */
  isType: boolean;
}

const STATEMENT =
  /^(?:import|export) (type )?[^;'"]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gmu;

/** The imports in the code of a file, including types and dynamic imports. */
export function importsIn(file: string, code: string): Import[] {
  return [...code.matchAll(STATEMENT)].map((match) => {
    const name = match[2] ?? match[3] ?? match[4] ?? '';
    const target = name.startsWith('.') ? relative('.', join(dirname(file), name)) : name;
    return { file, target, isType: match[1] !== undefined };
  });
}

/** All TypeScript files in the given folders. */
export const filesBelow = (folders: readonly string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );

export const importsOf = (files: readonly string[]): Import[] =>
  files.flatMap((file) => importsIn(file, readFileSync(file, 'utf8')));

/** The imports of another folder on the same floor, or of a higher floor. The first floor is the lowest. */
export function upwardImports(imports: readonly Import[], floors: readonly (readonly string[])[]): string[] {
  const placeOf = (file: string) => {
    for (const [floor, folders] of floors.entries())
      for (const folder of folders) if (file.startsWith(`${folder}/`)) return { floor, folder };
    return undefined;
  };
  return imports.flatMap(({ file, target }) => {
    const [from, to] = [placeOf(file), placeOf(target)];
    const isAllowed =
      from === undefined || to === undefined || to.floor < from.floor || to.folder === from.folder;
    return isAllowed ? [] : [`${file} -> ${target}`];
  });
}

/** The circles of imports, each as the sorted paths of its files. */
export function circlesOf(imports: readonly Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { file, target } of imports) targets.set(file, [...(targets.get(file) ?? []), target]);
  const reaches = (start: string) => {
    const reached = new Set<string>();
    const next = [...(targets.get(start) ?? [])];
    for (let file = next.pop(); file !== undefined; file = next.pop()) {
      if (reached.has(file)) continue;
      reached.add(file);
      next.push(...(targets.get(file) ?? []));
    }
    return reached;
  };
  const reached = new Map([...targets.keys()].map((file) => [file, reaches(file)]));
  const circles = [...targets.keys()].flatMap((file) => {
    if (reached.get(file)?.has(file) !== true) return [];
    const others = [...(reached.get(file) ?? [])].filter((other) => reached.get(other)?.has(file));
    return [[...new Set([file, ...others])].sort()];
  });
  return [...new Map(circles.map((circle) => [circle.join(), circle])).values()];
}
