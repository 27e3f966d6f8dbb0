import { EmbedBuilder } from '@discordjs/builders';
import type { Language, Reply } from '../contract/call.ts';
import { customId } from '../contract/custom-id.ts';
import { filmCall, playCall, recommendCall } from '../slash/calls.ts';
import { text } from '../text/text.ts';
import { button, row } from './components.ts';
import { colours } from './embeds.ts';

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
  const buttons = row(
    button(words.tryCard, customId('add', filmCall, { titulo: CARD })),
    button(words.tryPicks, customId('add', recommendCall, { titulo: LIKED })),
    button(words.tryTrivia, customId('add', playCall, { rondas: 5 })),
  );
  return { embeds: [embed.toJSON()], components: [buttons] };
}
