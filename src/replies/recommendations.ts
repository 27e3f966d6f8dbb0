import { ActionRowBuilder, ButtonBuilder, EmbedBuilder, StringSelectMenuBuilder } from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { Brief } from '../catalogue/film.ts';
import type { Recommendation } from '../catalogue/recommendations.ts';
import type { Language, Reply } from '../contract/call.ts';
import { CHOSEN, customId } from '../contract/custom-id.ts';
import type { ValuesOf } from '../contract/signature.ts';
import { filmCall, recommendCall } from '../slash/calls.ts';
import { oneDecimal, plain, shorten } from '../text/format.ts';
import { text } from '../text/text.ts';
import { colours } from './colours.ts';
import { titleAndYear, titleOf } from './names.ts';
import { wordReasons } from './reasons.ts';

type RecommendOptions = ValuesOf<typeof recommendCall.options>;

/** One page of picks, and whether there is another. */
export interface PicksPage {
  picks: readonly Recommendation[];
  page: number;
  more: boolean;
}

/** Five films like one film, with why and how well liked; a select that opens the card of one, buttons for other pages. */
export function recommendationsReply(
  film: Brief,
  { picks, page, more }: PicksPage,
  options: RecommendOptions,
  language: Language,
): Reply {
  const words = text[language];
  const embed = new EmbedBuilder().setColor(colours.film);
  const turn = turnButtons(film, { picks, page, more }, options, language);
  if (picks.length === 0) {
    const sentence = page > 1 ? words.noMorePicks : words.noPicks(titleAndYear(film, language));
    return { embeds: [embed.setDescription(sentence).toJSON()], components: turn };
  }
  const lines = picks.map((pick, index) => line(pick, (page - 1) * 5 + index + 1, language));
  embed
    .setTitle(shorten(words.likeThis(titleAndYear(film, language)), 256))
    .setDescription(lines.join('\n').trim());
  return { embeds: [embed.toJSON()], components: [cardSelect(picks, language), ...turn] };
}

function line(pick: Recommendation, place: number, language: Language): string {
  const why = pick.picked ? wordReasons(pick.reasons, language) : `*${plain(text[language].wellLikedToo)}*`;
  const title = shorten(titleAndYear(pick, language), 200);
  return `**${place}. ${title}** · ★ ${oneDecimal(pick.vote_average, language)}${why === '' ? '' : `\n${why}`}`;
}

function cardSelect(picks: readonly Recommendation[], language: Language) {
  const words = text[language];
  const select = new StringSelectMenuBuilder()
    .setCustomId(customId('add', filmCall, { titulo: CHOSEN }))
    .setPlaceholder(words.openPick)
    .addOptions(
      picks.map((pick) => ({
        label: shorten(`${titleOf(pick, language)} (${pick.release_year ?? words.unknownYear})`, 100),
        value: `#${pick.id}`,
      })),
    );
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select).toJSON();
}

function turnButtons(film: Brief, { page, more }: PicksPage, options: RecommendOptions, language: Language) {
  const words = text[language];
  const button = (label: string, to: number) =>
    new ButtonBuilder()
      .setLabel(label)
      .setStyle(ButtonStyle.Secondary)
      .setCustomId(customId('replace', recommendCall, { ...options, titulo: `#${film.id}`, pagina: to }));
  const buttons = [
    ...(page > 1 ? [button(words.backwards, page - 1)] : []),
    ...(more && page < 99 ? [button(words.more, page + 1)] : []),
  ];
  return buttons.length === 0 ? [] : [new ActionRowBuilder<ButtonBuilder>().addComponents(buttons).toJSON()];
}
