import type { Film } from '../catalogue/film.ts';
import type { Language, Reply } from '../contract/call.ts';
import { customId } from '../contract/custom-id.ts';
import { directorCall, recommendCall } from '../slash/calls.ts';
import {
  count,
  countryName,
  fullDate,
  genreName,
  languageName,
  money,
  oneDecimal,
  shorten,
  times,
} from '../text/format.ts';
import { plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { button, linkButton, row } from './components.ts';
import { filmEmbed, posterUrl } from './embeds.ts';
import { collectionName } from './names.ts';

/** Everything about one film: facts, money, people, links, and where to go from there. */
export function filmCard(film: Film, language: Language): Reply {
  const embed = filmEmbed(film, language)
    .setThumbnail(null)
    .setImage(posterUrl(film, 500) ?? null)
    .setDescription(synopsis(film, language) ?? null)
    .addFields(facts(film, language));
  return { embeds: [embed.toJSON()], components: [cardButtons(film, language)] };
}

function synopsis(film: Film, language: Language): string | undefined {
  const own = language === 'es' ? film.overview_es : null;
  if (own !== null) return plain(own);
  if (film.overview === null) return undefined;
  const mark = text[language].inEnglish;
  return `${plain(shorten(film.overview, 1500))}${mark === '' ? '' : `\n*${mark}*`}`;
}

type Field = { name: string; value: string; inline: boolean };

function facts(film: Film, language: Language): Field[] {
  const words = text[language];
  const list = (values: string[]) => shorten(values.join(', '), 1000);
  const fields: [name: string, value: string | undefined, inline?: boolean][] = [
    [words.release, film.release_date === null ? words.undatedFilm : fullDate(film.release_date, language)],
    [
      words.runtime,
      film.runtime === null ? undefined : words.minutes(Math.floor(film.runtime / 60), film.runtime % 60),
    ],
    [
      words.score,
      film.vote_count === 0 || film.vote_average === 0 ? words.noVotesYet : scoreLine(film, language),
    ],
    [words.directedBy, list(film.directors.map((person) => plain(person.name)))],
    [words.genre, list(film.genres.map((genre) => genreName(genre, language)))],
    [words.country, list(film.countries.map((code) => countryName(code, language)))],
    [
      words.language,
      film.original_language === null ? undefined : languageName(film.original_language, language),
    ],
    [words.collection, film.collection === null ? undefined : plain(collectionName(film.collection))],
    [words.money, moneyLine(film, language)],
    [words.cast, castLine(film), false],
  ];
  return fields.flatMap(([name, value, inline = true]) =>
    value === undefined || value === '' ? [] : [{ name, value: shorten(value, 1024), inline }],
  );
}

function scoreLine(film: Film, language: Language): string {
  const words = text[language];
  return words.scoreOf(
    oneDecimal(film.vote_average, language),
    count(film.vote_count, language),
    film.vote_count === 1,
  );
}

function moneyLine(film: Film, language: Language): string | undefined {
  const words = text[language];
  const cost = money(film.budget, language);
  const revenue = money(film.revenue, language);
  if (film.budget > 0 && film.revenue > 0) {
    return `${words.costAndRevenue(cost, revenue)}\n${words.return} ${times(film.return, language)}`;
  }
  if (film.budget > 0) return words.costOnly(cost);
  return film.revenue > 0 ? words.revenueOnly(revenue) : undefined;
}

function castLine({ cast }: Film): string {
  return cast
    .map(({ name, character }) => `${plain(name)}${character === null ? '' : ` *(${plain(character)})*`}`)
    .join(', ');
}

function cardButtons(film: Film, language: Language) {
  const words = text[language];
  const titulo = `#${film.id}`;
  return row(
    ...(film.has_recommendations ? [button(words.seePicks, customId('add', recommendCall, { titulo }))] : []),
    ...film.directors
      .slice(0, 2)
      .map(({ name, person_id: id }) =>
        button(
          shorten(words.seeDirector(name), 80),
          customId('add', directorCall, { nombre_director: `#${id}` }),
        ),
      ),
    linkButton('TMDB', `https://www.themoviedb.org/movie/${film.id}`),
    ...(film.imdb_id === null ? [] : [linkButton('IMDb', `https://www.imdb.com/title/${film.imdb_id}/`)]),
  );
}
