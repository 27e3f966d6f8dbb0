import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runEtl } from '../../etl/run.ts';
import { type Catalogue, openCatalogue } from '../../src/catalogue/catalogue.ts';
import { creditsCsv, film, folderWith, moviesCsv, newFolder, role, work } from '../etl/raw-files.ts';
import { askCommand, autocompleteOption, offered, readOut } from '../support/ask-command.ts';

/** Invented films; each contains a difficulty for a film bot. */
const films = [
  ...[
    'It',
    'Up',
    'Go',
    'Item',
    'Goal',
    '$',
    '100%',
    "O'Brother",
    '_',
    'What?',
    '[REC]',
    '(500) Days',
    'M*A*S*H',
  ].map((title, index) => film({ id: String(index + 1), title, vote_count: String(index * 100) })),
  ...Array.from({ length: 11 }, (_, index) =>
    film({
      id: String(100 + index),
      title: 'Cinderella',
      release_date: `${1914 + index * 9}-05-0${(index % 9) + 1}`,
    }),
  ),
  film({ id: '200', title: 'Typed in Millions', budget: '1', revenue: '8500000' }),
  film({ id: '201', title: 'Hit', budget: '1000', revenue: '5000' }),
  film({ id: '202', title: 'Flop', budget: '10000', revenue: '1000' }),
  film({ id: '203', title: 'Unknown Money', budget: '5000', revenue: '0', release_date: '' }),
  film({ id: '300', title: 'Pink Nights', adult: 'True', poster_path: '/x.jpg', vote_count: '9000' }),
  film({ id: '301', title: 'Two Thousand', vote_count: '2000', vote_average: '7.5' }),
  film({ id: '302', title: 'One Short', vote_count: '1999' }),
  film({ id: '303', title: '@everyone **bold** [click](https://example.com)', overview: '<@123> # Title' }),
  ...Array.from({ length: 23 }, (_, index) => film({ id: String(400 + index), title: `Number ${index}` })),
];

const cast = (...people: [string, number | null][]) =>
  `[${people.map(([name, id], order) => role(name, id, null, order)).join(', ')}]`;
const crew = (...people: [string, number][]) => `[${people.map(([name, id]) => work(name, id)).join(', ')}]`;

const credits: [string, string, string][] = [
  ['1', cast(['Chris Evans', 1], ['Chris Pine', 2]), crew(['Ana Uno', 50], ['Ana Dos', 51])],
  ['2', cast(['Lee', 3], ['Bruce Lee', 4]), '[]'],
  ['200', cast(['Actress', 10]), crew(['Ana Uno', 50])],
  ['201', cast(['Actress', 10], ['Both', 11]), crew(['Both', 11], ['Ana Dos', 51])],
  ['202', cast(['Actress', 10], ['Both', 11]), '[]'],
  ['203', cast(['Actress', 10], ['Actress', null]), '[]'],
  ['300', cast(['Both', 11]), '[]'],
  ['400', cast(['John Smith', 20]), '[]'],
  ['401', cast(['John Smith', 21], ['Nobody Ever', null]), '[]'],
  ...Array.from({ length: 23 }, (_, index): [string, string, string] => [
    String(400 + index),
    '[]',
    crew(['Prolific', 60]),
  ]),
].map(([id, played, made]) => [played ?? '[]', made ?? '[]', id ?? '']);

let catalogue: Catalogue;
let ask: ReturnType<typeof askCommand>;
let typing: ReturnType<typeof autocompleteOption>;

beforeAll(async () => {
  const from = folderWith({ 'movies_metadata.csv': moviesCsv(films), 'credits.csv': creditsCsv(credits) });
  const to = newFolder();
  await runEtl({ from, to, texts: `${from}/none.csv`, workers: 1 });
  catalogue = await openCatalogue(to);
  ask = askCommand(catalogue);
  typing = autocompleteOption(catalogue);
});
afterAll(() => catalogue.close());

const field = async (reply: ReturnType<typeof ask>, name: string) =>
  (await reply).embeds?.[0]?.fields?.find((field) => field.name === name)?.value;

describe('titles', () => {
  it.each(['It', 'Up', 'Go', '$', '100%', "O'Brother", '_', 'What?', '[REC]', '(500) Days', 'M*A*S*H'])(
    '%s finds the film with exactly that title, not a longer title',
    async (titulo) => {
      const reply = await ask('score_titulo', { titulo });
      expect(reply.embeds?.[0]?.title?.replaceAll('\\', '')).toBe(`${titulo} (2001)`);
    },
  );

  it('eleven films called Cinderella are offered with their years', async () => {
    const reply = await ask('votos_titulo', { titulo: 'cinderella' });
    expect(offered(reply)).toHaveLength(11);
    expect(offered(reply)[0]).toBe('Cinderella (1914)');
  });

  it('a title with Markdown or a mention is shown literally', async () => {
    const reply = await ask('pelicula', { titulo: '#303' });
    expect(reply.embeds?.[0]?.title).toBe('@everyone \\*\\*bold\\*\\* \\[click](https://example.com) (2001)');
    expect(reply.embeds?.[0]?.description).toContain('<@123> # Title');
  });

  it('typed Markdown is shown literally in the reply', async () => {
    const reply = await ask('pelicula', { titulo: '**nada** [aquí](https://example.com)' });
    expect(readOut(reply)).toContain('«\\*\\*nada\\*\\* \\[aquí](https://example.com)»');
  });
});

describe('people', () => {
  it('"Chris" matches nobody exactly: the two people with that first name are offered', async () => {
    const reply = await ask('get_actor', { nombre_actor: 'Chris' });
    expect(reply.ephemeral).toBe(true);
    expect(offered(reply)).toEqual(['Chris Evans', 'Chris Pine']);
  });

  it('"Lee" finds the actor Lee, not everybody whose name contains it', async () => {
    expect((await ask('get_actor', { nombre_actor: 'lee' })).embeds?.[0]?.title).toBe('Lee');
  });

  it('two people with the same name are two choices', async () => {
    const reply = await ask('get_actor', { nombre_actor: 'John Smith' });
    expect(offered(reply)).toEqual(['John Smith', 'John Smith']);
  });

  it('a film counts once if its cast lists a person twice', async () => {
    expect(readOut(await ask('get_actor', { nombre_actor: 'Actress' }))).toContain(
      'Actuó en **4** películas del catálogo, de 2001.',
    );
  });

  it('the sum of returns counts every film; what the films made counts those with plausible figures', async () => {
    const reply = ask('get_actor', { nombre_actor: 'Actress' });
    expect(await field(reply, 'Éxito: la suma de los retornos')).toBe(
      'Suma **8,500,005×** · retorno promedio **2,125,001×** · películas **4**\nCasi todo viene de Typed in Millions (2001), cuyo costo figura como USD\u00a01.',
    );
    expect(await field(reply, 'Lo que rindieron')).toBe(
      'Sus **2** películas con cifras (de 4) costaron USD\u00a011\u00a0mil y recaudaron USD\u00a06\u00a0mil: en total, **0.55 veces** lo que costaron; la mediana, **2.55**.\nLa que más: Hit (2001), 5×. La que menos: Flop (2001), 0.1×.',
    );
  });

  it('by return, doubtful and unknown figures come last and say what they are', async () => {
    const reply = await ask('get_actor', { nombre_actor: 'Actress', orden: 'retorno' });
    expect(reply.embeds?.[0]?.description?.split('\n\n').slice(2)).toEqual([
      '**Hit (2001)**\n★\u00a06.0 · retorno 5×',
      '**Flop (2001)**\n★\u00a06.0 · retorno 0.1×',
      '**Typed in Millions (2001)**\n★\u00a06.0 · cifras dudosas',
      '**Unknown Money (sin fecha)**\n★\u00a06.0 · sin cifras',
    ]);
    expect((await ask('pelicula', { titulo: 'Typed in Millions' })).embeds?.[0]?.description).toContain(
      'Costó USD\u00a01 y recaudó USD\u00a08.5\u00a0M: cifras dudosas.',
    );
  });

  it('somebody without any figures has no success of 0', async () => {
    const reply = ask('get_actor', { nombre_actor: 'Lee' });
    expect(await field(reply, 'Éxito: la suma de los retornos')).toBe('sin cifras');
    expect(await field(reply, 'Lo que rindieron')).toBe('Sin cifras confiables de costo y recaudación.');
  });

  it('an actor who also directed has a button to the films they directed, and back', async () => {
    const acted = await ask('get_actor', { nombre_actor: 'Both' });
    expect(readOut(acted)).toContain(
      'Actuó en **2** películas del catálogo, de 2001. También dirigió **1**.',
    );
    expect(offered(acted)).toContain('Lo que dirigió');
    const directed = await ask('get_director', { nombre_director: 'Both' });
    expect(readOut(directed)).toContain(
      'Dirigió **1** película del catálogo, de 2001. También actuó en **2**.',
    );
    expect(offered(directed)).toContain('Donde actuó');
  });

  it('a film counts for every co-director', async () => {
    for (const nombre_director of ['Ana Uno', 'Ana Dos']) {
      expect((await ask('get_director', { nombre_director })).embeds?.[0]?.description).toContain(
        '**It (2001)**',
      );
    }
  });

  it('all films of a director are listed, five per page', async () => {
    const pages = await Promise.all(
      [1, 2, 3, 4, 5].map((pagina) => ask('get_director', { nombre_director: 'Prolific', pagina })),
    );
    const titles = pages.map((reply) => reply.embeds?.[0]?.description?.match(/\*\*Number \d+/gu) ?? []);
    expect(titles.map((page) => page.length)).toEqual([5, 5, 5, 5, 3]);
    expect(new Set(titles.flat()).size).toBe(23);
  });

  it('a page number after the last shows the last page', async () => {
    const past = await ask('get_director', { nombre_director: 'Prolific', pagina: 99 });
    expect(past).toEqual(await ask('get_director', { nombre_director: 'Prolific', pagina: 5 }));
  });

  it('a director is not found among actors', async () => {
    expect(readOut(await ask('get_actor', { nombre_actor: 'Prolific' }))).toContain('en ningún reparto');
  });
});

describe('a suggestion', () => {
  it('can be chosen, even for a person with a generated id', async () => {
    for (const option of ['get_actor:nombre_actor:act', 'get_director:nombre_director:pro'] as const) {
      const [name = '', field = '', typed = ''] = option.split(':');
      const choices = await typing(name, field, typed);
      expect(choices.length).toBeGreaterThan(0);
      for (const { value } of choices) {
        expect((await ask(name, { [field]: value })).embeds?.[0]?.title).toBeTruthy();
      }
    }
    const [nameless] = await typing('get_actor', 'nombre_actor', 'nobody ever');
    expect(nameless?.value).toMatch(/^#-\d+$/u);
    expect((await ask('get_actor', { nombre_actor: nameless?.value ?? '' })).embeds?.[0]?.title).toBe(
      'Nobody Ever',
    );
  });

  it('an unknown id is not searched as text', async () => {
    expect((await ask('pelicula', { titulo: '#999999' })).content).toBe('No tengo nada con ese número.');
  });

  it('a blank title counts as missing', async () => {
    expect((await ask('pelicula', { titulo: '   ' })).content).toBe('Falta `titulo`.');
  });

  it('mentions, timestamps and bidirectional control characters are not echoed', async () => {
    expect(readOut(await ask('pelicula', { titulo: 'zzqq <@1> <t:1:R>\u202e\nx' }))).toContain(
      '«zzqq ‹@1> ‹t:1:R> x»',
    );
  });
});

describe('votes', () => {
  it.each([
    ['Two Thousand', 'La valoraron **2,000** personas y su promedio es **7.5** de 10.'],
    ['One Short', 'Tiene **1,999** votos. Hacen falta al menos **2,000** para que su promedio diga algo.'],
  ])('%s: the mean is shown from 2,000 votes up', async (titulo, sentence) => {
    expect((await ask('votos_titulo', { titulo })).embeds?.[0]?.description).toBe(sentence);
  });
});

describe('adult films', () => {
  it('are found only in age-restricted channels, and never with a poster', async () => {
    expect(readOut(await ask('pelicula', { titulo: 'Pink Nights' }))).toContain('No encontré');
    expect(readOut(await ask('pelicula', { titulo: '#300' }))).toBe('No tengo nada con ese número.');
    const shown = await ask('pelicula', { titulo: 'Pink Nights' }, { adult: true });
    expect(shown.embeds?.[0]?.title).toBe('Pink Nights (2001)');
    expect(shown.embeds?.[0]?.image).toBeUndefined();
  });

  it('are suggested only in age-restricted channels', async () => {
    expect(await typing('pelicula', 'titulo', 'pink')).toEqual([]);
    expect((await typing('pelicula', 'titulo', 'pink', { adult: true })).map(({ value }) => value)).toEqual([
      '#300',
    ]);
  });

  it('are not the best-known film of a month in other channels', async () => {
    expect(await field(ask('peliculas_mes', { mes: 2 }), 'La más conocida')).toBe('Two Thousand (2001)');
    expect(await field(ask('peliculas_mes', { mes: 2 }, { adult: true }), 'La más conocida')).toBe(
      'Pink Nights (2001)',
    );
  });
});

it('a film without a release date is in no month, and the reply says so', async () => {
  const reply = await ask('peliculas_mes', { mes: 2 });
  expect(reply.embeds?.[0]?.footer?.text).toBe(
    'De 1 película del catálogo no se conoce la fecha de estreno.',
  );
});

it('the reply to a request does not depend on earlier requests', async () => {
  const calls = [
    () => ask('get_actor', { nombre_actor: 'Actress' }),
    () => ask('get_director', { nombre_director: 'Prolific', orden: 'retorno' }),
    () => ask('score_titulo', { titulo: 'It' }),
    () => ask('peliculas_mes', { mes: 2 }),
    () => ask('recomendacion', { titulo: 'It' }),
    () => ask('votos_titulo', { titulo: 'nothing at all' }),
  ];
  const once = await Promise.all(calls.map((call) => call()));
  const orders = Array.from({ length: 20 }, (_, seed) =>
    calls.map((_, index) => (index * 5 + seed * 7) % calls.length),
  );
  for (const order of orders) {
    for (const index of order) expect(await calls[index]?.()).toEqual(once[index]);
  }
});
