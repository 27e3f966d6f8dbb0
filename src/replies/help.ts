import { EmbedBuilder } from '@discordjs/builders';
import type { Language, Reply } from '../contract/call.ts';
import type { Signature } from '../contract/signature.ts';
import type { CommandData } from '../slash/build.ts';
import { text } from '../text/text.ts';
import { colours } from './embeds.ts';
import { welcomeReply } from './welcome.ts';

interface Listed {
  readonly data: CommandData;
  readonly signatures: readonly Signature[];
}

/** A line per command or subcommand, in private; below the welcome if `welcoming`. */
export function helpReply(
  commands: readonly Listed[],
  language: Language,
  { welcoming }: { welcoming: boolean },
): Reply {
  const t = text[language];
  const lines = commands.flatMap(({ data, signatures }) =>
    signatures.map((signature) => `\`/${nameOf(data, signature, language)}\` · ${signature[language]}`),
  );
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(t.help)
    .setDescription(`${t.helpIntro}\n\n${lines.join('\n')}`);
  const { embeds = [], components = [] } = welcoming ? welcomeReply(language) : {};
  return { embeds: [...embeds, embed.toJSON()], components, ephemeral: true };
}

/** The name that a reader of the language types. */
function nameOf(data: CommandData, { name, english }: Signature, language: Language): string {
  if (language === 'es') return name;
  return name === data.name ? english : `${data.name_localizations?.['en-US']} ${english}`;
}
