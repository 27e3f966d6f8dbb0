import type { Snapshot } from '../catalogue/snapshot.ts';
import { type Call, UserError } from '../contract/call.ts';
import type { ValuesOf } from '../contract/signature.ts';
import { staleReply } from '../replies/trouble.ts';
import { type discoverCall, discoverMoreCall } from '../slash/discover-calls.ts';
import { type FilmFilters, packFilters, unpackFilters } from '../slash/film-filters.ts';
import { readYears, type Years } from '../slash/typed-values.ts';
import { findPerson } from './kinds.ts';
import { findOptionalOrigin } from './origins.ts';

type Asked = Pick<
  ValuesOf<typeof discoverCall.options>,
  | 'genero'
  | 'epoca'
  | 'pais'
  | 'idioma'
  | 'duracion'
  | 'minutos_min'
  | 'minutos_max'
  | 'puntaje'
  | 'votos'
  | 'persona'
  | 'orden'
  | 'pagina'
>;

const RUNTIMES = {
  short: { shortest: undefined, longest: 89 },
  normal: { shortest: 90, longest: 129 },
  long: { shortest: 130, longest: undefined },
};

/**
 * The filters that the options name. Throws a UserError for a country or a language that cannot be read, and as
 * createLookup for a person; its question repeats the call with the other filters packed.
 */
export async function readFilters(call: Call<Asked>, catalogue: Snapshot): Promise<FilmFilters> {
  const { genero, duracion, minutos_min, minutos_max, puntaje, votos, persona } = call.options;
  const runtime = duracion === undefined ? undefined : RUNTIMES[duracion];
  const filters = {
    genre: genero,
    ...yearsOf(call),
    country: await findOptionalOrigin('country', call, catalogue, 'pais'),
    language: await findOptionalOrigin('language', call, catalogue, 'idioma'),
    shortest: minutos_min ?? runtime?.shortest,
    longest: minutos_max ?? runtime?.longest,
    score: puntaje,
    votes: votos,
  };
  const all = persona === undefined ? filters : await withPerson(call, persona, filters, catalogue);
  const { orden, pagina } = call.options;
  const shown = { ...(orden !== undefined && { orden }), ...(pagina !== undefined && { pagina }) };
  call.resolved?.({ filtros: packFilters(all), ...shown }, discoverMoreCall);
  return all;
}

/** The filters in the options of a button, with the person that was chosen. Throws a UserError if they cannot be read. */
export async function readPacked(
  call: Call<ValuesOf<typeof discoverMoreCall.options>>,
  catalogue: Snapshot,
): Promise<FilmFilters> {
  const filters = unpackFilters(call.options.filtros);
  if (filters === undefined) throw new UserError(staleReply(call.language));
  const { persona } = call.options;
  return persona === undefined ? filters : withPerson(call, persona, filters, catalogue);
}

async function withPerson(
  call: Call<Pick<Asked, 'orden'>>,
  persona: string,
  filters: FilmFilters,
  catalogue: Snapshot,
): Promise<FilmFilters> {
  const { orden } = call.options;
  const options = { filtros: packFilters(filters), persona, ...(orden !== undefined && { orden }) };
  const again = { ...call, signature: discoverMoreCall, options };
  return { ...filters, person: await findPerson(again, catalogue, 'persona', 'either') };
}

/** The years in the option `epoca`. */
export const yearsOf = ({ options: { epoca = '' } }: Call<Pick<Asked, 'epoca'>>): Years =>
  readYears(epoca) ?? {};
