import { readPage, readPersonName, tallyFilms } from '../src/catalogue/discover.ts';
import { readEnd } from '../src/catalogue/film.ts';
import { command, type Deps, lookupCommand } from '../src/command/command.ts';
import { type Call, UserError } from '../src/contract/call.ts';
import type { ValuesOf } from '../src/contract/signature.ts';
import { discoverJson } from '../src/json/discover.ts';
import { readFilters, readPacked } from '../src/lookup/film-filters.ts';
import { suggestPeople } from '../src/lookup/kinds.ts';
import { suggestOrigins } from '../src/lookup/origins.ts';
import { type Discovered, discoveredReply, nothingReply } from '../src/replies/discover.ts';
import { discoverCall, discoverMoreCall } from '../src/slash/discover-calls.ts';
import type { FilmFilters } from '../src/slash/film-filters.ts';

const PAGE_SIZE = 10;

type Paged = Call<Pick<ValuesOf<typeof discoverMoreCall.options>, 'orden' | 'pagina'>>;

/** One page of the films that pass filters. Throws a UserError if none does. */
async function find(
  call: Paged,
  filters: FilmFilters,
  { catalogue }: Pick<Deps, 'catalogue'>,
): Promise<Discovered> {
  const { adult, language } = call;
  const { orden: order = 'known', pagina: wanted = 1 } = call.options;
  const tally = await tallyFilms(catalogue, filters, adult);
  if (tally.films === 0)
    throw new UserError(
      nothingReply(tally, filters, language, { again: discoverMoreCall, end: await readEnd(catalogue) }),
      {
        because: 'unknown',
        choices: [],
      },
    );
  const [page, person] = await Promise.all([
    readPage(catalogue, filters, { adult, order, wanted, size: PAGE_SIZE, total: tally.films }),
    filters.person === undefined ? undefined : readPersonName(catalogue, filters.person),
  ]);
  return { ...page, filters, person, order };
}

const suggestions = new Map([
  ['pais', suggestOrigins('country')],
  ['idioma', suggestOrigins('language')],
  ['persona', suggestPeople('either')],
]);

/** /descubrir: the films that pass filters, page by page. */
export const descubrir = lookupCommand({
  ...discoverCall,
  listed: 'catalogue',
  find: async (call, deps) => find(call, await readFilters(call, deps.catalogue), deps),
  reply: (found, { language }) => discoveredReply(found, language),
  reads: 'shared',
  json: discoverJson,
  // A client may claim to complete any option.
  autocomplete: async (focused, deps) => (await suggestions.get(focused.option)?.(focused, deps)) ?? [],
});

/** The buttons below the films, and the answer to a question which person was meant. */
export const descubrirMas = command({
  ...discoverMoreCall,
  listed: false,
  execute: async (call, deps) =>
    discoveredReply(await find(call, await readPacked(call, deps.catalogue), deps), call.language),
  reads: 'shared',
});
