import type { Brief } from '../catalogue/film.ts';
import type { Language } from '../contract/call.ts';
import { CHOSEN, customId } from '../contract/custom-id.ts';
import { filmCall } from '../slash/calls.ts';
import { listOf, oneDecimal, shorten } from '../text/format.ts';
import { plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { selectRow } from './components.ts';
import { titleAndYear, titleInBrief } from './names.ts';

/** A numbered line: "**1. Toy Story (1995)** · ★ 7.7", without the mean if there are no votes. */
export function rankedLine(film: Brief, place: number, language: Language): string {
  const title = `**${place}. ${shorten(titleAndYear(film, language), 200)}**`;
  return film.vote_count === 0 ? title : `${title} · ★ ${oneDecimal(film.vote_average, language)}`;
}

/** "**Heat (1995)** · ★ 7.7 · Michael Mann"; `facts` stand after the title. */
export function summaryLine(film: Brief, language: Language, facts: readonly string[] = []): string {
  const { vote_count: votes, vote_average: mean, directors } = film;
  const score = votes > 0 && mean > 0 ? `★ ${oneDecimal(mean, language)}` : text[language].noVotes;
  const names = listOf(
    directors.slice(0, 2).map(({ name }) => plain(shorten(name, 40))),
    language,
  );
  const title = `**${shorten(titleAndYear(film, language), 180)}**`;
  return [title, ...facts, score, ...(names === '' ? [] : [names])].join(' · ');
}

/** A select that opens the card of one of 1 to 25 films. */
export const cardSelect = (films: readonly Brief[], language: Language) =>
  selectRow(
    customId('add', filmCall, { titulo: CHOSEN }),
    text[language].openPick,
    films.map((film) => ({
      label: titleInBrief(film, language),
      value: `#${film.id}`,
    })),
  );

/** The best known films of a larger set: a heading and a line for each. */
export const bestKnownLines = (films: readonly Brief[], language: Language): string =>
  [text[language].bestKnownFilms, ...films.map((film, index) => rankedLine(film, index + 1, language))].join(
    '\n\n',
  );
