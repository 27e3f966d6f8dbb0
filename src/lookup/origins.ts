import { type Origin, type OriginKind, readOrigins } from '../catalogue/film-sets.ts';
import type { Snapshot } from '../catalogue/snapshot.ts';
import type { Deps } from '../command/command.ts';
import type { Call, Choice, Focused, Language } from '../contract/call.ts';
import { buildIndex } from '../search/build-index.ts';
import { createFind } from '../search/find.ts';
import { PERSON_SCORING } from '../search/kind.ts';
import { amongThese } from '../slash/suggest-values.ts';
import { countryName, languageName } from '../text/format.ts';
import { chooseOne } from './find.ts';

/** A country or a language; `id` is its place by number of films. */
interface OriginLabel {
  id: number;
  code: string;
}

/** Names that neither Intl nor TMDB has. */
const OTHER_NAMES: Record<string, readonly string[]> = {
  US: ['USA', 'EE. UU.', 'US', 'Estados Unidos de América'],
  GB: ['Inglaterra', 'England', 'Gran Bretaña', 'Great Britain', 'UK'],
  NL: ['Holanda', 'Holland'],
  CZ: ['República Checa'],
};

const NAMES = { country: countryName, language: languageName } as const satisfies Record<OriginKind, unknown>;

/** The search over a few hundred names, which Intl has and the tables lack: it needs no file of the version. */
function createOriginFind(origins: readonly Origin[], nameOf: typeof countryName) {
  const rows = origins.flatMap(({ code, films, name }, id) =>
    [nameOf(code, 'es'), nameOf(code, 'en'), code, ...(OTHER_NAMES[code] ?? []), name]
      .filter((one) => one !== null)
      .map((one) => ({ id, name: one, folded: null, votes: films, year: 0, flags: 0 })),
  );
  return createFind(
    buildIndex(rows),
    (doc): OriginLabel => ({ id: doc, code: origins[doc]?.code ?? '' }),
    PERSON_SCORING,
  );
}

const openFind = (catalogue: Snapshot, kind: OriginKind) =>
  readOrigins(catalogue.unguarded, kind, (origins) => createOriginFind(origins, NAMES[kind]));

/** TMDB's code of the country or the language that an option of the call names. Throws as createLookup. */
export async function findOrigin<Name extends string>(
  kind: OriginKind,
  call: Call<Readonly<Record<Name, string>>>,
  catalogue: Snapshot,
  option: Name,
): Promise<string> {
  const find = await openFind(catalogue, kind);
  const candidate = ({ code }: OriginLabel, language: Language) => ({
    value: code,
    label: NAMES[kind](code, language),
  });
  const matches = find(call.options[option], { best: true, limit: 25 });
  return chooseOne({ words: kind, candidate }, call, option, matches).code;
}

/** As findOrigin; undefined without the option. */
export async function findOptionalOrigin<Name extends 'pais' | 'idioma'>(
  kind: OriginKind,
  call: Call<{ pais?: string; idioma?: string }>,
  catalogue: Snapshot,
  option: Name,
): Promise<string | undefined> {
  const { [option]: typed } = call.options;
  if (typed === undefined) return undefined;
  return findOrigin(
    kind,
    { ...call, options: { ...call.options, [option]: typed } as { [name in Name]: string } },
    catalogue,
    option,
  );
}

/** Autocomplete of a country or a language; the most common ones before anything is typed. */
export function suggestOrigins(kind: OriginKind) {
  return async ({ typed, language }: Focused, { catalogue }: Pick<Deps, 'catalogue'>): Promise<Choice[]> => {
    const find = await openFind(catalogue, kind);
    const suggest = (like: string) =>
      find(like, { limit: 24 }).map(({ code }) => ({ name: NAMES[kind](code, language), value: code }));
    const found = suggest(typed);
    return found.length > 0 ? found : amongThese(typed, suggest(''), language);
  };
}
