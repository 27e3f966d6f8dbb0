import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { Language, Reply } from '../../contract/call.ts';
import { customId } from '../../contract/custom-id.ts';
import { gameText } from '../../text/game.ts';
import { colours } from '../colours.ts';

/** A private message that asks for confirmation before an erasure. The button runs the command with `confirmar`. */
export function confirmErasing(command: string, sentence: string, language: Language): Reply {
  const button = new ButtonBuilder()
    .setStyle(ButtonStyle.Danger)
    .setLabel(gameText[language].erase)
    .setCustomId(customId('replace', command, { confirmar: true }));
  return {
    embeds: [new EmbedBuilder().setColor(colours.trouble).setDescription(sentence).toJSON()],
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button).toJSON()],
    ephemeral: true,
  };
}

/** The private reply after an erasure. */
export const erasedReply = (sentence: string): Reply => ({
  embeds: [new EmbedBuilder().setColor(colours.house).setDescription(sentence).toJSON()],
  ephemeral: true,
});
