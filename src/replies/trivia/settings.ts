import { EmbedBuilder } from '@discordjs/builders';
import type { Language, Reply } from '../../contract/call.ts';
import type { Settings } from '../../store/settings.ts';
import { gameText as wordsOf } from '../../text/game.ts';
import { colours } from '../embeds.ts';

/** A server's settings, one line each, for whoever asked. */
export function settingsReply(settings: Settings, language: Language): Reply {
  const words = wordsOf[language];
  const { settingsLines: names, settingsValues: values } = words;
  const lines = [
    [names.language, values[settings.language ?? 'auto']],
    [names.games_per, values[settings.games_per]],
    [names.seconds, words.seconds(settings.seconds)],
    [names.pause, words.seconds(settings.pause)],
    [names.starters, values[settings.starters]],
  ];
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(words.settings)
    .setDescription(lines.map(([name, value]) => `${name}: **${value}**`).join('\n'));
  return { embeds: [embed.toJSON()], ephemeral: true };
}
