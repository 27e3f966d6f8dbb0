import { EmbedBuilder } from '@discordjs/builders';
import type { Language, Reply } from '../../contract/call.ts';
import type { Settings } from '../../store/settings.ts';
import { gameText } from '../../text/game.ts';
import { colours } from '../embeds.ts';

/** The private reply with a server's settings, one a line. */
export function settingsReply(settings: Settings, language: Language): Reply {
  const t = gameText[language];
  const { settingsLines: names, settingsValues: values } = t;
  const lines = [
    [names.language, values[settings.language ?? 'auto']],
    [names.games_per, values[settings.games_per]],
    [names.seconds, t.seconds(settings.seconds)],
    [names.pause, t.seconds(settings.pause)],
    [names.starters, values[settings.starters]],
  ];
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(t.settings)
    .setDescription(lines.map(([name, value]) => `${name}: **${value}**`).join('\n'));
  return { embeds: [embed.toJSON()], ephemeral: true };
}
