import { readCountries } from '../catalogue/countries.ts';
import type { Snapshot } from '../catalogue/snapshot.ts';
import type { Call } from '../contract/call.ts';
import { countryName } from '../text/format.ts';
import { type CodeSet, findCode, suggestCodes } from './named-codes.ts';

const countries: CodeSet = {
  option: 'pais',
  read: readCountries,
  nameOf: countryName,
  others: {
    usa: 'US',
    eeuu: 'US',
    'ee uu': 'US',
    america: 'US',
    uk: 'GB',
    inglaterra: 'GB',
    england: 'GB',
    'gran bretana': 'GB',
    'great britain': 'GB',
    corea: 'KR',
    korea: 'KR',
    holanda: 'NL',
    holland: 'NL',
    'czech republic': 'CZ',
    'republica checa': 'CZ',
    turkey: 'TR',
    urss: 'SU',
    ussr: 'SU',
  },
};

/**
 * The code of the country in the option `pais`; undefined without the option. Throws a UserError if the catalogue has no film
 * from there.
 */
export const findCountry = (call: Call<{ readonly pais?: string }>, catalogue: Snapshot) =>
  findCode(countries, call.options.pais, catalogue, call.language);

/** Autocomplete of a country by its name in the reader's language, sorted by number of films. */
export const suggestCountries = suggestCodes(countries);
