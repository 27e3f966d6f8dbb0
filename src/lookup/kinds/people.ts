import type { Snapshot } from '../../catalogue/snapshot.ts';
import type { Call, Language } from '../../contract/call.ts';
import { personHint, personLabel } from '../../replies/names.ts';
import { type Role as OneRole, type PersonLabel, people, ROLE_FLAGS } from '../../search/kinds/people.ts';
import { shorten } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { findEntity, suggestEntities } from '../find.ts';
import type { LookupKind } from '../kind.ts';
import { readNameLabel } from '../match.ts';

/** The role that a person needs to be found. */
type Role = OneRole | 'either';

const peopleWith = (
  requiredFlags: number,
  unknown: (typed: string, language: Language) => string,
): LookupKind<PersonLabel> => ({
  entity: people,
  requiredFlags,
  label: personLabel,
  nameLabel: ({ name }) => shorten(name, 100),
  readLabel: readNameLabel,
  yearOf: () => undefined,
  candidate(match, language) {
    const hint = personHint(match, language);
    const named = { value: `#${match.id}`, label: shorten(match.name, 100) };
    return hint === '' ? named : { ...named, description: hint };
  },
  sentences: (typed, language) => ({
    several: text[language].severalPeople(typed),
    choose: text[language].choosePerson,
    unknown: unknown(typed, language),
  }),
});

/** Actors, directors, and both. */
export const person: Record<Role, LookupKind<PersonLabel>> = {
  actor: peopleWith(ROLE_FLAGS.actor, (typed, language) => text[language].notAnActor(typed)),
  director: peopleWith(ROLE_FLAGS.director, (typed, language) => text[language].notADirector(typed)),
  either: peopleWith(0, (typed, language) => text[language].personUnknown(typed)),
};

/** The id of the person that an option of the call names. Throws as findEntity. */
export const findPerson = <Name extends string>(
  call: Call<Readonly<Record<Name, string>>>,
  catalogue: Snapshot,
  option: Name,
  role: Role,
) => findEntity(person[role], call, catalogue, option);

/** Autocomplete of a person's name. */
export const suggestPeople = (role: Role) => suggestEntities(person[role]);
