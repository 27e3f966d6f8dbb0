import { beforeAll, expect, it } from 'vitest';
import { runEtl } from '../../etl/run.ts';
import { openCatalogue } from '../../src/catalogue/catalogue.ts';
import { film, folderWith, moviesCsv, newFolder } from '../etl/raw-files.ts';
import { askCommand, offered, readOut } from '../support/ask-command.ts';
import { afterFile } from '../support/endings.ts';

const saga = (id: number, name: string) => `{'id': ${id}, 'name': '${name}'}`;
const made = (...companies: [number, string][]) =>
  `[${companies.map(([id, name]) => `{'name': '${name}', 'id': ${id}}`).join(', ')}]`;

const numbered = Array.from({ length: 27 }, (_, index) =>
  film({
    id: String(100 + index),
    title: `Part ${index}`,
    belongs_to_collection: saga(3, 'Endless Collection'),
    release_date: `${1950 + index}-01-01`,
    vote_count: String(500 - index),
  }),
);
const films = [
  film({
    id: '1',
    title: 'Second',
    belongs_to_collection: saga(1, 'Pair Collection'),
    production_companies: made([1, 'Big Studio'], [2, 'Small Studio']),
    budget: '10000000',
    revenue: '50000000',
    release_date: '1999-01-01',
    vote_count: '20',
  }),
  film({
    id: '2',
    title: 'First',
    belongs_to_collection: saga(1, 'Pair Collection'),
    production_companies: made([1, 'Big Studio']),
    release_date: '1990-01-01',
  }),
  // Typing errors of the source: no mean return over them.
  film({
    id: '3',
    title: 'Third',
    production_companies: made([1, 'Big Studio']),
    budget: '10',
    revenue: '90000',
  }),
  film({
    id: '4',
    title: 'Alone',
    belongs_to_collection: saga(2, 'Only One'),
    production_companies: made([3, 'Silent Studio']),
  }),
  ...numbered,
];

let ask: ReturnType<typeof askCommand>;
beforeAll(async () => {
  const from = folderWith({
    'movies_metadata.csv': moviesCsv(films),
    'credits.csv': 'cast,crew,id\n[],[],1\n',
  });
  const to = newFolder();
  await runEtl({ from, to, texts: `${from}/none.csv`, workers: 1 });
  const catalogue = await openCatalogue(to);
  afterFile(() => catalogue.close());
  ask = askCommand(catalogue);
});

it('a film without revenue is in its saga and not in the mean', async () => {
  expect(readOut(await ask('franquicia', { franquicia: 'pair' }))).toBe(
    [
      'Pair',
      'La saga tiene **2** películas en el catálogo.',
      '',
      '**First (1990)** · sin cifras',
      '',
      '**Second (1999)** · recaudación USD 50 M',
      'Recaudación total: **USD 50 M** | de 1 película con dato',
      'Recaudación promedio: **USD 50 M** | de 1 película con dato',
    ].join('\n'),
  );
});

it('a saga of one film has one, and no figure if it is unknown', async () => {
  expect(readOut(await ask('franquicia', { franquicia: 'only one' }, { language: 'en' }))).toBe(
    [
      'Only One',
      'The series has **1** film in the catalogue.',
      '',
      '**Alone (2001)** · no figures',
      'Total revenue: unknown',
      'Mean revenue: unknown',
    ].join('\n'),
  );
});

it('a saga is found by the title of one of its films', async () => {
  expect((await ask('franquicia', { franquicia: 'second' })).embeds?.[0]?.title).toBe('Pair');
});

it('a saga with more films than a select takes lists the best known by date, and says so', async () => {
  const reply = await ask('franquicia', { franquicia: 'endless' });
  expect(offered(reply)).toEqual(Array.from({ length: 25 }, (_, index) => `Part ${index} (${1950 + index})`));
  expect(readOut(reply)).toContain(
    'La saga tiene **27** películas en el catálogo. Aquí van las 25 más conocidas.',
  );
});

it('the mean return of a company is over the films with reliable money', async () => {
  expect(readOut(await ask('productora', { productora: 'big studio' }))).toBe(
    [
      'Big Studio',
      'Produjo **3** películas del catálogo.',
      '',
      'Las más conocidas:',
      '',
      '**1. Second (1999)** · ★ 6.0',
      '',
      '**2. First (1990)** · ★ 6.0',
      '',
      '**3. Third (2001)** · ★ 6.0',
      'Recaudación total: **USD 50.1 M** | de 2 películas con dato',
      'Retorno promedio: **5×** | de 1 película con dato',
      'Retorno = recaudación / costo, si ambos son de al menos 1,000 dólares.',
    ].join('\n'),
  );
});

it('a company without figures has none, not zero', async () => {
  expect(readOut(await ask('productora', { productora: 'silent studio' }, { language: 'en' }))).toBe(
    [
      'Silent Studio',
      'It produced **1** film of the catalogue.',
      '',
      'Best known:',
      '',
      '**1. Alone (2001)** · ★ 6.0',
      'Total revenue: unknown',
      'Mean return: unknown',
      'Return = revenue / cost where both are at least 1,000 dollars.',
    ].join('\n'),
  );
});

it('a name that several companies share leads to a question with the films of each', async () => {
  const reply = await ask('productora', { productora: 'studio' });
  expect(readOut(reply)).toBe('Varias productoras coinciden con «studio». ¿Cuál buscas?');
  const [select] = reply.components?.[0]?.components ?? [];
  expect(select !== undefined && 'options' in select ? select.options : []).toEqual([
    {
      value: '#1',
      label: 'Big Studio',
      description: '3 películas · su película más conocida: Second (1999)',
    },
    {
      value: '#2',
      label: 'Small Studio',
      description: '1 película · su película más conocida: Second (1999)',
    },
    {
      value: '#3',
      label: 'Silent Studio',
      description: '1 película · su película más conocida: Alone (2001)',
    },
  ]);
});
