import { EmbedBuilder } from '@discordjs/builders';
import type { About } from '../catalogue/about.ts';
import type { Language, Reply } from '../command.ts';
import { score } from '../score.ts';
import { text } from '../text.ts';
import { colours } from './colours.ts';
import { count, fullDate } from './format.ts';

/** Which data is live, where it comes from, what is kept of a person. */
export function aboutReply(about: About, language: Language): Reply {
  const words = text[language];
  const rows = (table: string) => count(about.tables[table] ?? 0, language);
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(words.about)
    .setDescription(words.aboutIntro)
    .addFields(
      {
        name: words.dataVersion,
        value: words.dataMade(about.version, fullDate(about.made_at, language)),
        inline: true,
      },
      {
        name: words.catalogueHolds,
        value: words.catalogueRows(rows('movies'), rows('people'), rows('cast_members')),
        inline: true,
      },
      { name: words.recommender, value: words.recommenderScore(score.coLike, score.lift) },
      { name: words.attribution, value: words.tmdb },
      { name: words.privacy, value: words.privacyLines },
    );
  return { embeds: [embed.toJSON()] };
}
