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

/** One page of the films that pass filters; a page after the last one is the last. Throws a UserError if none does. */
async function find(
  call: Paged,
  filters: FilmFilters,
  { catalogue }: Pick<Deps, 'catalogue'>,
): Promise<Discovered> {
  const { adult, language } = call;
  const { orden: order = 'known', pagina = 1 } = call.options;
  const read = (page: number) => readPage(catalogue, filters, { adult, order, page, size: PAGE_SIZE });
  const readLast = async () => {
    const tally = await tallyFilms(catalogue, filters, adult);
    const last = await read(Math.max(1, Math.ceil(tally.films / PAGE_SIZE)));
    if (last !== undefined) return last;
    const none = { again: discoverMoreCall, end: await readEnd(catalogue) };
    throw new UserError(nothingReply(tally, filters, language, none), { because: 'unknown', choices: [] });
  };
  const [page, person] = await Promise.all([
    read(pagina).then((found) => found ?? readLast()),
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
});
