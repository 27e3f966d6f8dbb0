import { EmbedBuilder } from '@discordjs/builders';
import type { Brief } from '../catalogue/film.ts';
import { type Saga, sumRevenues } from '../catalogue/sagas.ts';
import type { Language, Reply } from '../contract/call.ts';
import { count, money, shorten } from '../text/format.ts';
import { plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { colours } from './embeds.ts';
import { cardSelect } from './film-list.ts';
import { knownFigure } from './known-figure.ts';
import { collectionName, titleAndYear } from './names.ts';

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
    .setDescription(`${sentence}${only}\n\n${lines.join('\n')}`)
    .addFields(
      knownFigure(t.totalRevenue, money(total, language), known, language),
      knownFigure(t.meanRevenue, money(known === 0 ? 0 : total / known, language), known, language),
    );
  return { embeds: [embed.toJSON()], components: [cardSelect(shown, language)] };
}

const byDate = (a: Brief, b: Brief) =>
  (a.release_date ?? '9999').localeCompare(b.release_date ?? '9999') || a.id - b.id;

const line = (film: Brief, language: Language) =>
  `**${shorten(titleAndYear(film, language), 110)}** · ${text[language].revenue} ${money(film.revenue, language)}`;
