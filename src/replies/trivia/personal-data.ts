import { EmbedBuilder } from '@discordjs/builders';
import type { Language, Reply } from '../../contract/call.ts';
import { customId } from '../../contract/custom-id.ts';
import { nextPartCall } from '../../slash/calls.ts';
import type { PersonalCounts } from '../../store/personal-data.ts';
import { count } from '../../text/format.ts';
import { gameText as wordsOf } from '../../text/game.ts';
import { button, row } from '../components.ts';
import { colours } from '../embeds.ts';

/** All that is kept about the person who asks: in short, and whole in a file, or a part with a button for the next. */
export function personalDataReply(
  counts: PersonalCounts,
  { data, compressed, next }: { data: Buffer; compressed: boolean; next: string | undefined },
  language: Language,
): Reply {
  const words = wordsOf[language];
  const embed = new EmbedBuilder().setColor(colours.person).setTitle(words.myData);
  if (Object.values(counts).every((rows) => rows === 0)) {
    return { embeds: [embed.setDescription(words.myDataEmpty).toJSON()], ephemeral: true };
  }
  const number = (rows: number) => count(rows, language);
  const lines = [
    words.myDataLines(number(counts.picks), number(counts.games_started), number(counts.votes)),
    ...(counts.shown_people > 0 ? [words.myDataShared] : []),
    next === undefined ? words.myDataFile : words.myDataPart,
    ...(compressed ? [words.myDataCompressed] : []),
  ];
  const file = {
    name: compressed ? 'filmoteca.json.gz' : 'filmoteca.json',
    data,
    description: words.myDataFileAlt,
  };
  return {
    embeds: [embed.setDescription(lines.join('\n')).toJSON()],
    files: [file],
    ...(next !== undefined && {
      components: [row(button(words.myDataNext, customId('add', nextPartCall, { desde: next })))],
    }),
    ephemeral: true,
  };
}
