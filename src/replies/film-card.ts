import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord-api-types/v10';
import type { Film } from '../catalogue/film.ts';
import type { Language, Reply } from '../contract/call.ts';
import { CHOSEN, customId } from '../contract/custom-id.ts';
import { actorCall, directorCall, recommendCall, sagaCall } from '../slash/calls.ts';
import {
  countryName,
  duration,
  fullDate,
  genreName,
  languageName,
  money,
  ratio,
  roleOf,
  shorten,
} from '../text/format.ts';
import { plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { button, linkButton, row, selectRow } from './components.ts';
import { filmEmbed } from './embeds.ts';
import { collectionName, titleOf } from './names.ts';
import { starLine } from './score.ts';

/** The most UTF-16 units of a synopsis: with more, the card does not fit on a phone's screen. */
const SYNOPSIS = 300;

/** TMDB's genre of films from outside the United States: it says nothing about them. */
const NO_GENRE = 'Foreign';

/** The card of a film, with the other title by which it was found: synopsis, facts, people and money; a select of its cast, and buttons to what is near it. */
export function filmCard(film: Film, language: Language, foundAs?: string): Reply {
  const t = text[language];
  const paragraphs = [
    foundAs === undefined ? '' : `*${t.otherTitle(plain(foundAs), plain(titleOf(film, language)))}*`,
    synopsis(film, language),
    factLine(film, language),
    peopleLines(film, language),
    moneyLine(film, language),
  ];
  const original = film.original_language;
  const released =
    film.release_date === null ? t.undatedFilm : t.released(fullDate(film.release_date, language));
  const spoken = original === null ? [] : [t.inLanguage(languageName(original, language))];
  const embed = filmEmbed(film, language)
    .setURL(`https://www.themoviedb.org/movie/${film.id}`)
    .setDescription(paragraphs.filter((part) => part !== '').join('\n\n'))
    .setFooter({ text: [released, ...spoken].join(' · ') });
  return { embeds: [embed.toJSON()], components: cardComponents(film, language) };
}

function synopsis(film: Film, language: Language): string {
  const spanish = language === 'es' ? film.overview_es : null;
  if (spanish !== null) return plain(spanish);
  if (film.overview === null) return '';
  const mark = text[language].inEnglish;
  return `${plain(shorten(film.overview, SYNOPSIS))}${mark === '' ? '' : ` *${mark}*`}`;
}

/** "Animación, comedia · 1 h 21 min · Estados Unidos · ★ 7.7 (5,415 votos)" */
function factLine(film: Film, language: Language): string {
  const facts = [
    film.genres
      .filter((genre) => genre !== NO_GENRE)
      .map((genre) => genreName(genre, language))
      .join(', '),
    film.runtime === null ? '' : duration(film.runtime, language).replaceAll(' ', '\u00A0'),
    shorten(film.countries.map((code) => countryName(code, language)).join(', '), 200),
    starLine(film, language),
  ];
  const line = facts.filter((fact) => fact !== '').join(' · ');
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}`;
}

function peopleLines(film: Film, language: Language): string {
  const t = text[language];
  const lines: [label: string, names: string][] = [
    [t.directedBy, film.directors.map(({ name }) => plain(name)).join(', ')],
    [t.cast, film.cast.map((member) => castName(member, language)).join(', ')],
    [t.collection, film.collection === null ? '' : plain(collectionName(film.collection))],
  ];
  return lines
    .filter(([, names]) => names !== '')
    .map(([label, names]) => `**${label}:** ${shorten(names, 700)}`)
    .join('\n');
}

function castName({ name, character }: Film['cast'][number], language: Language): string {
  const role = character === null ? '' : roleOf(character, language);
  return role === '' ? plain(name) : `${plain(name)} (${plain(shorten(role, 40))})`;
}

function moneyLine(film: Film, language: Language): string {
  const t = text[language];
  const cost = money(film.budget, language);
  const revenue = money(film.revenue, language);
  if (film.budget > 0 && film.revenue > 0) {
    const verdict = film.reliable ? t.timesCost(ratio(film.return, language)) : t.doubtfulMoney;
    return `${t.costAndRevenue(cost, revenue)}: ${verdict}.`;
  }
  if (film.budget > 0) return `${t.costOnly(cost)}.`;
  return film.revenue > 0 ? `${t.revenueOnly(revenue)}.` : '';
}

function cardComponents(
  film: Film,
  language: Language,
): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  const t = text[language];
  const titulo = `#${film.id}`;
  const cast = film.cast.map(({ person_id: id, name, character }) => {
    const role = character === null ? '' : roleOf(character, language);
    return {
      value: `#${id}`,
      label: shorten(name, 100),
      ...(role !== '' && { description: shorten(role, 100) }),
    };
  });
  const buttons = [
    ...(film.has_recommendations ? [button(t.seePicks, customId('add', recommendCall, { titulo }))] : []),
    ...film.directors
      .slice(0, 2)
      .map(({ name, person_id: id }) =>
        button(
          shorten(t.seeDirector(name), 80),
          customId('add', directorCall, { nombre_director: `#${id}` }),
        ),
      ),
    ...(film.collection === null || film.collection_id === null
      ? []
      : [
          button(
            shorten(t.seeSaga(collectionName(film.collection)), 80),
            customId('add', sagaCall, { franquicia: `#${film.collection_id}` }),
          ),
        ]),
    ...(film.imdb_id === null ? [] : [linkButton('IMDb', `https://www.imdb.com/title/${film.imdb_id}/`)]),
  ];
  return [
    ...(cast.length === 0
      ? []
      : [selectRow(customId('add', actorCall, { nombre_actor: CHOSEN }), t.openCast, cast)]),
    ...(buttons.length === 0 ? [] : [row(...buttons)]),
  ];
}
