import { EmbedBuilder } from '@discordjs/builders';
import type { Language, Reply } from '../../command.ts';
import type { PersonalData } from '../../store/personal-data.ts';
import { colours } from '../colours.ts';
import { count } from '../format.ts';
import { words as wordsOf } from './words.ts';

/** All that is kept about the person who asks: in short, and whole in a file. */
export function personalDataReply(data: PersonalData, language: Language): Reply {
  const words = wordsOf[language];
  const embed = new EmbedBuilder().setColor(colours.person).setTitle(words.myData);
  if (Object.values(data).every((rows) => rows.length === 0)) {
    return { embeds: [embed.setDescription(words.myDataEmpty).toJSON()], ephemeral: true };
  }
  const number = (rows: readonly object[]) => count(rows.length, language);
  const lines = [
    words.myDataLines(number(data.picks), number(data.games_started), number(data.votes)),
    ...(data.shown_people.length > 0 ? [words.myDataShared] : []),
    words.myDataFile,
  ];
  const file = {
    name: 'filmoteca.json',
    data: Buffer.from(JSON.stringify(data, null, 2)),
    description: words.myDataFileAlt,
  };
  return { embeds: [embed.setDescription(lines.join('\n')).toJSON()], files: [file], ephemeral: true };
}
