import type { Snapshot } from '../../catalogue/snapshot.ts';
import type { Call } from '../../contract/call.ts';
import { companyHint } from '../../replies/names.ts';
import { type CompanyLabel, companies } from '../../search/kinds/companies.ts';
import { shorten } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { findEntity, suggestEntities } from '../find.ts';
import type { LookupKind } from '../kind.ts';
import { readNameLabel } from '../match.ts';

const company: LookupKind<CompanyLabel> = {
  entity: companies,
  requiredFlags: 0,
  label: (match, language) => shorten(`${shorten(match.name, 45)} · ${companyHint(match, language)}`, 100),
  nameLabel: ({ name }) => shorten(name, 100),
  readLabel: readNameLabel,
  yearOf: () => undefined,
  candidate: (match, language) => ({
    value: `#${match.id}`,
    label: shorten(match.name, 100),
    description: companyHint(match, language),
  }),
  sentences: (typed, language) => ({
    several: text[language].severalCompanies(typed),
    choose: text[language].chooseCompany,
    unknown: text[language].companyUnknown(typed),
  }),
};

/** The id of the production company that an option of the call names. Throws as findEntity. */
export const findCompany = <Name extends string>(
  call: Call<Readonly<Record<Name, string>>>,
  catalogue: Snapshot,
  option: Name,
) => findEntity(company, call, catalogue, option);

/** Autocomplete of a production company. */
export const suggestCompanies = suggestEntities(company);
