import type { Snapshot } from '../../catalogue/snapshot.ts';
import type { Call, Language } from '../../contract/call.ts';
import { personHint, personLabel } from '../../replies/names.ts';
import { type PersonLabel, people, ROLE_FLAGS, type Role } from '../../search/kinds/people.ts';
import { shorten } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { findEntity, suggestEntities } from '../find.ts';
import type { LookupKind } from '../kind.ts';
import { readNameLabel } from '../match.ts';

const peopleWhoAre = (
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
export const person: Record<Role | 'any', LookupKind<PersonLabel>> = {
  any: peopleWhoAre(0, (typed, language) => text[language].personUnknown(typed)),
  actor: peopleWhoAre(ROLE_FLAGS.actor, (typed, language) => text[language].notAnActor(typed)),
  director: peopleWhoAre(ROLE_FLAGS.director, (typed, language) => text[language].notADirector(typed)),
};

/** The id of the person (in the role, or in any) that an option of the call names. Throws as findEntity. */
export const findPerson = <Name extends string>(
  call: Call<Readonly<Record<Name, string>>>,
  catalogue: Snapshot,
  option: Name,
  role: keyof typeof person,
) => findEntity(person[role], call, catalogue, option);

/** Autocomplete of the name of a person in the role, or in any. */
export const suggestPeople = (role: keyof typeof person) => suggestEntities(person[role]);
