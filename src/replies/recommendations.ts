import type { APIEmbed } from 'discord-api-types/v10';
import type { Brief } from '../catalogue/film.ts';
import type { GroupRecommendation, Link } from '../catalogue/group-recommendations.ts';
import type { Reason, Recommendation } from '../catalogue/recommendations.ts';
import type { Language, Reply } from '../contract/call.ts';
import { customId, packIds } from '../contract/custom-id.ts';
import type { ValuesOf } from '../contract/signature.ts';
import { likeSeveralCall, recommendCall } from '../slash/calls.ts';
import { listOf, monthOf, shorten } from '../text/format.ts';
import { plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { button, row } from './components.ts';
import { colours, posterOf, sentenceEmbed } from './embeds.ts';
import { cardSelect } from './film-list.ts';
import { collectionName, titleAndYear, titleOf } from './names.ts';
import { star } from './score.ts';

type RecommendOptions = ValuesOf<typeof likeSeveralCall.options>;

/** One page of recommendations for one film or between several; `more` if there is another. */
export interface RecommendationPage {
  films: readonly Brief[];
  recommendations: readonly (Recommendation | GroupRecommendation)[];
  page: number;
  more: boolean;
  /** The date at which the catalogue ends, if no film was found and only films after it were asked for. */
  end?: string | undefined;
}

/** Five films, an embed each; a select that opens a card, and buttons to other pages. */
export function recommendationsReply(
  shown: RecommendationPage,
  options: RecommendOptions,
  language: Language,
): Reply {
  const t = text[language];
  const { films, recommendations, page } = shown;
  const turn = turnButtons(shown, options, language);
  const titles = listOf(
    films.map((film) => titleAndYear(film, language)),
    language,
  );
  if (recommendations.length === 0) {
    const { genero, epoca, idioma, solo_conocidas: known } = options;
    const isFiltered = films.length > 1 || [genero, epoca, idioma, known].some((wish) => wish !== undefined);
    const none = isFiltered ? t.noneBetween : t.noPicks(titles);
    const hint = shown.end === undefined ? '' : `${t.catalogueEnds(monthOf(shown.end, language))} `;
    return { embeds: [sentenceEmbed(hint + (page > 1 ? t.noMorePicks : none), 'film')], components: turn };
  }
  const heading = films.length > 1 ? t.likeThese(titles) : t.likeThis(titles);
  const embeds = recommendations.map((film, index) => pickEmbed(film, (page - 1) * 5 + index + 1, language));
  return {
    content: `**${shorten(heading, 1500)}**`,
    embeds,
    components: [cardSelect(recommendations, language), ...turn],
  };
}

/** One recommendation: its place, score, directors and reasons, with its poster. A builder per film would take a third of the reply's time. */
function pickEmbed(film: Recommendation | GroupRecommendation, place: number, language: Language): APIEmbed {
  const why = wordWhy(film, language, '\n');
  const facts = [star(film, language), shorten(film.directors.map(({ name }) => plain(name)).join(', '), 80)];
  const lines = [
    facts.filter((fact) => fact !== '').join(' · '),
    film.picked || why === '' ? why : `*${why}*`,
  ].filter((line) => line !== '');
  return {
    color: colours.film,
    title: shorten(`${place}. ${titleAndYear(film, language)}`, 200),
    ...posterOf(film, language),
    ...(lines.length > 0 && { description: lines.join('\n') }),
  };
}

function turnButtons(
  { films, page, more }: RecommendationPage,
  options: RecommendOptions,
  language: Language,
) {
  const t = text[language];
  const turn = (label: string, to: number) => button(label, turnTo(films, options, to));
  const buttons = [
    ...(page > 1 ? [turn(t.backwards, page - 1)] : []),
    ...(more && page < 99 ? [turn(t.more, page + 1)] : []),
  ];
  return buttons.length === 0 ? [] : [row(...buttons)];
}

function turnTo(films: readonly Brief[], options: RecommendOptions, pagina: number): string {
  const { ids, titulo, titulo2, titulo3, titulo4, titulo5, pagina: _page, ...wishes } = options;
  const [film, ...others] = films.map(({ id }) => id);
  return film === undefined || others.length > 0
    ? customId('replace', likeSeveralCall, { ids: packIds(films.map(({ id }) => id)), ...wishes, pagina })
    : customId('replace', recommendCall, { titulo: `#${film}`, ...wishes, pagina });
}

/** Why a film is recommended; `separator` stands between several given films. Empty if no reason has words in the reader's language. */
export function wordWhy(
  film: Recommendation | GroupRecommendation,
  language: Language,
  separator = ' · ',
): string {
  if (!film.picked) return plain(text[language].wellLikedToo);
  return 'links' in film
    ? wordLinks(film.links, language)
        .map(({ films, reason }) => text[language].becauseOf(namesOf(films, language), reason))
        .join(separator)
    : wordReasons(film.reasons, language);
}

/** The two strongest reasons that have words in the reader's language. */
export const wordReasons = (reasons: readonly Reason[], language: Language): string =>
  wordsOf(reasons, language).slice(0, 2).join(' · ');

function wordsOf(reasons: readonly Reason[], language: Language): string[] {
  const worded = reasons.flatMap((reason) => {
    const sentence = wordReason(reason, language);
    return sentence === undefined ? [] : [plain(shorten(sentence, 150))];
  });
  return [...new Set(worded)];
}

/** Each link's strongest reason in words, or the film in the middle. Given films with the same reason stand together. */
function wordLinks(links: readonly Link[], language: Language): { films: Brief[]; reason: string }[] {
  const films = new Map<string, Brief[]>();
  for (const { film, reasons, middle } of links) {
    const [strongest] = wordsOf(reasons, language);
    const reason = strongest ?? (middle && text[language].likeOther(briefName(middle, language)));
    if (reason !== undefined) films.set(reason, [...(films.get(reason) ?? []), film]);
  }
  return [...films].map(([reason, given]) => ({ films: given, reason }));
}

const briefName = (film: Brief, language: Language) => plain(shorten(titleOf(film, language), 40));

const namesOf = (films: readonly Brief[], language: Language) =>
  listOf(
    films.map((film) => briefName(film, language)),
    language,
  );

/** Undefined for a genre that is not given as a reason, and for "Foreign". */
function wordReason({ kind, name, name_es, genre }: Reason, language: Language): string | undefined {
  const { reasons } = text[language];
  const word = collectionName(language === 'es' ? (name_es ?? name) : name);
  return kind === 'origin' ? reasons.origin(word, genre) : reasons[kind](word);
}
