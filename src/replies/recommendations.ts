import { ActionRowBuilder, EmbedBuilder, StringSelectMenuBuilder } from '@discordjs/builders';
import type { Film } from '../catalogue/film.ts';
import type { Pick, Reason } from '../catalogue/recommendations.ts';
import type { Language, Reply } from '../command.ts';
import { CHOSEN, customId } from '../lib/custom-id.ts';
import { text } from '../text.ts';
import { colours } from './colours.ts';
import { oneDecimal, plain, shorten } from './format.ts';
import { collectionName, titleAndYear, titleOf } from './names.ts';

/** The two strongest reasons that can be worded in the reader's language. */
function wordReasons(reasons: readonly Reason[], language: Language): string {
  const words = text[language].reasons;
  const worded = reasons.flatMap(({ kind, name }) => {
    const said = words[kind](collectionName(name));
    return said === undefined ? [] : [plain(said)];
  });
  return worded.slice(0, 2).join(' · ');
}

/** Five films like one film, with why and how well liked, and a select that opens the card of one. */
export function recommendationsReply(film: Film, picks: readonly Pick[], language: Language): Reply {
  const words = text[language];
  const embed = new EmbedBuilder().setColor(colours.film);
  if (picks.length === 0) {
    return { embeds: [embed.setDescription(words.noPicks(titleAndYear(film, language))).toJSON()] };
  }
  const lines = picks.map(
    (pick, index) =>
      `**${index + 1}. ${titleAndYear(pick, language)}** · ★ ${oneDecimal(pick.vote_average, language)}\n${wordReasons(pick.reasons, language)}`,
  );
  embed
    .setTitle(shorten(words.likeThis(titleAndYear(film, language)), 256))
    .setDescription(lines.join('\n').trim());
  const select = new StringSelectMenuBuilder()
    .setCustomId(customId('add', 'pelicula', { titulo: CHOSEN }))
    .setPlaceholder(words.openPick)
    .addOptions(
      picks.map((pick) => ({
        label: shorten(`${titleOf(pick, language)} (${pick.release_year ?? words.unknownYear})`, 100),
        value: `#${pick.id}`,
      })),
    );
  const row = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select);
  return { embeds: [embed.toJSON()], components: [row.toJSON()] };
}
