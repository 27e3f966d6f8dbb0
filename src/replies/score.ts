import type { Film } from '../catalogue/film.ts';
import type { Language, Reply } from '../contract/call.ts';
import { count, oneDecimal } from '../text/format.ts';
import { text } from '../text/text.ts';
import { filmEmbed } from './embeds.ts';

/** Year, mean vote and popularity of a film. */
export function scoreReply(film: Film, language: Language): Reply {
  const words = text[language];
  const score =
    film.vote_count === 0 || film.vote_average === 0
      ? words.noVotesYet
      : words.scoreOf(
          oneDecimal(film.vote_average, language),
          count(film.vote_count, language),
          film.vote_count === 1,
        );
  const embed = filmEmbed(film, language).addFields(
    { name: words.year, value: `**${film.release_year ?? words.unknownYear}**`, inline: true },
    { name: words.score, value: score, inline: true },
    { name: words.popularity, value: `**${oneDecimal(film.popularity, language)}**`, inline: true },
  );
  return { embeds: [embed.toJSON()] };
}

/** Fewer votes than this and a mean is not told: the rule of /votos_titulo. */
export const ENOUGH_VOTES = 2000;

/** Number of votes and their mean, or how many the film has when they are fewer than 2,000. */
export function votesReply(film: Film, language: Language): Reply {
  const words = text[language];
  const votes = count(film.vote_count, language);
  const sentence =
    film.vote_count >= ENOUGH_VOTES
      ? words.enoughVotes(votes, oneDecimal(film.vote_average, language))
      : words.tooFewVotes(votes, count(ENOUGH_VOTES, language), film.vote_count === 1);
  return { embeds: [filmEmbed(film, language).setDescription(sentence).toJSON()] };
}
