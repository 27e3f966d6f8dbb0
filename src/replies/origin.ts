import { EmbedBuilder } from '@discordjs/builders';
import type { FilmsOf } from '../catalogue/origins.ts';
import type { Language, Reply } from '../contract/call.ts';
import { count, countryName, languageName } from '../text/format.ts';
import { text } from '../text/text.ts';
import { colours } from './embeds.ts';
import { bestKnownLines, cardSelect } from './film-list.ts';

/** How many films a country produced, and the best known. */
export const countryReply = (found: FilmsOf & { code: string }, language: Language): Reply =>
  originReply(found, countryName(found.code, language), text[language].filmsOfCountry, language);

/** How many films have an original language, and the best known. */
export const languageReply = (found: FilmsOf & { code: string }, language: Language): Reply =>
  originReply(found, languageName(found.code, language), text[language].filmsOfLanguage, language);

function originReply(
  { films, best }: FilmsOf,
  name: string,
  sentence: (films: string, name: string, one: boolean) => string,
  language: Language,
): Reply {
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const counted = sentence(count(films, language), name, films === 1);
  const list = best.length === 0 ? '' : `\n\n${bestKnownLines(best, language)}`;
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(title)
    .setDescription(counted + list);
  return { embeds: [embed.toJSON()], components: best.length === 0 ? [] : [cardSelect(best, language)] };
}
