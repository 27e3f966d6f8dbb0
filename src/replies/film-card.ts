import type { Film } from '../catalogue/film.ts';
import type { Language, Reply } from '../contract/call.ts';
import { customId } from '../contract/custom-id.ts';
import { directorCall, recommendCall } from '../slash/calls.ts';
import {
  countryName,
  duration,
  fullDate,
  genreName,
  languageName,
  money,
  shorten,
  times,
} from '../text/format.ts';
import { plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { button, linkButton, row } from './components.ts';
import { filmEmbed, posterUrl } from './embeds.ts';
import { collectionName } from './names.ts';
import { scoreLine } from './score.ts';

/** The card of a film: facts, money, people, links, and buttons to its recommendations and directors. */
export function filmCard(film: Film, language: Language): Reply {
  const embed = filmEmbed(film, language)
    .setThumbnail(null)
    .setImage(posterUrl(film, 500) ?? null)
    .setDescription(synopsis(film, language) ?? null)
    .addFields(facts(film, language));
  return { embeds: [embed.toJSON()], components: [cardButtons(film, language)] };
}

function synopsis(film: Film, language: Language): string | undefined {
  const spanish = language === 'es' ? film.overview_es : null;
  if (spanish !== null) return plain(spanish);
  if (film.overview === null) return undefined;
  const mark = text[language].inEnglish;
  return `${plain(shorten(film.overview, 1500))}${mark === '' ? '' : `\n*${mark}*`}`;
}

type Field = { name: string; value: string; inline: boolean };

function facts(film: Film, language: Language): Field[] {
  const t = text[language];
  const list = (values: string[]) => shorten(values.join(', '), 1000);
  const fields: [name: string, value: string | undefined, inline?: boolean][] = [
    [t.release, film.release_date === null ? t.undatedFilm : fullDate(film.release_date, language)],
    [t.runtime, film.runtime === null ? undefined : duration(film.runtime, language)],
    [t.score, scoreLine(film, language)],
    [t.directedBy, list(film.directors.map((person) => plain(person.name)))],
    [t.genre, list(film.genres.map((genre) => genreName(genre, language)))],
    [t.country, list(film.countries.map((code) => countryName(code, language)))],
    [
      t.language,
      film.original_language === null ? undefined : languageName(film.original_language, language),
    ],
    [t.collection, film.collection === null ? undefined : plain(collectionName(film.collection))],
    [t.money, moneyLine(film, language)],
    [t.cast, castLine(film), false],
  ];
  return fields.flatMap(([name, value, inline = true]) =>
    value === undefined || value === '' ? [] : [{ name, value: shorten(value, 1024), inline }],
  );
}

function moneyLine(film: Film, language: Language): string | undefined {
  const t = text[language];
  const cost = money(film.budget, language);
  const revenue = money(film.revenue, language);
  if (film.budget > 0 && film.revenue > 0) {
    return `${t.costAndRevenue(cost, revenue)}\n${t.return} ${times(film.return, language)}`;
  }
  if (film.budget > 0) return t.costOnly(cost);
  return film.revenue > 0 ? t.revenueOnly(revenue) : undefined;
}

function castLine({ cast }: Film): string {
  return cast
    .map(({ name, character }) => `${plain(name)}${character === null ? '' : ` *(${plain(character)})*`}`)
    .join(', ');
}

function cardButtons(film: Film, language: Language) {
  const t = text[language];
  const titulo = `#${film.id}`;
  return row(
    ...(film.has_recommendations ? [button(t.seePicks, customId('add', recommendCall, { titulo }))] : []),
    ...film.directors
      .slice(0, 2)
      .map(({ name, person_id: id }) =>
        button(
          shorten(t.seeDirector(name), 80),
          customId('add', directorCall, { nombre_director: `#${id}` }),
        ),
      ),
    linkButton('TMDB', `https://www.themoviedb.org/movie/${film.id}`),
    ...(film.imdb_id === null ? [] : [linkButton('IMDb', `https://www.imdb.com/title/${film.imdb_id}/`)]),
  );
}
