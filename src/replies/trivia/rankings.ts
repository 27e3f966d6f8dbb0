import { EmbedBuilder } from '@discordjs/builders';
import type { Language, Reply } from '../../contract/call.ts';
import type { HitRate, Profile } from '../../store/profile.ts';
import type { Score } from '../../store/rankings.ts';
import { count, genreName, oneDecimal, percent } from '../../text/format.ts';
import { gameText as wordsOf } from '../../text/game.ts';
import { colours } from '../embeds.ts';
import { nameAlone, type PersonNames, personIn } from '../person-name.ts';
import { place } from './table.ts';

/** Who is in a ranking: people of one server, or those of all servers by the names that they gave. */
export type Ranked =
  | { readonly everywhere: false; readonly table: readonly Score[]; readonly names: PersonNames }
  | { readonly everywhere: true; readonly table: readonly (Score & { readonly name: string })[] };

/** The best of a server or of all servers. Across servers nobody is mentioned: a name alone was agreed to. */
export function rankingReply(span: string, ranked: Ranked, language: Language): Reply {
  const words = wordsOf[language];
  const people = ranked.everywhere
    ? ranked.table.map(({ name }) => nameAlone(name, words.nameless))
    : ranked.table.map(({ userId }) => personIn(ranked.names, userId));
  const lines = ranked.table.map(({ points, right, answers }, index) => {
    const figures = [points, right, answers].map((value) => count(value, language));
    return `${place(index)} ${people[index]} · ${words.rankingLine(figures[0] ?? '', figures[1] ?? '', figures[2] ?? '')}`;
  });
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(`${ranked.everywhere ? words.rankingEverywhere : words.rankingHere} · ${words.ranking[span]}`)
    .setDescription(lines.length === 0 ? words.rankingEmpty : lines.join('\n'));
  if (ranked.everywhere) embed.setFooter({ text: words.onlyThoseWhoAgreed });
  return { embeds: [embed.toJSON()] };
}

/** How many genres and decades a profile lists. */
const MOST_LISTED = 8;

/** What a person did in the games of a server. */
export function profileReply(profile: Profile | undefined, language: Language): Reply {
  const words = wordsOf[language];
  const embed = new EmbedBuilder().setColor(colours.person).setTitle(words.profile);
  if (profile === undefined)
    return { embeds: [embed.setDescription(words.profileEmpty).toJSON()], ephemeral: true };
  const { points, right, answers, bestStreak, fastest, genres, decades } = profile;
  embed.setDescription(
    words.profileTotal(
      count(points, language),
      count(right, language),
      count(answers, language),
      percent(right / answers, language),
    ),
  );
  if (bestStreak > 0)
    embed.addFields({ name: words.bestStreak, value: words.inARow(bestStreak), inline: true });
  if (fastest !== null) {
    embed.addFields({
      name: words.fastestEver,
      value: `${oneDecimal(fastest / 1000, language)} s`,
      inline: true,
    });
  }
  const list = <Key>(rates: readonly HitRate<Key>[], name: (key: Key) => string) =>
    rates
      .slice(0, MOST_LISTED)
      .map(
        (rate) =>
          `${name(rate.key)} · ${percent(rate.right / rate.answers, language)} (${rate.right}/${rate.answers})`,
      )
      .join('\n');
  if (genres.length > 0) {
    embed.addFields({ name: words.byGenre, value: list(genres, (genre) => genreName(genre, language)) });
  }
  if (decades.length > 0) embed.addFields({ name: words.byDecade, value: list(decades, words.decade) });
  return { embeds: [embed.toJSON()] };
}

/** That a person is, or is no longer, in the ranking across servers. */
export const sharedReply = (shown: boolean, language: Language): Reply => ({
  content: shown ? wordsOf[language].shared : wordsOf[language].unshared,
  ephemeral: true,
});
