import { EmbedBuilder } from '@discordjs/builders';
import type { Version } from '../catalogue/versions.ts';
import type { Language, Reply } from '../contract/call.ts';
import { customId } from '../contract/custom-id.ts';
import type { Signature } from '../contract/signature.ts';
import type { CommandData } from '../slash/build.ts';
import { filmCall, type HelpTopic, helpCall, helpTopics, recommendCall } from '../slash/calls.ts';
import { playCall } from '../slash/trivia-calls.ts';
import { count, fullDate } from '../text/format.ts';
import { text } from '../text/text.ts';
import { button, linkButton, row } from './components.ts';
import { colours } from './embeds.ts';

/** A command that the reader may use. */
interface Listed {
  readonly data: CommandData;
  readonly signatures: readonly Signature[];
  readonly listed: HelpTopic | false;
}

/**
 * The topics that have commands, each with a button, or the commands of one `topic`; in private. Below the welcome if
 * `welcoming`.
 */
export function helpReply(
  commands: readonly Listed[],
  {
    language,
    topic: asked,
    isTyped,
    welcoming,
  }: { language: Language; topic: HelpTopic | undefined; isTyped: boolean; welcoming: boolean },
): Reply {
  const t = text[language];
  const topics = helpTopics.filter((one) => commands.some(({ listed }) => listed === one));
  const topic = topics.find((one) => one === asked);
  const lines =
    topic === undefined
      ? topics.map((one) => `**${t.topics[one].name}** · ${t.topics[one].about}`)
      : commands
          .filter(({ listed }) => listed === topic)
          .flatMap(({ data, signatures }) =>
            signatures.map(
              (signature) => `\`/${nameOf(data, signature, language)}\` · ${signature[language]}`,
            ),
          );
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(topic === undefined ? t.help : t.topics[topic].name)
    .setDescription(`${t.helpIntro}\n\n${lines.join('\n')}`);
  const buttons = topics.map((one) =>
    button(t.topics[one].name, customId('replace', helpCall, { tema: one }), { disabled: one === topic }),
  );
  const { embeds = [], components = [] } = welcoming ? welcomeReply(language) : {};
  return {
    embeds: [...embeds, embed.toJSON()],
    components: [...components, row(...buttons)],
    // A private reply to a press would be a second message: this one redraws the first, which is private already.
    ...(isTyped && { ephemeral: true }),
  };
}

/** The name that a reader of the language types. */
function nameOf(data: CommandData, { name, english }: Signature, language: Language): string {
  if (language === 'es') return name;
  return name === data.name ? english : `${data.name_localizations?.['en-US']} ${english}`;
}

/** The live data, their sources, and the data that the bot stores about people; with links to the operator's documents. */
export function aboutReply(version: Version, language: Language, documentsUrl: string | undefined): Reply {
  const t = text[language];
  const rows = (table: string) => count(version.tables[table] ?? 0, language);
  const { learntFrom: learnt } = version;
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
        value: t.dataMade(version.name, fullDate(version.madeAt, language)),
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

/** The films of the buttons, by TMDB id. Both are in the sample and in the full data. */
const CARD = '#25376';
const LIKED = '#862';

/** The message to a server that has just added the bot: an introduction and three buttons. */
export function welcomeReply(language: Language): Reply {
  const t = text[language];
  const embed = new EmbedBuilder().setColor(colours.house).setTitle(t.welcome).setDescription(t.welcomeLines);
  const buttons = row(
    button(t.tryTrivia, customId('add', playCall, { rondas: 5 })),
    button(t.tryCard, customId('add', filmCall, { titulo: CARD })),
    button(t.tryPicks, customId('add', recommendCall, { titulo: LIKED })),
  );
  return { embeds: [embed.toJSON()], components: [buttons] };
}
