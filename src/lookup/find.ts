import type { FilmMatch } from '../catalogue/match-films.ts';
import type { PersonMatch, Role } from '../catalogue/match-people.ts';
import { readId, whatIsMeant } from '../catalogue/matches.ts';
import type { Snapshot } from '../catalogue/snapshot.ts';
import type { Deps } from '../command/command.ts';
import { asksSomething } from '../command/guard.ts';
import { type Call, type Choice, type Focused, UserError } from '../contract/call.ts';
import { askWhich, type Candidate, suggest } from '../replies/ask-which.ts';
import { filmLabel, personHint, personLabel, titleOf } from '../replies/names.ts';
import { shorten } from '../text/format.ts';
import { quote } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { filmsNamed, peopleNamed } from './named.ts';

/**
 * The id of the film that an option of the call names. Throws a UserError that asks which one when several fit
 * equally well, and one that suggests others when none does.
 */
export async function findFilm<Name extends string>(
  call: Call<Readonly<Record<Name, string>>>,
  catalogue: Snapshot,
  option: Name,
): Promise<number> {
  const typed = call.options[option];
  const words = text[call.language];
  const candidate = (film: FilmMatch): Candidate => ({
    value: `#${film.id}`,
    label: filmLabel(film, call.language),
  });
  const found = await filmsNamed(catalogue, typed, { adult: call.adult, best: true });
  refuseUnknownId(typed, found, call);
  const matches = whatIsMeant(found);
  const [only, ...others] = matches;
  if (only !== undefined && others.length === 0) return only.id;
  if (only !== undefined) {
    const choices = matches.map(candidate);
    const asking = { question: words.severalFilms(quote(typed)), placeholder: words.chooseFilm };
    throw new UserError(askWhich(call, option, asking, choices), { because: 'several', choices });
  }
  const choices = found.map(candidate);
  throw new UserError(suggest(call, option, words.filmUnknown(quote(typed)), choices), {
    because: 'unknown',
    choices,
  });
}

/** The id of the person that an option of the call names, among those who acted or directed. Throws as findFilm. */
export async function findPerson<Name extends string>(
  call: Call<Readonly<Record<Name, string>>>,
  catalogue: Snapshot,
  option: Name,
  role: Role,
): Promise<number> {
  const typed = call.options[option];
  const words = text[call.language];
  const found = await peopleNamed(catalogue, typed, { role, best: true });
  refuseUnknownId(typed, found, call);
  const matches = whatIsMeant(found);
  const [only, ...others] = matches;
  if (only !== undefined && others.length === 0) return only.id;
  if (only !== undefined) {
    const choices = matches.map((person) => {
      const hint = personHint(person, call.language);
      const label = shorten(person.name, 100);
      return { value: `#${person.id}`, label, ...(hint === '' ? {} : { description: hint }) };
    });
    const asking = { question: words.severalPeople(quote(typed)), placeholder: words.choosePerson };
    throw new UserError(askWhich(call, option, asking, choices), { because: 'several', choices });
  }
  const sentence = role === 'actor' ? words.notAnActor(quote(typed)) : words.notADirector(quote(typed));
  const choices = found.map((person) => ({
    value: `#${person.id}`,
    label: person.name,
    description: personHint(person, call.language),
  }));
  throw new UserError(suggest(call, option, sentence, choices), { because: 'unknown', choices });
}

function refuseUnknownId(typed: string, found: readonly unknown[], { language }: Call): void {
  if (readId(typed) !== undefined && found.length === 0)
    throw new UserError({ content: text[language].noSuchId }, { because: 'unknown', choices: [] });
}

/** Autocomplete of a title: up to 25 films, labelled so that namesakes can be told apart; by title alone in a game. */
export async function suggestTitles(focused: Focused, { catalogue }: Deps): Promise<Choice[]> {
  const [films, withheld] = await Promise.all([
    filmsNamed(catalogue, focused.typed, { adult: focused.adult }),
    catalogue.withheld(),
  ]);
  const label = asksSomething(withheld)
    ? (film: FilmMatch) => shorten(titleOf(film, focused.language), 100)
    : (film: FilmMatch) => filmLabel(film, focused.language);
  return choicesOf(films, label);
}

/** Autocomplete of a name, among those who acted or directed: up to 25 people; in a game by name alone. */
export function suggestPeople(role: Role) {
  return async (focused: Focused, { catalogue }: Deps): Promise<Choice[]> => {
    const [people, withheld] = await Promise.all([
      peopleNamed(catalogue, focused.typed, { role }),
      catalogue.withheld(),
    ]);
    const label = asksSomething(withheld)
      ? (person: PersonMatch) => shorten(person.name, 100)
      : (person: PersonMatch) => personLabel(person, focused.language);
    return choicesOf(people, label);
  };
}

/** Things as choices; those that would have one label have their ids in it as well. */
function choicesOf<Match extends { id: number }>(
  matches: readonly Match[],
  label: (match: Match) => string,
): Choice[] {
  const labels = matches.map(label);
  const isShared = (name: string) => labels.indexOf(name) !== labels.lastIndexOf(name);
  return matches.map(({ id }, index) => {
    const name = labels[index] ?? '';
    const end = ` · #${id}`;
    return { name: isShared(name) ? `${shorten(name, 100 - end.length)}${end}` : name, value: `#${id}` };
  });
}
