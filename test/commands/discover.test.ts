import { beforeAll, describe, expect, it } from 'vitest';
import { azar, sorpresa } from '../../commands/azar.ts';
import { descubrir, descubrirMas } from '../../commands/descubrir.ts';
import { runEtl } from '../../etl/run.ts';
import { type Catalogue, openCatalogue } from '../../src/catalogue/catalogue.ts';
import type { Command } from '../../src/command/command.ts';
import { offlineCall, offlineServices } from '../../src/command/offline.ts';
import { type Reply, UserError } from '../../src/contract/call.ts';
import { readCustomId } from '../../src/contract/custom-id.ts';
import { packFilters } from '../../src/slash/film-filters.ts';
import { readCall } from '../../src/slash/read-call.ts';
import type { Store } from '../../src/store/store.ts';
import { creditsCsv, film, folderWith, moviesCsv, newFolder, role, work } from '../etl/raw-files.ts';
import { offered, readOut, silentLog } from '../support/ask-command.ts';
import { afterFile } from '../support/endings.ts';
import { START } from '../support/games.ts';
import { openTestStore } from '../support/open-store.ts';

const COMEDY = "[{'id': 35, 'name': 'Comedy'}]";
const DRAMA = "[{'id': 18, 'name': 'Drama'}]";
const country = (code: string) => `[{'iso_3166_1': '${code}', 'name': '${code}'}]`;

const films = [
  film({
    id: '1',
    title: 'Uno',
    genres: COMEDY,
    production_countries: country('CL'),
    release_date: '1991-01-01',
    runtime: '80',
    vote_count: '900',
    vote_average: '6.0',
    original_language: 'es',
  }),
  film({
    id: '2',
    title: 'Dos',
    genres: COMEDY,
    production_countries: country('PE'),
    release_date: '1995-01-01',
    runtime: '100',
    vote_count: '500',
    vote_average: '9.0',
    original_language: 'es',
  }),
  film({
    id: '3',
    title: 'Tres',
    genres: DRAMA,
    production_countries: country('CL'),
    release_date: '2005-01-01',
    runtime: '150',
    vote_count: '1',
    vote_average: '10.0',
    original_language: 'fr',
  }),
  film({
    id: '4',
    title: 'Cuatro',
    genres: DRAMA,
    production_countries: country('CL'),
    release_date: '',
    runtime: '',
    vote_count: '0',
    vote_average: '0.0',
    original_language: 'fr',
  }),
  film({
    id: '5',
    title: 'Prohibida',
    adult: 'True',
    genres: COMEDY,
    production_countries: country('CL'),
    release_date: '1992-01-01',
    runtime: '70',
    vote_count: '9999',
    vote_average: '9.9',
    original_language: 'es',
  }),
  ...Array.from({ length: 12 }, (_, index) =>
    film({
      id: String(100 + index),
      title: `Larga ${index}`,
      genres: '[]',
      production_countries: '[]',
      release_date: '1950-01-01',
      runtime: String(300 + index),
      vote_count: '50',
      vote_average: '5.0',
      original_language: 'ja',
    }),
  ),
];
const credits: [cast: string, crew: string, id: string][] = [
  [`[${role('Ana Sol', 7, null, 0)}]`, `[${work('Eva Luz', 8)}]`, '1'],
  ['[]', `[${work('Ana Sol', 7)}, ${work('Eva Luz', 8)}]`, '3'],
  [`[${role('Luis Mar', 9, null, 0)}]`, '[]', '2'],
  [`[${role('Luis Mar', 10, null, 0)}]`, '[]', '4'],
];

let catalogue: Catalogue;
let store: Store;
beforeAll(async () => {
  const from = folderWith({ 'movies_metadata.csv': moviesCsv(films), 'credits.csv': creditsCsv(credits) });
  const to = newFolder();
  await runEtl({ from, to, texts: `${from}/none.csv`, workers: 1 });
  catalogue = await openCatalogue(to);
  afterFile(() => catalogue.close());
  store = await openTestStore();
});

/** The reply to a person; `at` is their clock. */
async function ask(
  command: Command,
  options: Record<string, unknown>,
  { userId = '0', adult = false, at = START, random = (): number => 0 } = {},
): Promise<Reply> {
  const call = {
    ...offlineCall,
    ...readCall(command, { options }, 'es'),
    language: 'es' as const,
    at,
    userId,
    adult,
  };
  try {
    return await catalogue.read(AbortSignal.timeout(20_000), (snapshot) =>
      command.execute(call, {
        ...offlineServices,
        store,
        catalogue: snapshot,
        charts: {} as never,
        clock: () => at,
        random,
        log: silentLog,
      }),
    );
  } catch (error) {
    if (error instanceof UserError) return error.reply;
    throw error;
  }
}

/** The titles in a list. */
const titles = (reply: Reply) =>
  [...readOut(reply).matchAll(/^\*\*(.+) \((?:\d{4}|sin fecha)\)\*\*/gmu)].map(([, title]) => title);

const buttonsOf = (reply: Reply) =>
  (reply.components ?? []).flatMap(({ components }) =>
    components.flatMap((one) =>
      'custom_id' in one && 'label' in one ? [{ label: one.label, id: one.custom_id }] : [],
    ),
  );

/** The reply to a press on the button with a label. */
function press(command: Command, reply: Reply, label: string, asking?: Parameters<typeof ask>[2]) {
  const id = buttonsOf(reply).find((one) => one.label === label)?.id ?? '';
  const read = readCustomId(id);
  expect(read?.command).toBe(command.data.name);
  return ask(command, read?.options ?? {}, asking);
}

describe('/descubrir', () => {
  it.each([
    [{ genero: 'comedia' }, ['Uno', 'Dos']],
    [{ genero: 'comedia', epoca: '1995' }, ['Dos']],
    [{ epoca: 'los 90' }, ['Uno', 'Dos']],
    [{ epoca: 'desde 2000' }, ['Tres']],
    [{ pais: 'chile' }, ['Uno', 'Tres', 'Cuatro']],
    [{ idioma: 'francés' }, ['Tres', 'Cuatro']],
    [{ duracion: 'short' }, ['Uno']],
    [{ duracion: 'normal' }, ['Dos']],
    [{ duracion: 'long', minutos_max: 200 }, ['Tres']],
    [{ minutos_min: 80, minutos_max: 100 }, ['Uno', 'Dos']],
    [{ puntaje: 9 }, ['Dos', 'Tres']],
    [{ votos: 500 }, ['Uno', 'Dos']],
    [{ persona: 'Ana Sol' }, ['Uno', 'Tres']],
    [{ genero: 'drama', orden: 'best' }, ['Tres', 'Cuatro']],
    [{ pais: 'cl', orden: 'newest' }, ['Tres', 'Uno', 'Cuatro']],
    [{ pais: 'cl', orden: 'oldest' }, ['Uno', 'Tres', 'Cuatro']],
    [{ votos: 500, orden: 'best' }, ['Dos', 'Uno']],
    [{ votos: 500, orden: 'longest' }, ['Dos', 'Uno']],
    [{ votos: 500, orden: 'shortest' }, ['Uno', 'Dos']],
  ])('%j lists %j', async (options, expected) => {
    expect(titles(await ask(descubrir, options))).toEqual(expected);
  });

  it('lists adult films only where they may be shown', async () => {
    expect(titles(await ask(descubrir, { genero: 'comedia' }, { adult: true }))).toEqual([
      'Prohibida',
      'Uno',
      'Dos',
    ]);
  });

  it('says what was asked for, in words', async () => {
    const options = {
      genero: 'comedia',
      epoca: 'los 90',
      pais: 'cl',
      idioma: 'es',
      duracion: 'short',
      puntaje: 5,
      votos: 900,
      persona: 'Eva Luz',
    };
    expect(readOut(await ask(descubrir, options))).toBe(
      'Comedia · años 90 · Chile · en español · hasta 89 min · ★ 5 o más · 900 votos o más · con Eva Luz\n**Uno (1991)** · ★ 6.0 · Eva Luz\n1 película · de la más a la menos conocida',
    );
  });

  it('turns pages with every filter; a page after the last is the last', async () => {
    const first = await ask(descubrir, { idioma: 'ja', orden: 'longest' });
    expect(titles(first)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((number) => `Larga ${number}`));
    const second = await press(descubrirMas, first, 'Siguientes ▶');
    expect(titles(second)).toEqual(['Larga 1', 'Larga 0']);
    expect(titles(await press(descubrirMas, second, '◀ Anteriores'))).toEqual(titles(first));
    expect(titles(await ask(descubrir, { idioma: 'ja', orden: 'longest', pagina: 9999 }))).toEqual(
      titles(second),
    );
  });

  it('of no film names the filter whose removal yields most, and a button drops it', async () => {
    const nothing = await ask(descubrir, { genero: 'comedia', pais: 'cl', epoca: 'desde 2000' });
    expect(readOut(nothing)).toBe('No hay ninguna película así. Si quitas el género, hay 1 película.');
    expect(titles(await press(descubrirMas, nothing, 'Quitar el género'))).toEqual(['Tres']);
    const more = await ask(descubrir, { genero: 'comedia', epoca: 'antes de 1990' });
    expect(readOut(more)).toBe('No hay ninguna película así. Si quitas el género, hay 12 películas.');
    const several = await ask(descubrir, { genero: 'terror', pais: 'pe', epoca: 'antes de 1990' });
    expect(readOut(several)).toBe(
      'No hay ninguna película así, ni siquiera si quitas un filtro. Quita varios.',
    );
  });

  it('asks which person is meant, and the answer keeps every other filter', async () => {
    const asked = await ask(descubrir, { persona: 'Luis Mar', genero: 'drama', orden: 'oldest' });
    expect(readOut(asked)).toBe('Varias personas coinciden con «Luis Mar». ¿A quién buscas?');
    const [select] = (asked.components ?? []).flatMap(({ components }) => components);
    const id = select !== undefined && 'custom_id' in select ? select.custom_id : '';
    const chosen = await ask(descubrirMas, readCustomId(id, '#10')?.options ?? {});
    expect(titles(chosen)).toEqual(['Cuatro']);
    expect(readOut(chosen)).toContain('Drama · con Luis Mar');
    expect(readOut(chosen)).toContain('de la más antigua a la más reciente');
  });

  it('a button that the bot did not write is refused', async () => {
    for (const command of [descubrirMas, sorpresa])
      expect(readOut(await ask(command, { filtros: 'x' }))).toBe(
        'Este botón es de una versión anterior. Escribe el comando otra vez.',
      );
  });
});

describe('a random film', () => {
  const name = (reply: Reply) => reply.embeds?.[0]?.title;

  it('comes once to a person until all came, and then not twice in a row', async () => {
    const filtros = packFilters({ country: 'CL' });
    const names: (string | undefined)[] = [];
    let clock = START;
    const random = () => 0.5;
    for (let turn = 0; turn < 9; turn++)
      names.push(name(await ask(sorpresa, { filtros }, { userId: 'uma', at: clock++, random })));
    expect(new Set(names.slice(0, 3))).toEqual(new Set(['Uno (1991)', 'Tres (2005)', 'Cuatro (sin fecha)']));
    expect(new Set(names.slice(3, 6)).size).toBe(3);
    expect(names.filter((one, index) => one === names[index - 1])).toEqual([]);
    expect(name(await ask(sorpresa, { filtros }, { userId: 'ulf' }))).toBe('Uno (1991)');
  });

  it('is any film of the pool, as chance has it', async () => {
    const filtros = packFilters({ country: 'CL' });
    const drawn = Array.from({ length: 20 }, (_, turn) =>
      ask(sorpresa, { filtros }, { userId: `chance-${turn}`, random: () => turn / 20 }),
    );
    expect(new Set((await Promise.all(drawn)).map(name))).toEqual(
      new Set(['Uno (1991)', 'Tres (2005)', 'Cuatro (sin fecha)']),
    );
  });

  it('of /azar has 100 votes or more, and another one follows by a button', async () => {
    const first = await ask(azar, {}, { userId: 'ira' });
    expect(name(first)).toBe('Dos (1995)');
    const second = await press(sorpresa, first, 'Otra al azar 🎲', { userId: 'ira', at: START + 1 });
    expect(name(second)).toBe('Uno (1991)');
    const third = await press(sorpresa, second, 'Otra al azar 🎲', { userId: 'ira', at: START + 2 });
    expect(name(third)).toBe('Dos (1995)');
  });

  it('of a pool without films is refused with the filter to drop', async () => {
    const nothing = await ask(azar, { epoca: '1950' }, { userId: 'ona' });
    expect(readOut(nothing)).toBe(
      'No hay ninguna película así. Si quitas el mínimo de votos, hay 12 películas.',
    );
    expect(name(await press(sorpresa, nothing, 'Quitar el mínimo de votos', { userId: 'ona' }))).toBe(
      'Larga 9 (1950)',
    );
    expect(await store.readDraws('ona', START)).toEqual([109]);
  });

  it('is reached from a list', async () => {
    const list = await ask(descubrir, { idioma: 'fr' });
    expect(offered(list)).toContain('Sorpréndeme 🎲');
    expect(name(await press(sorpresa, list, 'Sorpréndeme 🎲', { userId: 'eli' }))).toBe('Cuatro (sin fecha)');
  });
});
