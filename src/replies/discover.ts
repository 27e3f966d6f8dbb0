import { EmbedBuilder } from '@discordjs/builders';
import type { DiscoveredPage, FilterName, Order, Tally } from '../catalogue/discover.ts';
import type { Film } from '../catalogue/film.ts';
import type { Language, Reply } from '../contract/call.ts';
import { customId } from '../contract/custom-id.ts';
import type { Signature } from '../contract/signature.ts';
import { discoverMoreCall, surpriseCall } from '../slash/discover-calls.ts';
import { type FilmFilters, packFilters } from '../slash/film-filters.ts';
import { genreNamed } from '../slash/options.ts';
import { count, countryName, genreName, languageName, monthOf, shorten } from '../text/format.ts';
import { plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { button, row } from './components.ts';
import { colours, posterOf, sentenceEmbed } from './embeds.ts';
import { filmCard } from './film-card.ts';
import { cardSelect, summaryLine } from './film-list.ts';

/** One page of films that pass filters. */
export interface Discovered extends DiscoveredPage {
  filters: FilmFilters;
  /** The name of the person in the filters. */
  person: string | undefined;
  order: Order;
}

/** One page of films, a line each; a select that opens a card, and buttons to other pages and to a random film. */
export function discoveredReply(found: Discovered, language: Language): Reply {
  const t = text[language];
  const { films, filters, person, order, page, pages, total } = found;
  const wanted = wordFilters(filters, person, language).join(' · ');
  const heading = wanted === '' ? t.anyFilm : wanted.charAt(0).toUpperCase() + wanted.slice(1);
  const [first] = films;
  const footer = [
    t.foundFilms(count(total, language), total === 1),
    t.orders[order],
    ...(pages > 1 ? [t.page(page, pages)] : []),
  ];
  const embed = new EmbedBuilder(first && posterOf(first, language))
    .setColor(colours.film)
    .setTitle(shorten(plain(heading), 256))
    .setDescription(films.map((film) => summaryLine(film, language)).join('\n\n'))
    .setFooter({ text: footer.join(' · ') });
  return {
    embeds: [embed.toJSON()],
    components: [cardSelect(films, language), pageButtons(found, language)],
  };
}

function pageButtons({ filters, order, page, pages }: Discovered, language: Language) {
  const t = text[language];
  const filtros = packFilters(filters);
  const turn = (label: string, pagina: number, disabled: boolean) =>
    button(label, customId('replace', discoverMoreCall, { filtros, orden: order, pagina }), { disabled });
  return row(
    ...(pages > 1 ? [turn(t.previous, page - 1, page === 1), turn(t.next, page + 1, page === pages)] : []),
    button(t.surprise, customId('add', surpriseCall, { filtros })),
  );
}

/** The card of a random film, with a button that draws another one. */
export function surpriseReply(film: Film, filters: FilmFilters, language: Language): Reply {
  const card = filmCard(film, language);
  const again = customId('add', surpriseCall, { filtros: packFilters(filters) });
  return {
    ...card,
    components: [...(card.components ?? []), row(button(text[language].surpriseAgain, again))],
  };
}

/** Whether only films after the end of the catalogue are asked for. */
export const isAfterEnd = ({ fromYear }: FilmFilters, end: string): boolean =>
  fromYear !== undefined && fromYear > Number(end.slice(0, 4));

/**
 * Says that no film passes the filters, and which one to drop; a button drops it and calls `again`. `end`: the date at which the
 * catalogue ends, for years after it.
 */
export function nothingReply(
  { without: [best] }: Tally,
  filters: FilmFilters,
  language: Language,
  { again, end }: { again: Signature<Pick<typeof surpriseCall.options, 'filtros'>>; end: string },
): Reply {
  const t = text[language];
  const hint = isAfterEnd(filters, end) ? `${t.catalogueEnds(monthOf(end, language))} ` : '';
  if (best === undefined) {
    const several = Object.values(filters).filter((value) => value !== undefined).length > 1;
    return { embeds: [sentenceEmbed(hint + (several ? t.noSuchFilmAtAll : t.noSuchFilm), 'trouble')] };
  }
  const sentence = t.noSuchFilmWithout(t.filters[best.filter], count(best.films, language), best.films === 1);
  const filtros = packFilters(withoutFilter(filters, best.filter));
  return {
    embeds: [sentenceEmbed(hint + sentence, 'trouble')],
    components: [row(button(t.dropFilter(t.filters[best.filter]), customId('add', again, { filtros })))],
  };
}

const FIELDS: Record<FilterName, (keyof FilmFilters)[]> = {
  genre: ['genre'],
  years: ['fromYear', 'toYear'],
  country: ['country'],
  language: ['language'],
  runtime: ['shortest', 'longest'],
  score: ['score'],
  votes: ['votes'],
  person: ['person'],
};

const withoutFilter = (filters: FilmFilters, filter: FilterName): FilmFilters => ({
  ...filters,
  ...Object.fromEntries(FIELDS[filter].map((field) => [field, undefined])),
});

/** Each filter in words, plain text. */
export function wordFilters(filters: FilmFilters, person: string | undefined, language: Language): string[] {
  const t = text[language];
  const { genre, country, language: spoken, score, votes } = filters;
  return [
    genre === undefined ? undefined : genreName(genreNamed(genre), language),
    wordYears(filters, language),
    country === undefined ? undefined : countryName(country, language),
    spoken === undefined ? undefined : t.inLanguage(languageName(spoken, language)),
    wordMinutes(filters, language),
    score === undefined ? undefined : t.fromScore(String(score)),
    votes === undefined ? undefined : t.fromVotes(count(votes, language), votes === 1),
    person === undefined ? undefined : t.withPerson(person),
  ].filter((words) => words !== undefined);
}

function wordYears({ fromYear: from, toYear: to }: FilmFilters, language: Language): string | undefined {
  const t = text[language];
  if (from === undefined) return to === undefined ? undefined : t.toYear(to);
  if (to === undefined) return t.fromYear(from);
  if (from === to) return String(from);
  return from % 10 === 0 && to === from + 9 ? t.decade(from) : `${from}–${to}`;
}

function wordMinutes({ shortest, longest }: FilmFilters, language: Language): string | undefined {
  const t = text[language];
  if (shortest === undefined) return longest === undefined ? undefined : t.toMinutes(longest);
  return longest === undefined ? t.fromMinutes(shortest) : `${shortest}–${longest} min`;
}
