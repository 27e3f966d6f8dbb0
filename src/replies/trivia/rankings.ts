import { EmbedBuilder } from '@discordjs/builders';
import type { Language, Reply } from '../../contract/call.ts';
import type { HitRate, Profile } from '../../store/profile.ts';
import type { Score } from '../../store/rankings.ts';
import { count, genreName, oneDecimal, percent } from '../../text/format.ts';
import { gameText } from '../../text/game.ts';
import { colours } from '../embeds.ts';
import { nameAlone, type PersonNames, personIn } from '../person-name.ts';
import { place } from './lists.ts';

/** The rows of a ranking: of one server, or across servers with the names under which people agreed to appear. */
export type Ranked =
  | { readonly everywhere: false; readonly table: readonly Score[]; readonly names: PersonNames }
  | { readonly everywhere: true; readonly table: readonly (Score & { readonly name: string })[] };

/** The ranking of a server or across servers. Across servers nobody is mentioned, because people agreed only to a name. */
export function rankingReply(span: string, ranked: Ranked, language: Language): Reply {
  const t = gameText[language];
  const people = ranked.everywhere
    ? ranked.table.map(({ name }) => nameAlone(name, t.nameless))
    : ranked.table.map(({ userId }) => personIn(ranked.names, userId));
  const lines = ranked.table.map(({ points, right, answers }, index) => {
    const figures = [points, right, answers].map((value) => count(value, language));
    return `${place(index)} ${people[index]} · ${t.rankingLine(figures[0] ?? '', figures[1] ?? '', figures[2] ?? '')}`;
  });
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(`${ranked.everywhere ? t.rankingEverywhere : t.rankingHere} · ${t.ranking[span]}`)
    .setDescription(lines.length === 0 ? t.rankingEmpty : lines.join('\n'));
  if (ranked.everywhere) embed.setFooter({ text: t.onlyThoseWhoAgreed });
  return { embeds: [embed.toJSON()] };
}

/** The maximum genres, and decades, of a profile. */
const MAX_RATES = 8;

/** A person's figures in the games of a server. */
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

/** Says whether the person now appears in the ranking across servers. */
export const sharedReply = (shown: boolean, language: Language): Reply => ({
  content: shown ? gameText[language].shared : gameText[language].unshared,
  ephemeral: true,
});
