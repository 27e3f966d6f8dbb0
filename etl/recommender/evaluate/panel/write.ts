import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EvaluationData } from '../data.ts';
import type { PanelFilm } from './draw.ts';

/** The names of the files of a panel: the page, the scores to fill in, and the methods behind the picks. */
export const FILES = { page: 'panel.html', scores: 'panel.tsv', key: 'panel-key.tsv' } as const;

/** Writes a panel's files into a folder and returns their paths. Page and scores do not name methods. */
export function writePanel(
  { films, described }: EvaluationData,
  panel: readonly PanelFilm[],
  folder: string,
): string[] {
  const show = (film: number) => ({
    id: films[film]?.id ?? 0,
    year: films[film]?.year || '',
    ...described[film],
  });
  const shown = panel.map(({ film, picks }) => ({
    ...show(film),
    picks: picks.map((one) => show(one.film)),
  }));
  const scores = shown.flatMap((film) =>
    film.picks.map((pick) => [film.id, pick.id, '', film.title, pick.title, pick.year]),
  );
  const key = panel.flatMap(({ film, groups, picks }) =>
    picks.flatMap((pick) =>
      pick.methods.map((method) => [films[film]?.id, films[pick.film]?.id, method, groups.join(', ')]),
    ),
  );
  const template = readFileSync(new URL('page.html', import.meta.url), 'utf8');
  const json = JSON.stringify(shown).replaceAll('<', '\\u003c');
  const contents = {
    page: template.replace('/* FILMS */', () => json),
    scores: tsv(['seed', 'pick', 'score', 'seed_title', 'pick_title', 'pick_year'], scores),
    key: tsv(['seed', 'pick', 'method', 'groups'], key),
  };
  mkdirSync(folder, { recursive: true });
  return (['page', 'scores', 'key'] as const).map((kind) => {
    const path = join(folder, FILES[kind]);
    writeFileSync(path, contents[kind]);
    return path;
  });
}

const tsv = (names: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  [names, ...rows]
    .map((cells) => `${cells.map((cell) => String(cell ?? '').replace(/\s+/gu, ' ')).join('\t')}\n`)
    .join('');
