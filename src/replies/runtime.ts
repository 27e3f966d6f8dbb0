import type { Film } from '../catalogue/film.ts';
import type { Language, Reply } from '../contract/call.ts';
import { duration } from '../text/format.ts';
import { text } from '../text/text.ts';
import { filmEmbed } from './embeds.ts';

/** Runtime and year of a film. */
export function runtimeReply(film: Film, language: Language): Reply {
  const t = text[language];
  const runtime = film.runtime === null ? t.noFigure : duration(film.runtime, language);
  const embed = filmEmbed(film, language).addFields(
    { name: t.runtime, value: `**${runtime}**`, inline: true },
    { name: t.year, value: `**${film.release_year ?? t.unknownYear}**`, inline: true },
  );
  return { embeds: [embed.toJSON()] };
}
