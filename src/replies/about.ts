import { EmbedBuilder } from '@discordjs/builders';
import type { About } from '../catalogue/about.ts';
import type { Language, Reply } from '../contract/call.ts';
import { count, fullDate } from '../text/format.ts';
import { text } from '../text/text.ts';
import { linkButton, row } from './components.ts';
import { colours } from './embeds.ts';

/** Which data is live, where it comes from, what is kept of a person; with links to the whole of that where it can be read. */
export function aboutReply(about: About, language: Language, documentsUrl: string | undefined): Reply {
  const words = text[language];
  const rows = (table: string) => count(about.tables[table] ?? 0, language);
  const { learnt_from: learnt } = about;
  const recommender = learnt
    ? words.learntFrom(count(learnt.ratings, language), count(learnt.people, language))
    : words.learntFromFilms;
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
      { name: words.recommender, value: recommender },
      { name: words.attribution, value: words.tmdb },
      { name: words.privacy, value: words.privacyLines },
    );
  const components = documentsUrl === undefined ? [] : [documentLinks(documentsUrl, language)];
  return { embeds: [embed.toJSON()], components };
}

function documentLinks(folder: string, language: Language) {
  const { privacy, terms } = text[language];
  const ending = language === 'es' ? '.es.md' : '.md';
  const address = (name: string) => `${folder.replace(/\/$/u, '')}/${name}${ending}`;
  return row(linkButton(privacy, address('PRIVACY')), linkButton(terms, address('TERMS')));
}
