import type { APIEmbedField } from 'discord-api-types/v10';
import type { Career, Credit } from '../catalogue/success.ts';
import type { Language } from '../contract/call.ts';
import { count, money, ratio, times } from '../text/format.ts';
import { plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { titleInBrief } from './names.ts';

/** The money that a person's films made, and the official figures of their success. */
export const returnFields = (career: Career, language: Language): APIEmbedField[] => [
  { name: text[language].whatTheyMade, value: moneySentence(career, language) },
  { name: text[language].success, value: officialFigures(career, language) },
];

/** Cost, revenue and median return over the films with reliable money, and the best and worst of them. */
function moneySentence({ success, films }: Career, language: Language): string {
  const t = text[language];
  const known = films.filter((film) => film.reliable).sort(byReturn);
  const [best] = known;
  const worst = known.at(-1);
  if (best === undefined || worst === undefined) return t.noReliableMoney;
  const [cost, revenue] = [sum(known, 'budget'), sum(known, 'revenue')];
  const made = t.costAndRevenueOfAll({
    known: known.length,
    all: films.length,
    count: (films) => count(films, language),
    cost: money(cost, language),
    revenue: money(revenue, language),
    ratio: ratio(revenue / cost, language),
    median: ratio(success.reliable_median ?? 0, language),
  });
  if (best === worst) return made;
  const named = (film: Credit) => `${plain(titleInBrief(film, language))}, ${times(film.return, language)}`;
  return `${made}\n${t.bestAndWorst(named(best), named(worst))}`;
}

/** Sum and mean of all returns, and the number of films; a note if one film with doubtful figures is more than half of the sum. */
function officialFigures({ success, films }: Career, language: Language): string {
  const t = text[language];
  if (success.success === 0) return t.noFigures;
  const figures = t.official(
    times(success.success, language),
    times(success.mean, language),
    count(success.films, language),
  );
  const doubtful = films.find((film) => !film.reliable && film.return > success.success / 2);
  if (doubtful === undefined) return figures;
  return `${figures}\n${t.mostlyFrom(plain(titleInBrief(doubtful, language)), money(doubtful.budget, language))}`;
}

/** Highest return first; films without reliable money last. */
export const byReturn = (a: Credit, b: Credit) =>
  Number(b.reliable) - Number(a.reliable) || b.return - a.return || a.id - b.id;

const sum = (films: readonly Credit[], amount: 'budget' | 'revenue') =>
  films.reduce((total, film) => total + film[amount], 0);

/** "12.4×"; says so if a figure is unknown, or too small to mean anything. */
export function returnOf(film: Credit, language: Language): string {
  if (film.reliable) return times(film.return, language);
  return film.return > 0 ? text[language].doubtfulMoney : text[language].noFigures;
}
