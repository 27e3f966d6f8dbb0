import { beforeAll, expect, it } from 'vitest';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { readRecommendations } from '../../src/catalogue/recommendations.ts';
import { readCustomId } from '../../src/contract/custom-id.ts';
import { wordReasons } from '../../src/replies/recommendations.ts';
import { askCommand, offered, readOut } from '../support/ask-command.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';

let catalogue: Catalogue;
let ask: ReturnType<typeof askCommand>;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
  ask = askCommand(catalogue);
});

const picksOf = async (id: number, asked: Partial<Parameters<typeof readRecommendations>[2]> = {}) => {
  const { picks } = await catalogue.read(AbortSignal.timeout(10_000), (snapshot) =>
    readRecommendations(snapshot, id, { adult: false, limit: 400, ...asked }),
  );
  return picks;
};

it('each page shows different films, and never the film itself', async () => {
  const pages = await Promise.all(
    [1, 2, 3].map((pagina) => ask('recomendacion', { titulo: '#219', pagina })),
  );
  const titles = pages.flatMap((page) => offered(page).filter((label) => label.endsWith(')')));
  expect(titles).toHaveLength(15);
  expect(new Set(titles).size).toBe(15);
  expect(titles).not.toContain('Volver (2006)');
  expect(readOut(pages[1] ?? {})).toContain('\n6. ');
});

it('every recommendation fits all filters, and the well-liked films that fill up the list come last', async () => {
  const picks = await picksOf(219, { genre: 35, fromYear: 1990, toYear: 2010, language: 'en', known: true });
  const fitting = await catalogue.read(AbortSignal.timeout(10_000), ({ query }) =>
    query<{ id: number }>(
      "select id from movies semi join movie_genres on movie_id = id and genre_id = 35 where release_year between 1990 and 2010 and original_language = 'en' and vote_count >= 500 and not adult",
    ),
  );
  const ascending = (a: number, b: number) => a - b;
  expect(picks.map((pick) => pick.id).sort(ascending)).toEqual(fitting.map(({ id }) => id).sort(ascending));
  expect(picks.every((pick) => (pick.release_year ?? 0) >= 1990 && (pick.release_year ?? 0) <= 2010)).toBe(
    true,
  );
  expect(picks.every((pick) => pick.vote_count >= 500)).toBe(true);
  expect(new Set(picks.map((pick) => pick.id)).size).toBe(picks.length);
  const picked = picks.map((pick) => pick.picked);
  expect(picked).toEqual([...picked].sort((a, b) => Number(b) - Number(a)));
  expect(picked).toContain(false);
});

it('the first five hold at most two films of the same collection, with any filters', async () => {
  const films = await catalogue.read(AbortSignal.timeout(10_000), ({ query }) =>
    query<{ id: number; genre: number; own: number[] }>(
      `select id, genre_id as genre, own from movies
       join movie_genres on movie_id = id and position = 0
       join (select collection_id, list(id) as own from movies group by collection_id having count(*) > 3)
         using (collection_id)`,
    ),
  );
  expect(films.length).toBeGreaterThan(3);
  for (const { id, genre, own } of films) {
    const picks = await picksOf(id, { genre, language: 'en', fromYear: 1975 });
    const ids = picks.map((pick) => pick.id);
    expect(ids.slice(0, 5).filter((pick) => own.includes(pick)).length).toBeLessThanOrEqual(2);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

it('a well-liked film that fills up the list says so', async () => {
  const reply = await ask('recomendacion', { titulo: '#219', genero: 'terror', pagina: 3 });
  expect(readOut(reply)).toContain('de las mejor valoradas de su género y su época');
});

it('years after the end of the catalogue are answered with its end', async () => {
  const end = 'El catálogo llega hasta mayo de 2017. No encontré ninguna película así.';
  expect(readOut(await ask('recomendacion', { titulo: '#219', epoca: 'desde 2030' }))).toBe(end);
  const two = { titulo: '#219', titulo2: '#862', epoca: 'desde 2030' };
  expect(readOut(await ask('recomendacion', two))).toBe(end);
  const early = await ask('recomendacion', { titulo: '#219', epoca: 'hasta 1880' });
  expect(readOut(early)).toBe('No encontré ninguna película así.');
});

it('the button for more carries every filter in 100 characters', async () => {
  const options = {
    titulo: '#219',
    genero: 18,
    epoca: '1900-2100',
    idioma: 'en',
    solo_conocidas: 'true',
    pagina: 2,
  };
  const reply = await ask('recomendacion', options);
  const ids = (reply.components ?? []).flatMap((row) =>
    row.components.flatMap((one) => ('custom_id' in one ? [one.custom_id] : [])),
  );
  const more = ids.find((id) => id.includes('page=3')) ?? '';
  expect(more.length).toBeLessThan(100);
  expect(readCustomId(more)?.options).toEqual({
    title: '#219',
    genre: '18',
    epoca: '1900-2100',
    idioma: 'en',
    known: 'true',
    page: '3',
  });
});

it('the select for an ambiguous title has room for every filter', async () => {
  const wishes = {
    genero: 10_749,
    epoca: '1900-2100',
    idioma: 'fr',
    solo_conocidas: 'true',
    pagina: 99,
  };
  const asked = await ask('recomendacion', { titulo: 'hamlet', ...wishes });
  expect(offered(asked)).toContain('Hamlet (1990) · Franco Zeffirelli');
});

it('every reason has words in both languages', async () => {
  const reasons = (await picksOf(219)).flatMap((pick) => pick.reasons);
  expect(reasons.length).toBeGreaterThan(50);
  const wordless = reasons.filter((reason) =>
    (['es', 'en'] as const).some((one) => !wordReasons([reason], one)),
  );
  expect(wordless).toEqual([]);
});
