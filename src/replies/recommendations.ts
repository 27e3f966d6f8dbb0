import { EmbedBuilder } from '@discordjs/builders';
import type { Brief } from '../catalogue/film.ts';
import type { Reason, Recommendation } from '../catalogue/recommendations.ts';
import type { Language, Reply } from '../contract/call.ts';
import { CHOSEN, customId } from '../contract/custom-id.ts';
import type { ValuesOf } from '../contract/signature.ts';
import { filmCall, recommendCall } from '../slash/calls.ts';
import { oneDecimal, shorten } from '../text/format.ts';
import { plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { button, row, selectRow } from './components.ts';
import { colours } from './embeds.ts';
import { collectionName, titleAndYear, titleOf } from './names.ts';

type RecommendOptions = ValuesOf<typeof recommendCall.options>;

/** One page of recommendations; `more` if there is another. */
interface Page {
  recommendations: readonly Recommendation[];
  page: number;
  more: boolean;
}

/** Five films like a film, with reasons and mean votes; a select that opens a card, and buttons to other pages. */
export function recommendationsReply(
  film: Brief,
  { recommendations, page, more }: Page,
  options: RecommendOptions,
  language: Language,
): Reply {
  const t = text[language];
  const embed = new EmbedBuilder().setColor(colours.film);
  const turn = turnButtons(film, { recommendations, page, more }, options, language);
  if (recommendations.length === 0) {
    const sentence = page > 1 ? t.noMorePicks : t.noPicks(titleAndYear(film, language));
    return { embeds: [embed.setDescription(sentence).toJSON()], components: turn };
  }
  const lines = recommendations.map((recommendation, index) =>
    line(recommendation, (page - 1) * 5 + index + 1, language),
  );
  embed
    .setTitle(shorten(t.likeThis(titleAndYear(film, language)), 256))
    .setDescription(lines.join('\n').trim());
  return { embeds: [embed.toJSON()], components: [cardSelect(recommendations, language), ...turn] };
}

function line(film: Recommendation, place: number, language: Language): string {
  const reasons = film.picked
    ? wordReasons(film.reasons, language)
    : `*${plain(text[language].wellLikedToo)}*`;
  const title = shorten(titleAndYear(film, language), 200);
  const score = `**${place}. ${title}** · ★ ${oneDecimal(film.vote_average, language)}`;
  return reasons === '' ? score : `${score}\n${reasons}`;
}

function cardSelect(recommendations: readonly Recommendation[], language: Language) {
  const t = text[language];
  return selectRow(
    customId('add', filmCall, { titulo: CHOSEN }),
    t.openPick,
    recommendations.map((film) => ({
      label: shorten(`${titleOf(film, language)} (${film.release_year ?? t.unknownYear})`, 100),
      value: `#${film.id}`,
    })),
  );
}

function turnButtons(film: Brief, { page, more }: Page, options: RecommendOptions, language: Language) {
  const t = text[language];
  const turn = (label: string, pagina: number) =>
    button(label, customId('replace', recommendCall, { ...options, titulo: `#${film.id}`, pagina }));
  const buttons = [
    ...(page > 1 ? [turn(t.backwards, page - 1)] : []),
    ...(more && page < 99 ? [turn(t.more, page + 1)] : []),
  ];
  return buttons.length === 0 ? [] : [row(...buttons)];
}

/** The two strongest reasons that have words in the reader's language. */
export function wordReasons(reasons: readonly Reason[], language: Language): string {
  const worded = reasons.flatMap((reason) => {
    const sentence = wordReason(reason, language);
    return sentence === undefined ? [] : [plain(shorten(sentence, 150))];
  });
  return [...new Set(worded)].slice(0, 2).join(' · ');
}

/** Undefined for a genre that is not given as a reason, and for "Foreign". */
function wordReason({ kind, name, name_es, genre }: Reason, language: Language): string | undefined {
  const { reasons } = text[language];
  const word = collectionName(language === 'es' ? (name_es ?? name) : name);
  return kind === 'origin' ? reasons.origin(word, genre) : reasons[kind](word);
}
