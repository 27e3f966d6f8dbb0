import { EmbedBuilder } from '@discordjs/builders';
import type { Company } from '../catalogue/companies.ts';
import type { Language, Reply } from '../contract/call.ts';
import { count, money, times } from '../text/format.ts';
import { plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { colours } from './embeds.ts';
import { bestKnownLines, cardSelect } from './film-list.ts';
import { knownFigure } from './known-figure.ts';

/** A production company: how many films, their total revenue and mean return, and the best known. */
export function companyReply(company: Company, language: Language): Reply {
  const t = text[language];
  const { films, revenue, with_revenue, mean_return, reliable, best } = company;
  const sentence = t.companyFilms(count(films, language), films === 1);
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(plain(company.name).slice(0, 256))
    .setDescription(`${sentence}\n\n${bestKnownLines(best, language)}`)
    .setFooter({ text: t.reliableNote })
    .addFields(
      knownFigure(t.totalRevenue, money(revenue, language), with_revenue, language),
      knownFigure(t.meanReturn, times(mean_return ?? 0, language), reliable, language),
    );
  return { embeds: [embed.toJSON()], components: [cardSelect(best, language)] };
}
