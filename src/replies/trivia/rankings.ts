import { EmbedBuilder } from '@discordjs/builders';
import type { Language, Reply } from '../../contract/call.ts';
import type { HitRate, Profile } from '../../store/profile.ts';
import type { Score } from '../../store/rankings.ts';
import { count, genreName, oneDecimal, percent } from '../../text/format.ts';
import { gameText } from '../../text/game.ts';
import { colours } from '../embeds.ts';
import { nameAlone, type PersonNames, personIn } from '../person-name.ts';
import { rankMark } from './lists.ts';

/** The people of a ranking: of one server, or across servers by the names they agreed to show. */
export type Ranking =
  | { readonly everywhere: false; readonly scores: readonly Score[]; readonly names: PersonNames }
  | { readonly everywhere: true; readonly scores: readonly (Score & { readonly name: string })[] };

/** The ranking of a server or across servers. Across servers people are not mentioned: they agreed to show only a name. */
export function rankingReply(span: string, ranking: Ranking, language: Language): Reply {
  const t = gameText[language];
  const people = ranking.everywhere
    ? ranking.scores.map(({ name }) => nameAlone(name, t.nameless))
    : ranking.scores.map(({ userId }) => personIn(ranking.names, userId));
  const lines = ranking.scores.map(({ points, right, answers }, index) => {
    const figures = [points, right, answers].map((value) => count(value, language));
    return `${rankMark(index, points)} ${people[index]} · ${t.rankingLine(figures[0] ?? '', figures[1] ?? '', figures[2] ?? '')}`;
  });
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(`${ranking.everywhere ? t.rankingEverywhere : t.rankingHere} · ${t.ranking[span]}`)
    .setDescription(lines.length === 0 ? t.rankingEmpty : lines.join('\n'));
  if (ranking.everywhere) embed.setFooter({ text: t.onlyThoseWhoAgreed });
  return { embeds: [embed.toJSON()] };
}

/** Most genres and most decades in a profile. */
const MAX_RATES = 8;

/** A person's results in the games of a server. */
export function profileReply(profile: Profile | undefined, language: Language): Reply {
  const t = gameText[language];
  const embed = new EmbedBuilder().setColor(colours.person).setTitle(t.profile);
  if (profile === undefined)
    return { embeds: [embed.setDescription(t.profileEmpty).toJSON()], ephemeral: true };
  const { points, right, answers, bestStreak, fastest, genres, decades } = profile;
  embed.setDescription(
    t.profileTotal(
      count(points, language),
      count(right, language),
      count(answers, language),
      percent(right / answers, language),
    ),
  );
  if (bestStreak > 0) embed.addFields({ name: t.bestStreak, value: t.inARow(bestStreak), inline: true });
  if (fastest !== null) {
    embed.addFields({
      name: t.fastestEver,
      value: `${oneDecimal(fastest / 1000, language)} s`,
      inline: true,
    });
  }
  const list = <Key>(rates: readonly HitRate<Key>[], name: (key: Key) => string) =>
    rates
      .slice(0, MAX_RATES)
      .map(
        (rate) =>
          `${name(rate.key)} · ${percent(rate.right / rate.answers, language)} (${rate.right}/${rate.answers})`,
      )
      .join('\n');
  if (genres.length > 0) {
    embed.addFields({ name: t.byGenre, value: list(genres, (genre) => genreName(genre, language)) });
  }
  if (decades.length > 0) embed.addFields({ name: t.byDecade, value: list(decades, t.decade) });
  return { embeds: [embed.toJSON()] };
}

/** The private reply after a person joins or leaves the ranking across servers. */
export const sharedReply = (shown: boolean, language: Language): Reply => ({
  content: shown ? gameText[language].shared : gameText[language].unshared,
  ephemeral: true,
});
