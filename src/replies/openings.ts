import { EmbedBuilder } from '@discordjs/builders';
import type { Openings } from '../catalogue/openings.ts';
import type { Language, Reply } from '../contract/call.ts';
import { count, percent } from '../text/format.ts';
import { plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { colours } from './embeds.ts';
import { filmLabel } from './names.ts';

/** How many films opened in a month (`unit` "month", 1 to 12) or on a weekday (1 = Monday to 7). */
export function openingsReply(
  openings: Openings,
  { unit, number }: { unit: 'month' | 'weekday'; number: number },
  language: Language,
): Reply {
  const words = text[language];
  const name = (unit === 'month' ? words.months : words.weekdays)[number - 1] ?? '';
  const title = unit === 'month' ? words.openedIn(name) : words.openedOn(name);
  const sentence = unit === 'month' ? words.filmsOpenedIn : words.filmsOpenedOn;
  const share = openings.dated === 0 ? 0 : openings.films / openings.dated;
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(title)
    .setDescription(
      `${sentence(count(openings.films, language), name, openings.films === 1)}: ${words.shareOfDated(percent(share, language), count(openings.dated, language))}`,
    );
  if (openings.best !== undefined) {
    embed.addFields({ name: words.bestKnown, value: plain(filmLabel(openings.best, language)) });
  }
  if (openings.undated > 0) {
    embed.setFooter({ text: words.undated(count(openings.undated, language), openings.undated === 1) });
  }
  return { embeds: [embed.toJSON()] };
}
