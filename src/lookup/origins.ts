import { type Origin, type OriginKind, readOrigins } from '../catalogue/film-sets.ts';
import type { Snapshot } from '../catalogue/snapshot.ts';
import type { Deps } from '../command/command.ts';
import type { Call, Choice, Focused, Language } from '../contract/call.ts';
import { buildIndex } from '../search/build-index.ts';
import { createFind } from '../search/find.ts';
import { PERSON_SCORING } from '../search/kind.ts';
import { countryName, languageName } from '../text/format.ts';
import { text } from '../text/text.ts';
import { chooseOne } from './find.ts';
import type { LookupKind } from './kind.ts';

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

interface OriginWords {
  nameOf(code: string, language: Language): string;
  sentences: LookupKind<OriginLabel>['sentences'];
}

const WORDS: Record<OriginKind, OriginWords> = {
  country: {
    nameOf: countryName,
    sentences: (typed, language) => ({
      several: text[language].severalCountries(typed),
      choose: text[language].chooseCountry,
      unknown: text[language].countryUnknown(typed),
    }),
  },
  language: {
    nameOf: languageName,
    sentences: (typed, language) => ({
      several: text[language].severalLanguages(typed),
      choose: text[language].chooseLanguage,
      unknown: text[language].languageUnknown(typed),
    }),
  },
};

/** The search over a few hundred names, which Intl has and the tables lack: it needs no file of the version. */
function createOriginFind(origins: readonly Origin[], nameOf: OriginWords['nameOf']) {
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
  readOrigins(catalogue.unguarded, kind, (origins) => createOriginFind(origins, WORDS[kind].nameOf));

/** TMDB's code of the country or the language that an option of the call names. Throws as findEntity. */
export async function findOrigin<Name extends string>(
  kind: OriginKind,
  call: Call<Readonly<Record<Name, string>>>,
  catalogue: Snapshot,
  option: Name,
): Promise<string> {
  const find = await openFind(catalogue, kind);
  const { nameOf, sentences } = WORDS[kind];
  const candidate = ({ code }: OriginLabel, language: Language) => ({
    value: code,
    label: nameOf(code, language),
  });
  const matches = find(call.options[option], { best: true, limit: 25 });
  return chooseOne({ sentences, candidate }, call, option, matches).code;
}

/** Autocomplete of a country or a language; the most common ones before anything is typed. */
export function suggestOrigins(kind: OriginKind) {
  return async ({ typed, language }: Focused, { catalogue }: Pick<Deps, 'catalogue'>): Promise<Choice[]> => {
    const find = await openFind(catalogue, kind);
    return find(typed, { limit: 25 }).map(({ code }) => ({
      name: WORDS[kind].nameOf(code, language),
      value: code,
    }));
  };
}
