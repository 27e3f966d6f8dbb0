import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import type { Language } from '../../src/contract/call.ts';
import { askCommand, autocompleteOption, offered, readOut, requiredOptions } from '../support/ask-command.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';

let catalogue: Catalogue;
let ask: ReturnType<typeof askCommand>;
let typing: ReturnType<typeof autocompleteOption>;

beforeAll(async () => {
  catalogue = await sampleCatalogue();
  ask = askCommand(catalogue);
  typing = autocompleteOption(catalogue);
});

const golden = [
  ['score_titulo', { titulo: 'Toy Story' }, 'es'],
  ['score_titulo', { titulo: 'El padrino' }, 'es'],
  ['score_titulo', { titulo: 'El padrino' }, 'en'],
  ['votos_titulo', { titulo: 'toy story' }, 'es'],
  ['votos_titulo', { titulo: 'Nueve reinas' }, 'es'],
  ['votos_titulo', { titulo: 'Nueve reinas' }, 'en'],
  ['peliculas_mes', { mes: 'enero' }, 'es'],
  ['peliculas_mes', { mes: 'January' }, 'en'],
  ['peliculas_dia', { dia: 'miercoles' }, 'es'],
  ['peliculas_dia', { dia: 'Wednesday' }, 'en'],
  ['efemerides', { dia: 25, mes: 'diciembre' }, 'es'],
  ['efemerides', { dia: 25, mes: 'December' }, 'en'],
  ['franquicia', { franquicia: 'Toy Story' }, 'es'],
  ['franquicia', { franquicia: 'Toy Story' }, 'en'],
  ['productora', { productora: 'pixar' }, 'es'],
  ['productora', { productora: 'pixar' }, 'en'],
  ['pais', { pais: 'méxico' }, 'es'],
  ['pais', { pais: 'USA' }, 'en'],
  ['idioma', { idioma: 'japonés' }, 'es'],
  ['idioma', { idioma: 'Japanese' }, 'en'],
  ['get_actor', { nombre_actor: 'Ricardo Darín' }, 'es'],
  ['get_actor', { nombre_actor: 'Clint Eastwood' }, 'es'],
  ['get_actor', { nombre_actor: 'Clint Eastwood' }, 'en'],
  ['get_director', { nombre_director: 'pedro almodovar' }, 'es'],
  ['get_director', { nombre_director: 'pedro almodovar', orden: 'por retorno' }, 'en'],
  ['pelicula', { titulo: 'Relatos salvajes' }, 'es'],
  ['pelicula', { titulo: 'Relatos salvajes' }, 'en'],
  ['recomendacion', { titulo: 'Volver' }, 'es'],
  ['recomendacion', { titulo: 'Volver' }, 'en'],
  ['recomendacion', { titulo: 'Alien', titulo2: 'Amelie', titulo3: 'Volver' }, 'es'],
  ['recomendacion', { titulo: 'Alien', titulo2: 'Amelie', titulo3: 'Volver' }, 'en'],
  ['buscar', { texto: 'un robot que limpia la Tierra' }, 'es'],
  ['buscar', { texto: 'a robot that cleans the Earth' }, 'en'],
  ['descubrir', { genero: 'drama', epoca: 'los 90', votos: 1000, orden: 'best' }, 'es'],
  ['descubrir', { genero: 'drama', epoca: 'los 90', votos: 1000, orden: 'best' }, 'en'],
  ['descubrir', { pais: 'Argentina', idioma: 'es', duracion: 'normal', persona: 'Ricardo Darín' }, 'es'],
  ['descubrir', { pais: 'Argentina', idioma: 'es', duracion: 'normal', persona: 'Ricardo Darín' }, 'en'],
  ['descubrir', { genero: 'western', pais: 'Japón', epoca: 'años 80' }, 'es'],
  ['descubrir', { genero: 'western', pais: 'Japan', epoca: 'the 80s' }, 'en'],
  ['azar', { genero: 'western', epoca: '1966' }, 'es'],
  ['azar', { genero: 'western', epoca: '1966' }, 'en'],
  ['conexion', { persona1: 'Ricardo Darín', persona2: 'Tom Hanks' }, 'es'],
  ['conexion', { persona1: 'Ricardo Darín', persona2: 'Tom Hanks' }, 'en'],
  ['conexion', { persona1: 'Pedro Almodóvar', persona2: 'Tom Hanks', con_equipo: 'true' }, 'es'],
  ['conexion', { persona1: 'Pedro Almodóvar', persona2: 'Tom Hanks', con_equipo: 'true' }, 'en'],
  ['conexion', { persona1: 'Toshirō Mifune', persona2: 'Tom Hanks' }, 'es'],
  ['conexion', { persona1: 'Tom Hanks', persona2: 'Tom Hanks' }, 'es'],
  ['conexion_peliculas', { titulo: 'Relatos salvajes', titulo2: 'Toy Story' }, 'es'],
  ['conexion_peliculas', { titulo: 'Relatos salvajes', titulo2: 'Toy Story' }, 'en'],
  ['bacon', { nombre: 'Ricardo Darín' }, 'es'],
  ['bacon', { nombre: 'Ricardo Darín' }, 'en'],
  ['bacon', { nombre: 'Kevin Bacon' }, 'es'],
  ['versus peliculas', { titulo: 'Toy Story', titulo2: '#949' }, 'es'],
  ['versus peliculas', { titulo: 'Toy Story', titulo2: '#949' }, 'en'],
  ['versus peliculas', { titulo: 'Nueve reinas', titulo2: 'M' }, 'es'],
  ['versus personas', { persona1: 'Tom Hanks', persona2: 'Ricardo Darín' }, 'es'],
  ['versus personas', { persona1: 'Tom Hanks', persona2: 'Ricardo Darín' }, 'en'],
  ['versus sagas', { franquicia: 'Toy Story', franquicia2: 'El padrino' }, 'es'],
  ['versus sagas', { franquicia: 'Toy Story', franquicia2: 'El padrino' }, 'en'],
  ['versus decadas', { decada: 'años 90', decada2: 'años 50' }, 'es'],
  ['versus decadas', { decada: '1990s', decada2: '1950s' }, 'en'],
  ['versus generos', { genero: 'terror', genero2: 'documental' }, 'es'],
  ['versus generos', { genero: 'horror', genero2: 'documentary' }, 'en'],
  ['versus peliculas', { titulo: 'Toy Story', titulo2: '#862' }, 'es'],
  ['ayuda', {}, 'es'],
  ['ayuda', {}, 'en'],
] as const;

/** Asks a command and compares the reply with the golden file of that name. */
async function expectGolden(
  name: string,
  options: Record<string, string | number>,
  language: Language,
  file: string,
) {
  const reply = await ask(name, options, { language });
  const labels = offered(reply).map((label) => `[${label}]`);
  await expect(`${readOut(reply)}\n${labels.join(' ')}\n`).toMatchFileSnapshot(
    `golden/${file}-${language}.txt`,
  );
}

it.each(golden)('/%s %o matches its golden file in %s', async (name, options, language) => {
  const values = Object.values(options).join('-').replaceAll(' ', '-').toLowerCase() || 'all';
  await expectGolden(name, { ...options }, language, `${name.replace(' ', '-')}-${values}`);
});

/** The commands that answer programs too and have no golden file above: with the first value of each required option. */
const others = commands
  .flatMap(({ signatures }) => signatures)
  .filter(({ name, json }) => json !== undefined && !golden.some(([known]) => known === name))
  .flatMap(({ name }) => (['es', 'en'] as const).map((language) => [name, language] as const));

it.each(others)('/%s matches its golden file in %s', async (name, language) => {
  await expectGolden(name, await requiredOptions(catalogue)(name), language, name);
});

it('a command without a call of its own has golden files too', () => {
  expect(others).toContainEqual(['duracion', 'es']);
});

it.each([
  ['pais', 'Estados Unidos', 'Estados Unidos'],
  ['pais', 'eeuu', 'Estados Unidos'],
  ['pais', 'corea del sur', 'Corea del Sur'],
  ['pais', 'inglaterra', 'Reino Unido'],
  ['pais', 'germany', 'Alemania'],
  ['pais', 'argentna', 'Argentina'],
  ['idioma', 'español', 'Español'],
  ['idioma', 'en', 'Inglés'],
  ['idioma', 'korean', 'Coreano'],
])('/%s %s finds %s', async (name, typed, expected) => {
  expect((await ask(name, { [name]: typed })).embeds?.[0]?.title).toBe(expected);
});

it('/efemerides without a day is about today, and counts the years from now', async () => {
  const reply = await ask('efemerides');
  expect(reply.embeds?.[0]?.title).toBe('Un día como hoy, 30 de octubre, se estrenaron…');
  const february = await ask('efemerides', { dia: 30, mes: 'febrero' });
  expect(february.content).toBe('«30» no es un valor de `dia`. Puede ser: un número entero de 1 a 29.');
});

it.each([
  ['es', 'Solo en casa', '*«Solo en casa» es Mi pobre angelito.*'],
  ['es', 'solo en casa 1990', '*«Solo en casa» es Mi pobre angelito.*'],
  ['en', 'Mi pobre angelito', '*“Mi pobre angelito” is Home Alone.*'],
] as const)('in %s, the card of a film found as %s says so', async (language, titulo, sentence) => {
  const { embeds } = await ask('pelicula', { titulo }, { language });
  expect(embeds?.[0]?.description?.split('\n')[0]).toBe(sentence);
});

it.each([
  'Mi pobre angelito',
  'home alone',
  '#771',
  'Mi pobre angelito / Home Alone (1990) · Chris Columbus',
])('the card of a film found as %s has no such sentence, for the name is on the card', async (titulo) => {
  const { embeds } = await ask('pelicula', { titulo });
  expect(embeds?.[0]?.title).toBe('Mi pobre angelito (Home Alone, 1990)');
  expect(embeds?.[0]?.description).not.toContain('» es ');
});

it('years after the end of the catalogue lead to a reply that says where it ends', async () => {
  const [later, within] = [
    await ask('descubrir', { epoca: 'desde 2018' }),
    await ask('azar', { epoca: '1890' }),
  ];
  expect(readOut(later)).toBe(
    'El catálogo llega hasta mayo de 2017. No hay ninguna película así. Si quitas la época, hay 392 películas.',
  );
  expect(readOut(within)).not.toContain('El catálogo');
});

it('a country that no film has leads to a private reply', async () => {
  const reply = await ask('pais', { pais: 'zzqq' });
  expect(reply.ephemeral).toBe(true);
  expect(readOut(reply)).toContain('No encontré películas de ningún país llamado «zzqq».');
});

describe('a title', () => {
  it.each([
    ['Up', 'Up: Una aventura de altura (Up, 2009)'],
    ['Her', 'Ella (Her, 2013)'],
    ['M', 'M, el vampiro de Düsseldorf (M, 1931)'],
    ['[REC]', '[REC] (2007)'],
    ['rec', '[REC] (2007)'],
    ['M*A*S*H', 'M*A*S*H (1970)'],
    ['mash', 'M*A*S*H (1970)'],
    ['(500) Days of Summer', '500 días con ella ((500) Days of Summer, 2009)'],
    ['O Brother, Where Art Thou?', '¿Dónde estás, hermano? (O Brother, Where Art Thou?, 2000)'],
    ['What?', '¿Qué? (Che?, 1972)'],
    ['mi pobre angelito', 'Mi pobre angelito (Home Alone, 1990)'],
    ['Solo en casa', 'Mi pobre angelito (Home Alone, 1990)'],
    ['volver al futuro', 'Volver al futuro (Back to the Future, 1985)'],
    ['¿Quién engañó a Roger Rabbit?', '¿Quién engañó a Roger Rabbit? (Who Framed Roger Rabbit, 1988)'],
    ['quien engano a roger rabbit', '¿Quién engañó a Roger Rabbit? (Who Framed Roger Rabbit, 1988)'],
    ['Inceptoin', 'El origen (Inception, 2010)'],
    ['#862', 'Toy Story (1995)'],
    ['hamlet 1948', 'Hamlet (1948)'],
  ])('%s finds the right film', async (titulo, expected) => {
    const reply = await ask('score_titulo', { titulo });
    expect(reply.embeds?.[0]?.title?.replaceAll('\\', '')).toBe(expected);
  });

  it('that several films have leads to a private question, with year and director of each', async () => {
    const reply = await ask('score_titulo', { titulo: 'hamlet' });
    expect(reply.ephemeral).toBe(true);
    expect(offered(reply)).toEqual([
      'Hamlet (1996) · Kenneth Branagh',
      'Hamlet (1990) · Franco Zeffirelli',
      'Hamlet (1948) · Laurence Olivier',
    ]);
  });

  it('that no film has leads to private suggestions', async () => {
    const reply = await ask('pelicula', { titulo: 'el laberinto del fuano rojo' });
    expect(reply.ephemeral).toBe(true);
    expect(readOut(reply)).toBe(
      'No encontré ninguna película llamada «el laberinto del fuano rojo». El catálogo llega hasta mayo de 2017.\n¿Quisiste decir…?',
    );
    expect(offered(reply)[0]).toBe("El laberinto del fauno / Pan's Labyrinth (2006) · Guillermo del Toro");
  });
});

describe('autocomplete', () => {
  it('labels films in the language of the person, with year and director', async () => {
    expect(await typing('pelicula', 'titulo', 'el viaje de chi')).toEqual([
      { name: 'El viaje de Chihiro / Spirited Away (2001) · Hayao Miyazaki', value: '#129' },
    ]);
    expect(await typing('pelicula', 'titulo', 'spirited', { language: 'en' })).toEqual([
      { name: 'Spirited Away (2001) · Hayao Miyazaki', value: '#129' },
    ]);
  });

  it('offers the best-known films before anything is typed', async () => {
    const choices = await typing('pelicula', 'titulo', '');
    expect(choices).toHaveLength(25);
    expect(choices[0]).toEqual({ name: 'El origen / Inception (2010) · Christopher Nolan', value: '#27205' });
  });

  it('offers only directors in an option for a director', async () => {
    const choices = await typing('get_director', 'nombre_director', 'guillermo');
    expect(choices.map((choice) => choice.value)).toEqual(['#10828']);
  });
});

describe('a wrong option', () => {
  it('leads to a reply with the accepted values', async () => {
    const reply = await ask('peliculas_dia', { dia: 'lunnes' });
    expect(reply).toEqual({
      content:
        '«lunnes» no es un valor de `dia`. Puede ser: lunes, martes, miércoles, jueves, viernes, sábado, domingo.',
      ephemeral: true,
    });
  });

  it.each([
    [
      'get_director',
      { nombre_director: 'Nolan', pagina: 0 },
      'en',
      '“0” is not a value of `pagina`. It can be: a whole number from 1 to 1000.',
    ],
    ['score_titulo', {}, 'es', 'Falta `titulo`.'],
    ['score_titulo', { título: 'x' }, 'es', 'Este comando no tiene la opción `título`. Tiene: `titulo`.'],
    ['acerca', { todo: 'sí' }, 'es', 'Este comando no tiene la opción `todo`. Tiene: ninguna.'],
  ] as const)('/%s %j leads to a reply that names it', async (name, options, language, sentence) => {
    expect((await ask(name, { ...options }, { language })).content).toBe(sentence);
  });

  it('can have its English name', async () => {
    expect((await ask('score_titulo', { title: '#862' }, { language: 'en' })).embeds?.[0]?.title).toBe(
      'Toy Story (1995)',
    );
  });
});
