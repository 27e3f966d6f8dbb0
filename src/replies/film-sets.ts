import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbedField } from 'discord-api-types/v10';
import type { Brief } from '../catalogue/film.ts';
import { type Company, type FilmsOf, type Openings, type Saga, sumRevenues } from '../catalogue/film-sets.ts';
import type { Language, Reply } from '../contract/call.ts';
import { count, countryName, languageName, money, percent, shorten, times } from '../text/format.ts';
import { plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { colours } from './embeds.ts';
import { bestKnownLines, cardSelect } from './film-list.ts';
import { collectionName, filmLabel, titleAndYear } from './names.ts';

/** A production company: how many films, their total revenue and mean return, and the best known. */
export function companyReply(company: Company, language: Language): Reply {
  const t = text[language];
  const { films, revenue, with_revenue, mean_return, reliable, best } = company;
  const sentence = t.companyFilms(count(films, language), films === 1);
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(plain(company.name).slice(0, 256))
    .setDescription(`${sentence}\n\n${bestKnownLines(best, language)}`)
    .setFooter({ text: t.reliableNote })
    .addFields(
      knownFigure(t.totalRevenue, money(revenue, language), with_revenue, language),
      knownFigure(t.meanReturn, times(mean_return ?? 0, language), reliable, language),
    );
  return { embeds: [embed.toJSON()], components: [cardSelect(best, language)] };
}

/** The most options of a select. */
const MOST = 25;

/** A saga: how many films, their total and mean revenue, and its films by date; of a long one the best known. */
export function sagaReply({ name, films }: Saga, language: Language): Reply {
  const t = text[language];
  const { total, known } = sumRevenues(films);
  const shown = films.slice(0, MOST).sort(byDate);
  const lines = shown.map((film) => line(film, language));
  const sentence = t.sagaFilms(count(films.length, language), films.length === 1);
  const only = films.length > MOST ? ` ${t.onlyBestKnown(count(MOST, language))}` : '';
  const embed = new EmbedBuilder()
    .setColor(colours.film)
    .setTitle(plain(collectionName(name)).slice(0, 256))
    .setDescription(`${sentence}${only}\n\n${lines.join('\n\n')}`)
    .addFields(
      knownFigure(t.totalRevenue, money(total, language), known, language),
      knownFigure(t.meanRevenue, money(known === 0 ? 0 : total / known, language), known, language),
    );
  return { embeds: [embed.toJSON()], components: [cardSelect(shown, language)] };
}

const byDate = (a: Brief, b: Brief) =>
  (a.release_date ?? '9999').localeCompare(b.release_date ?? '9999') || a.id - b.id;

function line(film: Brief, language: Language): string {
  const t = text[language];
  const made = film.revenue > 0 ? `${t.revenue} ${money(film.revenue, language)}` : t.noFigures;
  return `**${shorten(titleAndYear(film, language), 110)}** · ${made}`;
}

/** How many films a country produced, and the best known. */
export const countryReply = (found: FilmsOf & { code: string }, language: Language): Reply =>
  originReply(found, countryName(found.code, language), text[language].filmsOfCountry, language);

/** How many films have an original language, and the best known. */
export const languageReply = (found: FilmsOf & { code: string }, language: Language): Reply =>
  originReply(found, languageName(found.code, language), text[language].filmsOfLanguage, language);

function originReply(
  { films, best }: FilmsOf,
  name: string,
  sentence: (films: string, name: string, one: boolean) => string,
  language: Language,
): Reply {
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const counted = sentence(count(films, language), name, films === 1);
  const list = best.length === 0 ? '' : `\n\n${bestKnownLines(best, language)}`;
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(title)
    .setDescription(counted + list);
  return { embeds: [embed.toJSON()], components: best.length === 0 ? [] : [cardSelect(best, language)] };
}

/** A figure over the films with a known value, and how many these are; "sin dato" if there are none. */
export function knownFigure(name: string, figure: string, known: number, language: Language): APIEmbedField {
  const t = text[language];
  const over = known === 0 ? t.noFigure : `**${figure}**\n${t.ofKnown(count(known, language), known === 1)}`;
  return { name, value: over, inline: true };
}

/** How many films opened in a month (`unit` "month", 1 to 12) or on a weekday (1 = Monday to 7). */
export function openingsReply(
  openings: Openings,
  { unit, number }: { unit: 'month' | 'weekday'; number: number },
  language: Language,
): Reply {
  const t = text[language];
  const name = (unit === 'month' ? t.months : t.weekdays)[number - 1] ?? '';
  const title = unit === 'month' ? t.openedIn(name) : t.openedOn(name);
  const sentence = unit === 'month' ? t.filmsOpenedIn : t.filmsOpenedOn;
  const share = openings.dated === 0 ? 0 : openings.films / openings.dated;
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(title)
    .setDescription(
      `${sentence(count(openings.films, language), name, openings.films === 1)}: ${t.shareOfDated(percent(share, language), count(openings.dated, language))}`,
    );
  if (openings.best !== undefined) {
    embed.addFields({ name: t.bestKnown, value: plain(filmLabel(openings.best, language)) });
  }
  if (openings.undated > 0) {
    embed.setFooter({ text: t.undated(count(openings.undated, language), openings.undated === 1) });
  }
  return { embeds: [embed.toJSON()] };
}
