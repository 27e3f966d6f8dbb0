import type { Snapshot } from '../catalogue/snapshot.ts';
import type { Deps } from '../command/command.ts';
import { type Call, type Choice, type Focused, UserError } from '../contract/call.ts';
import type { Theme } from '../game/question.ts';
import { FITS } from '../search/score.ts';
import { decadeChoices, findChoice } from '../slash/typed-values.ts';
import { shorten } from '../text/format.ts';
import { gameText } from '../text/game.ts';
import { quote } from '../text/sanitize.ts';
import { chooseOne } from './find.ts';
import { person, saga, suggestPeople, suggestSagas } from './kinds.ts';
import { chooseMatches, type LookupKind, match } from './match.ts';

/** A kind whose values say which kind they are of: "saga #1241". */
const marked = <Label extends { id: number }>(kind: LookupKind<Label>, word: string): LookupKind<Label> => ({
  ...kind,
  candidate(label, language) {
    const choice = kind.candidate(label, language);
    return { ...choice, value: `${word} ${choice.value}` };
  },
});

const sagas = marked(saga, 'saga');
const people = marked(person.either, 'persona');

/** A value "saga #1241", or a label "Saga: Harry Potter · 8 películas", in either language. */
const MARKED = /^(?<word>saga|series|persona|person)(?:: | (?=#))(?<name>.+)$/iu;

/**
 * The saga, person or decade that an option `tema` names; empty without the option. Between a saga and a person, the better fit
 * counts, then the saga. Throws a UserError that asks which one if several fit, and one if none does.
 */
export async function findTheme(
  call: Call<{ tema?: string }>,
  catalogue: Snapshot,
): Promise<Pick<Theme, 'decade' | 'collection' | 'person'>> {
  const { tema: typed } = call.options;
  if (typed === undefined) return {};
  const decade = findChoice(decadeChoices, typed);
  if (decade !== undefined) return { decade: Number(decade.value) };
  const { word = '', name = typed } = MARKED.exec(typed)?.groups ?? {};
  const isPerson = word.toLowerCase().startsWith('person');
  const wanted = { adult: call.adult, best: true };
  const [ofSagas, ofPeople] = await Promise.all([
    isPerson ? [] : match(sagas, catalogue, name, wanted),
    word !== '' && !isPerson ? [] : match(people, catalogue, name, wanted),
  ]);
  const asked = { ...call, options: { ...call.options, tema: typed } };
  if (rank(ofSagas) <= rank(ofPeople) && rank(ofSagas) < NONE) {
    const { id, name } = chooseOne(sagas, asked, 'tema', ofSagas);
    return { collection: { id, name } };
  }
  if (rank(ofPeople) === NONE)
    throw new UserError({ content: gameText[call.language].noTheme(quote(typed)) });
  const { id, name: personName } = chooseOne(people, asked, 'tema', ofPeople);
  return { person: { id, name: personName } };
}

const NONE = FITS.length;

/** How well the chosen matches fit; 0 is best, NONE without any. */
function rank(matches: Parameters<typeof chooseMatches>[0]): number {
  const [first] = chooseMatches(matches);
  return first === undefined ? NONE : FITS.indexOf(first.fit);
}

/** The most suggestions of sagas, and of people. */
const MOST = 12;

/** Autocomplete of a theme: a decade if one is typed, sagas and people. */
export async function suggestTheme(focused: Focused, deps: Pick<Deps, 'catalogue'>): Promise<Choice[]> {
  const { typed, language } = focused;
  const t = gameText[language];
  const decade = findChoice(decadeChoices, typed);
  const [sagaChoices, peopleChoices] = await Promise.all([
    suggestSagas(focused, deps),
    suggestPeople('either')(focused, deps),
  ]);
  return [
    ...(decade === undefined ? [] : [{ name: decade[language], value: String(decade.value) }]),
    ...sagaChoices
      .slice(0, MOST)
      .map(({ name, value }) => ({ name: shorten(t.themeSaga(name), 100), value: `saga ${value}` })),
    ...peopleChoices
      .slice(0, MOST)
      .map(({ name, value }) => ({ name: shorten(t.themePerson(name), 100), value: `persona ${value}` })),
  ];
}
