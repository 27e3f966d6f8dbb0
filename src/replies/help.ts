import { EmbedBuilder } from '@discordjs/builders';
import {
  ApplicationCommandOptionType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody as CommandData,
} from 'discord-api-types/v10';
import type { Language, Reply } from '../contract/call.ts';
import { text } from '../text/text.ts';
import { colours } from './embeds.ts';
import { welcomeReply } from './welcome.ts';

/** One line a command, in the reader's language, for that reader alone; after a welcome if one is due. */
export function helpReply(
  commands: readonly CommandData[],
  language: Language,
  { welcoming }: { welcoming: boolean },
): Reply {
  const words = text[language];
  const lines = commands.flatMap((data) => {
    const branches = (data.options ?? []).filter(
      (one) => one.type === ApplicationCommandOptionType.Subcommand,
    );
    const name = nameOf(data, language);
    if (branches.length === 0) return [`\`/${name}\` · ${descriptionOf(data, language)}`];
    return branches.map((one) => `\`/${name} ${nameOf(one, language)}\` · ${descriptionOf(one, language)}`);
  });
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(words.help)
    .setDescription(`${words.helpIntro}\n\n${lines.join('\n')}`);
  const { embeds = [], components = [] } = welcoming ? welcomeReply(language) : {};
  return { embeds: [...embeds, embed.toJSON()], components, ephemeral: true };
}

type Localisations = Partial<Record<string, string | null>> | null | undefined;

const nameOf = (
  { name, name_localizations: localised }: { name: string; name_localizations?: Localisations },
  language: Language,
) => (language === 'en' ? (localised?.['en-US'] ?? name) : name);

const descriptionOf = (
  {
    description,
    description_localizations: localised,
  }: { description: string; description_localizations?: Localisations },
  language: Language,
) => (language === 'en' ? (localised?.['en-US'] ?? description) : description);
