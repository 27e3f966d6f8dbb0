import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { Call, Reply } from '../../contract/call.ts';
import { customId } from '../../contract/custom-id.ts';
import { gameText } from '../../text/game.ts';
import { colours } from '../colours.ts';

/** Asks for a confirmation, in private. The button runs the same call with `confirmar: true`. */
export function confirmErasing({ signature, language }: Call, sentence: string): Reply {
  const button = new ButtonBuilder()
    .setStyle(ButtonStyle.Danger)
    .setLabel(gameText[language].erase)
    .setCustomId(customId('replace', signature, { confirmar: true }));
  return {
    embeds: [new EmbedBuilder().setColor(colours.trouble).setDescription(sentence).toJSON()],
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button).toJSON()],
    ephemeral: true,
  };
}

/** Says that something was erased. */
export const erasedReply = (sentence: string): Reply => ({
  embeds: [new EmbedBuilder().setColor(colours.house).setDescription(sentence).toJSON()],
  ephemeral: true,
});
