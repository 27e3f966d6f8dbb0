import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Http } from '../../src/http/serve.ts';
import { troubleSchema } from '../../src/http/trouble.ts';
import { requiredOptions } from '../support/ask-command.ts';
import { get, openHttp } from '../support/http.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';

let http: Http;
beforeAll(async () => {
  http = await openHttp();
});

/** Paths of functions, by golden file. A function without one is asked with the first value of each required option. */
const PATHS = {
  'peliculas-mes': '/peliculas_mes/enero',
  'peliculas-mes-en': '/peliculas_mes/January?lang=en',
  'peliculas-dia': '/peliculas_dia/miercoles',
  efemerides: '/efemerides?dia=25&mes=diciembre',
  'score-titulo': '/score_titulo/toy%20story',
  'votos-titulo': '/votos_titulo/Toy%20Story',
  'votos-titulo-few': '/votos_titulo/Volver',
  franquicia: '/franquicia/Toy%20Story',
  'productoras-exitosas': '/productoras_exitosas/pixar',
  'peliculas-pais': '/peliculas_pais/Argentina',
  'peliculas-idioma': '/peliculas_idioma/es',
  'get-actor': '/get_actor/Tom%20Hanks',
  'get-director': '/get_director/Pedro%20Almod%C3%B3var?orden=retorno',
  buscar: '/buscar/un%20robot%20que%20limpia%20la%20Tierra',
  descubrir: '/descubrir?genero=terror&epoca=anos%2070&orden=newest',
  conexion: '/conexion/Ricardo%20Dar%C3%ADn?persona2=Tom%20Hanks',
  'conexion-peliculas': '/conexion_peliculas/Relatos%20salvajes?title2=Toy%20Story&lang=en',
  bacon: '/bacon/Tom%20Hanks?con_equipo=true',
  'versus-peliculas': '/versus_peliculas/Toy%20Story?titulo2=%23949',
  'versus-personas': '/versus_personas/Tom%20Hanks?person2=Ricardo%20Dar%C3%ADn&lang=en',
  'versus-sagas': '/versus_sagas/Toy%20Story?franquicia2=El%20padrino',
  'versus-decadas': '/versus_decadas/1990?decada2=1950',
  'versus-generos': '/versus_generos/terror?genero2=documental',
  recomendacion: '/recomendacion/Toy%20Story',
  'recomendacion-several': '/recomendacion/Toy%20Story?titulo2=Volver&title3=%23949',
};

const functions = commands
  .flatMap(({ signatures }) => signatures)
  .flatMap(({ name, json }) => (json === undefined ? [] : [{ name, json }]));
const rootOf = (path: string) => path.split(/[/?]/u)[1];
const others = functions.filter(
  ({ json }) => !Object.values(PATHS).some((path) => rootOf(path) === rootOf(json.path)),
);

async function expectGolden(name: string, path: string) {
  const { status, headers, body } = await get(http, path);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('application/json');
  await expect(`${JSON.stringify(body, null, 2)}\n`).toMatchFileSnapshot(`golden/${name}.json`);
  const found = functions.find(({ json }) => rootOf(path) === rootOf(json.path));
  expect(found?.json.schema.parse(body)).toEqual(body);
}

describe('the functions over HTTP', () => {
  it.each(Object.entries(PATHS))('%s matches its golden file and its schema', expectGolden);

  it.each(others)('$name matches its golden file and its schema', async ({ name, json }) => {
    const values = Object.entries(await requiredOptions(await sampleCatalogue())(name));
    // The first required option is in the path, whatever the parameter is called there.
    const [inPath, ...query] = values.map(([option, value]) => [option, encodeURIComponent(value)] as const);
    const path = json.path.replace(/\{\w+\}/u, () => inPath?.[1] ?? '');
    await expectGolden(name, `${path}?${query.map((pair) => pair.join('=')).join('&')}`);
  });

  it('include one without a path of its own above', () => {
    expect(others.map(({ name }) => name)).toContain('duracion');
  });

  it.each(['Toy Story', 'Volver', '#949', 'Matrix', 'El laberinto del fauno'])(
    '/recomendacion of %s has exactly five titles, in the order of its films',
    async (title) => {
      const { body } = await get(http, `/recomendacion/${encodeURIComponent(title)}`);
      expect(body.lista_recomendada).toHaveLength(5);
      expect(new Set(body.lista_recomendada).size).toBe(5);
      expect(body.peliculas.map(({ titulo }: { titulo: string }) => titulo)).toEqual(body.lista_recomendada);
    },
  );

  it.each([
    ['/peliculas_mes/brumario', 400, 'valor', '«brumario» no es un valor de mes.', 12],
    ['/peliculas_dia/8', 400, 'valor', '«8» no es un valor de dia.', 7],
    ['/score_titulo/Heat?lang=fr', 400, 'valor', '«fr» no es un valor de lang. Puede ser: es, en.', 2],
    ['/descubrir?epoca=ayer', 400, 'valor', '«ayer» no es un valor de epoca. Puede ser: 1994, ', 0],
    ['/descubrir?genero=western&pais=jp', 404, 'no_encontrado', 'No hay ninguna película así. Si quitas', 0],
    ['/recomendacion/Heat?epoca=ayer', 400, 'valor', '«ayer» no es un valor de epoca.', 0],
    ['/get_director/Luc%20Besson?pagina=2', 400, 'valor', 'Este comando no tiene la opción pagina.', 0],
    ['/get_actor/Chris', 409, 'varios', 'Varias personas coinciden con «Chris». ¿A quién buscas?', 9],
    ['/get_actor/xyzzyq', 404, 'no_encontrado', 'No encontré a nadie llamado «xyzzyq» en ningún reparto.', 0],
    ['/versus_decadas/1990?decada2=1990', 400, 'valor', 'Elige dos que no sean lo mismo.', 0],
    [
      '/versus_decadas/1890?decada2=1990',
      404,
      'no_encontrado',
      'No hay ninguna película: Década de 1890.',
      0,
    ],
    ['/conexion/Tom%20Hanks', 400, 'valor', 'Falta persona2.', 0],
    ['/score_titulo/%23123456789', 404, 'no_encontrado', 'No tengo nada con ese número.', 0],
    [
      '/score_titulo/no_existe_*tal*',
      404,
      'no_encontrado',
      'No encontré ninguna película llamada «no_existe_*tal*».',
      5,
    ],
    ['/peliculas', 404, 'no_encontrado', 'Aquí no hay nada: /docs dice qué puedes pedir.', 0],
  ])('%s is refused with %i and lists what is accepted', async (path, status, error, mensaje, options) => {
    const answer = await get(http, path);
    expect(answer.status).toBe(status);
    const trouble = troubleSchema.parse(answer.body);
    expect([trouble.error, trouble.opciones.length]).toEqual([error, options]);
    expect(trouble.mensaje).toContain(mensaje);
  });
});

it('namesakes have their roles and their best-known film as a detail', async () => {
  const { status, body } = await get(http, '/get_actor/Chris?lang=en');
  expect(status).toBe(409);
  const { opciones } = troubleSchema.parse(body);
  expect(opciones.slice(0, 2)).toEqual([
    { valor: '#16828', nombre: 'Chris Evans', detalle: 'cast in 6 · known for The Avengers (2012)' },
    { valor: '#74568', nombre: 'Chris Hemsworth', detalle: 'cast in 4 · known for The Avengers (2012)' },
  ]);
  expect(
    opciones.filter(({ detalle }) => !/^cast in \d+ .*known for .+ \(\d{4}\)$/u.test(detalle ?? '')),
  ).toEqual([]);
});
