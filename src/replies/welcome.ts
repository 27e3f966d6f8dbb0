import { EmbedBuilder } from '@discordjs/builders';
import type { Language, Reply } from '../contract/call.ts';
import { customId } from '../contract/custom-id.ts';
import { filmCall, playCall, recommendCall } from '../slash/calls.ts';
import { text } from '../text/text.ts';
import { button, row } from './components.ts';
import { colours } from './embeds.ts';

/** The films of the buttons, by TMDB id. Both are in the sample and in the full data. */
const CARD = '#25376';
const LIKED = '#862';

/** The message to a server that has just added the bot: an introduction and three buttons. */
export function welcomeReply(language: Language): Reply {
  const t = text[language];
  const embed = new EmbedBuilder().setColor(colours.house).setTitle(t.welcome).setDescription(t.welcomeLines);
  const buttons = row(
    button(t.tryCard, customId('add', filmCall, { titulo: CARD })),
    button(t.tryPicks, customId('add', recommendCall, { titulo: LIKED })),
    button(t.tryTrivia, customId('add', playCall, { rondas: 5 })),
  );
  return { embeds: [embed.toJSON()], components: [buttons] };
}
