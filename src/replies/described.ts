import { EmbedBuilder } from '@discordjs/builders';
import type { DescribedFilm, DescribedPage } from '../catalogue/described.ts';
import type { Language, Reply } from '../contract/call.ts';
import { customId, LONGEST_ID } from '../contract/custom-id.ts';
import { packDescription } from '../descriptions/read-description.ts';
import { searchCall } from '../slash/calls.ts';
import { shorten } from '../text/format.ts';
import { quote } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { button, row } from './components.ts';
import { colours, posterOf, sentenceEmbed } from './embeds.ts';
import { cardSelect, rankedLine } from './film-list.ts';

export const PAGE_SIZE = 5;

/** How many of the words that fit a film are shown. */
const MOST_WORDS = 6;

/** Five films that fit a description, each with the words that fit; a select that opens a card, and buttons to other pages. */
export function describedReply(
  { films, page, more }: DescribedPage,
  typed: string,
  language: Language,
): Reply {
  const t = text[language];
  const [first] = films;
  const lines = films.map((film, index) => line(film, (page - 1) * PAGE_SIZE + index + 1, language));
  const embed = new EmbedBuilder(first && posterOf(first, language))
    .setColor(colours.film)
    .setTitle(shorten(t.described(quote(typed, 200)), 256))
    .setDescription(lines.join('\n\n'));
  const buttons = [
    ...(page > 1 ? [searchButton('replace', t.backwards, typed, page - 1)] : []),
    ...(more && page < LAST_PAGE ? [searchButton('replace', t.more, typed, page + 1)] : []),
  ];
  return {
    embeds: [embed.toJSON()],
    components: [cardSelect(films, language), ...(buttons.length === 0 ? [] : [row(...buttons)])],
  };
}

const LAST_PAGE = searchCall.options.pagina.max;

/** "**1. Tiburón (Jaws, 1975)** · ★ 7.5" and below it "tiburón · playa". */
function line(film: DescribedFilm, place: number, language: Language): string {
  const words = film.words.slice(0, MOST_WORDS).map((word) => quote(word, 40));
  return `${rankedLine(film, place, language)}\n*${words.join(' · ')}*`;
}

/** Says that no film fits, or none more. */
export function nothingDescribedReply(typed: string, page: number, language: Language): Reply {
  const t = text[language];
  const sentence = page > 1 ? t.noMoreDescribed : t.nothingDescribed(quote(typed));
  return { embeds: [sentenceEmbed(sentence, 'trouble')] };
}

/** A button that searches for a typed text, as far as it fits into a custom id. */
export function searchButton(mode: 'replace' | 'add', label: string, typed: string, pagina?: number) {
  const idOf = (texto: string) =>
    customId(mode, searchCall, { texto, ...(pagina !== undefined && { pagina }) });
  return button(label, idOf(packDescription(typed, LONGEST_ID - idOf('').length)));
}
