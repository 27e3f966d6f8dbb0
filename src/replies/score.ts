import type { Film } from '../catalogue/film.ts';
import type { Language, Reply } from '../contract/call.ts';
import { count, duration, oneDecimal } from '../text/format.ts';
import { text } from '../text/text.ts';
import { filmEmbed } from './embeds.ts';

type Scored = Pick<Film, 'vote_count' | 'vote_average'>;

/** Whether the film has a mean vote. A mean of 0 comes from data without votes. */
export const hasScore = ({ vote_count: votes, vote_average: mean }: Scored): boolean => votes > 0 && mean > 0;

/** "★ 7.7"; empty if the film has no mean vote. */
export const star = (film: Scored, language: Language): string =>
  hasScore(film) ? `★\u00A0${oneDecimal(film.vote_average, language)}` : '';

/** "★ 7.7 (5,415 votos)" */
export function starLine(film: Scored, language: Language): string {
  const t = text[language];
  if (!hasScore(film)) return t.noVotesYet.toLowerCase();
  const { vote_count: votes } = film;
  return `${star(film, language)} (${t.votesIn(count(votes, language), votes === 1)})`.replaceAll(
    ' ',
    '\u00A0',
  );
}

/** The mean vote and the number of votes. */
export function scoreLine(film: Film, language: Language): string {
  const t = text[language];
  if (!hasScore(film)) return t.noVotesYet;
  const { vote_average: mean, vote_count: votes } = film;
  return t.scoreOf(oneDecimal(mean, language), count(votes, language), votes === 1);
}

/** Year, mean vote and popularity of a film. */
export function scoreReply(film: Film, language: Language): Reply {
  const t = text[language];
  const embed = filmEmbed(film, language).addFields(
    { name: t.year, value: `**${film.release_year ?? t.unknownYear}**`, inline: true },
    { name: t.score, value: scoreLine(film, language), inline: true },
    { name: t.popularity, value: `**${oneDecimal(film.popularity, language)}**`, inline: true },
  );
  return { embeds: [embed.toJSON()] };
}

/** The minimum votes for /votos_titulo to show the mean. */
export const ENOUGH_VOTES = 2000;

/** The number of votes and, from 2,000 votes up, their mean. */
export function votesReply(film: Film, language: Language): Reply {
  const t = text[language];
  const votes = count(film.vote_count, language);
  const sentence =
    film.vote_count >= ENOUGH_VOTES
      ? t.enoughVotes(votes, oneDecimal(film.vote_average, language))
      : t.tooFewVotes(votes, count(ENOUGH_VOTES, language), film.vote_count === 1);
  return { embeds: [filmEmbed(film, language).setDescription(sentence).toJSON()] };
}

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
