import type { Snapshot } from '../../catalogue/snapshot.ts';
import type { Call } from '../../contract/call.ts';
import { filmsHint } from '../../replies/names.ts';
import { type SagaLabel, sagas } from '../../search/kinds/sagas.ts';
import { shorten } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { findEntity, suggestEntities } from '../find.ts';
import type { LookupKind } from '../kind.ts';
import { readNameLabel } from '../match.ts';

const saga: LookupKind<SagaLabel> = {
  entity: sagas,
  requiredFlags: 0,
  label: (match, language) => shorten(`${match.name} · ${filmsHint(match, language)}`, 100),
  nameLabel: ({ name }) => shorten(name, 100),
  readLabel: readNameLabel,
  yearOf: () => undefined,
  candidate: (match, language) => ({
    value: `#${match.id}`,
    label: shorten(match.name, 100),
    description: filmsHint(match, language),
  }),
  sentences: (typed, language) => ({
    several: text[language].severalSagas(typed),
    choose: text[language].chooseSaga,
    unknown: text[language].sagaUnknown(typed),
  }),
};

/** The id of the saga that an option of the call names. Throws as findEntity. */
export const findSaga = <Name extends string>(
  call: Call<Readonly<Record<Name, string>>>,
  catalogue: Snapshot,
  option: Name,
) => findEntity(saga, call, catalogue, option);

/** Autocomplete of a saga. */
export const suggestSagas = suggestEntities(saga);
