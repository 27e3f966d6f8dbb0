import type { Language } from '../contract/call.ts';
import { CHOSEN, customId } from '../contract/custom-id.ts';
import { filmCall } from '../slash/calls.ts';
import { shorten } from '../text/format.ts';
import { text } from '../text/text.ts';
import { selectRow } from './components.ts';
import { type Named, titleOf } from './names.ts';

/** A select that opens the card of one of up to 25 films. */
export const cardSelect = (films: readonly (Named & { id: number })[], language: Language) =>
  selectRow(
    customId('add', filmCall, { titulo: CHOSEN }),
    text[language].openPick,
    films.map((film) => ({
      label: shorten(`${titleOf(film, language)} (${film.release_year ?? text[language].unknownYear})`, 100),
      value: `#${film.id}`,
    })),
  );
