import type { Snapshot } from '../catalogue/snapshot.ts';
import type { Call, Language } from '../contract/call.ts';
import { companyHint, filmLabel, filmsHint, personHint, titleOf } from '../replies/names.ts';
import type { EntityKind } from '../search/kind.ts';
import { companies } from '../search/kinds/companies.ts';
import { type FilmLabel, films } from '../search/kinds/films.ts';
import { type PersonLabel, people, ROLE_FLAGS, type Role } from '../search/kinds/people.ts';
import { sagas } from '../search/kinds/sagas.ts';
import { shorten } from '../text/format.ts';
import { text } from '../text/text.ts';
import { createLookup, createSuggestions } from './find.ts';
import { cutOffName, type LookupKind, readNameLabel, withoutDots } from './match.ts';

export const film: LookupKind<FilmLabel> = {
  entity: films,
  words: 'film',
  requiredFlags: 0,
  label: filmLabel,
  nameLabel: (match, language) => shorten(titleOf(match, language), 100),
  readLabel(typed) {
    const { titles, year } = FILM_LABEL.exec(typed.trim())?.groups ?? {};
    const whole = titles ?? cutOffName(typed);
    if (whole === undefined) return undefined;
    // A title may contain the separator: "Face / Off".
    const parts = whole.split(' / ');
    const names = parts.map((_, count) => parts.slice(0, count + 1).join(' / '));
    return { names: names.map(withoutDots).reverse(), year: year === undefined ? undefined : Number(year) };
  },
  yearOf: ({ release_year: year }) => year ?? undefined,
  candidate: (match, language) => ({ value: `#${match.id}`, label: filmLabel(match, language) }),
};

const UNKNOWN_YEARS = Object.values(text)
  .map(({ unknownYear }) => unknownYear)
  .join('|');

/** "Title / Other title (1995) · Directors"; the other title and the directors are optional. */
const FILM_LABEL = new RegExp(`^(?<titles>.+) \\((?:(?<year>\\d{4})|${UNKNOWN_YEARS})\\)(?: · .*)?$`, 'su');

/** A kind with labels "Name · hint". The hint distinguishes namesakes. */
function named<Label extends { id: number; name: string }>(
  entity: EntityKind<Label>,
  words: LookupKind<Label>['words'],
  hint: (match: Label, language: Language) => string,
  { requiredFlags = 0, longestName = 100 } = {},
): LookupKind<Label> {
  return {
    entity,
    words,
    requiredFlags,
    label: (match, language) =>
      shorten(`${shorten(match.name, longestName)} · ${hint(match, language)}`, 100),
    nameLabel: ({ name }) => shorten(name, 100),
    readLabel: readNameLabel,
    yearOf: () => undefined,
    candidate(match, language) {
      const description = hint(match, language);
      const choice = { value: `#${match.id}`, label: shorten(match.name, 100) };
      return description === '' ? choice : { ...choice, description };
    },
  };
}

/** The role that a person needs to be found. */
type WantedRole = Role | 'either';

export const person: Record<WantedRole, LookupKind<PersonLabel>> = {
  actor: named(people, 'actor', personHint, { requiredFlags: ROLE_FLAGS.actor }),
  director: named(people, 'director', personHint, { requiredFlags: ROLE_FLAGS.director }),
  either: named(people, 'person', personHint),
};
export const saga = named(sagas, 'saga', filmsHint);
const company = named(companies, 'company', companyHint, { longestName: 45 });

export const findFilm = createLookup(film);
export const suggestTitles = createSuggestions(film);

const findPersonOf = {
  actor: createLookup(person.actor),
  director: createLookup(person.director),
  either: createLookup(person.either),
};
/** As createLookup, for a person with a role. */
export const findPerson = <Name extends string>(
  call: Call<Readonly<Record<Name, string>>>,
  catalogue: Snapshot,
  option: Name,
  role: WantedRole,
) => findPersonOf[role](call, catalogue, option);
export const suggestPeople = (role: WantedRole) => createSuggestions(person[role]);

export const findSaga = createLookup(saga);
export const suggestSagas = createSuggestions(saga);

export const findCompany = createLookup(company);
export const suggestCompanies = createSuggestions(company);
