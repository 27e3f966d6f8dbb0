import { EmbedBuilder } from '@discordjs/builders';
import type { DiscoveredPage } from '../catalogue/discover.ts';
import type { Language, Reply } from '../contract/call.ts';
import { customId } from '../contract/custom-id.ts';
import type { CalendarDay } from '../lib/time-zones.ts';
import { anniversariesCall } from '../slash/calls.ts';
import { count } from '../text/format.ts';
import { text } from '../text/text.ts';
import { button, row } from './components.ts';
import { colours, posterOf, sentenceEmbed } from './embeds.ts';
import { cardSelect, summaryLine } from './film-list.ts';

/** Films that opened on a day of the year, in other years. */
export interface Anniversaries extends DiscoveredPage {
  /** The day, with the year from which the years are counted. */
  when: CalendarDay;
  isToday: boolean;
}

/** One page of films with their years and how many years ago that was; a select opens a card. */
export function anniversariesReply(found: Anniversaries, language: Language): Reply {
  const t = text[language];
  const { films, page, pages, total, when, isToday } = found;
  const { year, month, day } = when;
  const name = t.dayOfMonth(day, t.months[month - 1] ?? '');
  const [first] = films;
  if (first === undefined) return { embeds: [sentenceEmbed(t.noAnniversaries(name))] };
  const lines = films.map((film) => {
    const years = year - (film.release_year ?? year);
    return summaryLine(film, language, [t.yearsAgo(count(years, language), years === 1)]);
  });
  const footer = [
    t.foundFilms(count(total, language), total === 1),
    ...(pages > 1 ? [t.page(page, pages)] : []),
  ];
  const embed = new EmbedBuilder(posterOf(first, language))
    .setColor(colours.film)
    .setTitle(t.anniversaries(name, isToday))
    .setDescription(lines.join('\n\n'))
    .setFooter({ text: footer.join(' · ') });
  const turn = (label: string, pagina: number, disabled: boolean) =>
    button(label, customId('replace', anniversariesCall, { mes: month, dia: day, pagina }), { disabled });
  const turns = [turn(t.previous, page - 1, page === 1), turn(t.next, page + 1, page === pages)];
  return {
    embeds: [embed.toJSON()],
    components: [cardSelect(films, language), ...(pages > 1 ? [row(...turns)] : [])],
  };
}
