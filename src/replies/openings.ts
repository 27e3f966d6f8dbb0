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
  const t = text[language];
  const name = (unit === 'month' ? t.months : t.weekdays)[number - 1] ?? '';
  const title = unit === 'month' ? t.openedIn(name) : t.openedOn(name);
  const sentence = unit === 'month' ? t.filmsOpenedIn : t.filmsOpenedOn;
  const share = openings.dated === 0 ? 0 : openings.films / openings.dated;
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(title)
    .setDescription(
      `${sentence(count(openings.films, language), name, openings.films === 1)}: ${t.shareOfDated(percent(share, language), count(openings.dated, language))}`,
    );
  if (openings.best !== undefined) {
    embed.addFields({ name: t.bestKnown, value: plain(filmLabel(openings.best, language)) });
  }
  if (openings.undated > 0) {
    embed.setFooter({ text: t.undated(count(openings.undated, language), openings.undated === 1) });
  }
  return { embeds: [embed.toJSON()] };
}
