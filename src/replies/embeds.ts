import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import type { Film } from '../catalogue/film.ts';
import type { Language } from '../contract/call.ts';
import { type Named, titleAndYear, titleInBrief } from './names.ts';

/** The bot's colours: a projector's warm light on a dark room. They suit Discord's dark and light themes. */
export const colours = { house: 0xd9a441, film: 0x3f7cac, person: 0x8e5572, trouble: 0xb0413e } as const;

/** An embed of one sentence. */
export const sentenceEmbed = (sentence: string, colour: keyof typeof colours = 'house'): APIEmbed => ({
  color: colours[colour],
  description: sentence,
});

/** An embed headed by the film's name, with its poster. */
export const filmEmbed = (
  film: Named & Pick<Film, 'poster_path' | 'adult'>,
  language: Language,
): EmbedBuilder =>
  new EmbedBuilder(posterOf(film, language))
    .setColor(colours.film)
    .setTitle(titleAndYear(film, language).slice(0, 256));

/** A film's poster as the thumbnail of an embed, with the film's title as its alternative text. */
export function posterOf(
  film: Named & Pick<Film, 'poster_path' | 'adult'>,
  language: Language,
): Pick<APIEmbed, 'thumbnail'> {
  const url = posterUrl(film);
  return url === undefined ? {} : { thumbnail: { url, description: titleInBrief(film, language) } };
}

/** The address of a film's poster; undefined for a film without poster and for an adult film. */
export const posterUrl = ({
  poster_path: path,
  adult,
}: Pick<Film, 'poster_path' | 'adult'>): string | undefined =>
  path === null || adult ? undefined : `https://image.tmdb.org/t/p/w342${path}`;
