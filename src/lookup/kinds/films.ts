import type { Snapshot } from '../../catalogue/snapshot.ts';
import type { Call } from '../../contract/call.ts';
import { searchButton } from '../../replies/described.ts';
import { filmLabel, titleOf } from '../../replies/names.ts';
import { type FilmLabel, films } from '../../search/kinds/films.ts';
import { shorten } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { findEntity, suggestEntities } from '../find.ts';
import type { LookupKind } from '../kind.ts';
import { cutOffName, withoutDots } from '../match.ts';

export const film: LookupKind<FilmLabel> = {
  entity: films,
  requiredFlags: 0,
  label: filmLabel,
  nameLabel: (match, language) => shorten(titleOf(match, language), 100),
  readLabel(typed) {
    const { titles, year } = LABEL.exec(typed.trim())?.groups ?? {};
    const whole = titles ?? cutOffName(typed);
    if (whole === undefined) return undefined;
    // A title may contain the separator: "Face / Off".
    const parts = whole.split(' / ');
    const names = parts.map((_, count) => parts.slice(0, count + 1).join(' / '));
    return { names: names.map(withoutDots).reverse(), year: year === undefined ? undefined : Number(year) };
  },
  yearOf: ({ release_year: year }) => year ?? undefined,
  candidate: (match, language) => ({ value: `#${match.id}`, label: filmLabel(match, language) }),
  otherwise: (typed, language) => [searchButton('add', text[language].searchPlot, typed)],
  sentences: (typed, language) => ({
    several: text[language].severalFilms(typed),
    choose: text[language].chooseFilm,
    unknown: text[language].filmUnknown(typed),
  }),
};

const UNKNOWN_YEARS = Object.values(text)
  .map(({ unknownYear }) => unknownYear)
  .join('|');

/** "Title / Other title (1995) · Directors"; the other title and the directors are optional. */
const LABEL = new RegExp(`^(?<titles>.+) \\((?:(?<year>\\d{4})|${UNKNOWN_YEARS})\\)(?: · .*)?$`, 'su');

/** The id of the film that an option of the call names. Throws as findEntity. */
export const findFilm = <Name extends string>(
  call: Call<Readonly<Record<Name, string>>>,
  catalogue: Snapshot,
  option: Name,
) => findEntity(film, call, catalogue, option);

/** Autocomplete of a title. */
export const suggestTitles = suggestEntities(film);
