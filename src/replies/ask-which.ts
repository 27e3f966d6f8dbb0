import { ActionRowBuilder, ButtonBuilder, EmbedBuilder, StringSelectMenuBuilder } from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { Call, Reply } from '../contract/call.ts';
import { CHOSEN, customId } from '../contract/custom-id.ts';
import { shorten } from '../text/format.ts';
import { text } from '../text/text.ts';
import { colours } from './colours.ts';

/** One answer that a person can choose: the value takes the place of what they typed. */
export interface Candidate {
  value: string;
  label: string;
  description?: string;
}

/** What a select can hold. */
const MOST = 25;

/** Several good matches: a select that runs the same call with the one chosen. */
export function askWhich(
  call: Call,
  option: string,
  { question, placeholder }: { question: string; placeholder: string },
  candidates: Candidate[],
): Reply {
  const select = new StringSelectMenuBuilder()
    .setCustomId(again(call, option, CHOSEN))
    .setPlaceholder(placeholder)
    .addOptions(candidates.slice(0, MOST));
  const many = candidates.length < MOST ? '' : `\n${text[call.language].onlyTheBestKnown}`;
  return {
    embeds: [
      new EmbedBuilder()
        .setColor(colours.house)
        .setDescription(question + many)
        .toJSON(),
    ],
    components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select).toJSON()],
  };
}

/** No good match: what was probably meant, as buttons that run the same call with it; up to five. */
export function suggest(call: Call, option: string, sentence: string, candidates: Candidate[]): Reply {
  const words = text[call.language];
  const hint = candidates.length > 0 ? words.didYouMean : words.tryAutocomplete;
  const embed = new EmbedBuilder().setColor(colours.trouble).setDescription(`${sentence}\n${hint}`).toJSON();
  if (candidates.length === 0) return { embeds: [embed] };
  const buttons = candidates.slice(0, 5).map(({ value, label }) =>
    new ButtonBuilder()
      .setStyle(ButtonStyle.Secondary)
      .setLabel(shorten(label, 80))
      .setCustomId(again(call, option, value)),
  );
  return {
    embeds: [embed],
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(buttons).toJSON()],
  };
}

/** The call with one option changed, as a custom id. */
function again(call: Call, option: string, value: string): string {
  return customId('add', call.signature, { ...call.options, [option]: value });
}
