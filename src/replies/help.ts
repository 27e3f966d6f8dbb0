import { EmbedBuilder } from '@discordjs/builders';
import type { Command, Language, Reply } from '../command.ts';
import { text } from '../text.ts';
import { colours } from './colours.ts';

/** One line a command, in the reader's language, for that reader alone. */
export function helpReply(commands: readonly Command['data'][], language: Language): Reply {
  const words = text[language];
  const lines = commands.map((data) => {
    const name = language === 'en' ? (data.name_localizations?.['en-US'] ?? data.name) : data.name;
    const what =
      language === 'en' ? (data.description_localizations?.['en-US'] ?? data.description) : data.description;
    return `\`/${name}\` · ${what}`;
  });
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(words.help)
    .setDescription(`${words.helpIntro}\n\n${lines.join('\n')}`);
  return { embeds: [embed.toJSON()], ephemeral: true };
}
