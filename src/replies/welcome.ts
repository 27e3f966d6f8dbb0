import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { Language, OptionValues, Reply } from '../contract/call.ts';
import { customId } from '../contract/custom-id.ts';
import { text } from '../text/text.ts';
import { colours } from './colours.ts';

/** Films to try, by their TMDB ids; both are in the sample and in the full data. */
const CARD = '#25376';
const LIKED = '#862';

/** What a server reads when it has just let the bot in: who this is, and three things to try. */
export function welcomeReply(language: Language): Reply {
  const words = text[language];
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(words.welcome)
    .setDescription(words.welcomeLines);
  const call = (label: string, command: string, options: OptionValues) =>
    new ButtonBuilder()
      .setStyle(ButtonStyle.Secondary)
      .setLabel(label)
      .setCustomId(customId('add', command, options));
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    call(words.tryCard, 'pelicula', { titulo: CARD }),
    call(words.tryPicks, 'recomendacion', { titulo: LIKED }),
    call(words.tryTrivia, 'trivia jugar', { rondas: 5 }),
  );
  return { embeds: [embed.toJSON()], components: [row.toJSON()] };
}
