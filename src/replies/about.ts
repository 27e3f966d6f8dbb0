import { EmbedBuilder } from '@discordjs/builders';
import type { About } from '../catalogue/about.ts';
import type { Language, Reply } from '../contract/call.ts';
import { count, fullDate } from '../text/format.ts';
import { text } from '../text/text.ts';
import { linkButton, row } from './components.ts';
import { colours } from './embeds.ts';

/** The live data, their sources, and the data that the bot stores about people; with links to the operator's documents. */
export function aboutReply(about: About, language: Language, documentsUrl: string | undefined): Reply {
  const t = text[language];
  const rows = (table: string) => count(about.tables[table] ?? 0, language);
  const { learnt_from: learnt } = about;
  const recommender = learnt
    ? t.learntFrom(count(learnt.ratings, language), count(learnt.people, language))
    : t.learntFromFilms;
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(t.about)
    .setDescription(t.aboutIntro)
    .addFields(
      {
        name: t.dataVersion,
        value: t.dataMade(about.version, fullDate(about.made_at, language)),
        inline: true,
      },
      {
        name: t.catalogueHolds,
        value: t.catalogueRows(rows('movies'), rows('people'), rows('cast_members')),
        inline: true,
      },
      { name: t.recommender, value: recommender },
      { name: t.attribution, value: t.tmdb },
      { name: t.privacy, value: t.privacyLines },
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
