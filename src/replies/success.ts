import { EmbedBuilder } from '@discordjs/builders';
import type { Career, Credit, Success } from '../catalogue/success.ts';
import type { Language, Reply } from '../contract/call.ts';
import { customId } from '../contract/custom-id.ts';
import { directorCall } from '../slash/calls.ts';
import { briefDate, count, money, shorten, times } from '../text/format.ts';
import { plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { button, row } from './components.ts';
import { colours } from './embeds.ts';
import { titleAndYear } from './names.ts';

/** Says which film of unreliable money makes more than half of a success, if one does. */
function oddity(success: Success, films: readonly Credit[], language: Language): string | undefined {
  const odd = films.find((film) => !film.reliable && film.return > success.success / 2);
  if (odd === undefined) return undefined;
  return text[language].mostlyFrom(titleAndYear(odd, language), money(odd.budget, language));
}

function successEmbed(success: Success, credits: readonly Credit[], language: Language): EmbedBuilder {
  const words = text[language];
  const films = count(success.films, language);
  const reliable = words.reliableFilms(count(success.reliable, language), films);
  const notes = [
    oddity(success, credits, language),
    words.moneyNote,
    success.partial ? words.withoutFilmsInPlay : undefined,
  ];
  return new EmbedBuilder()
    .setColor(colours.person)
    .setTitle(plain(success.name).slice(0, 256))
    .setFooter({ text: notes.filter(Boolean).join('\n') })
    .addFields(
      {
        name: words.success,
        value: `**${times(success.success, language)}**\n${words.successHint}`,
        inline: true,
      },
      {
        name: words.meanOfAll,
        value: `**${times(success.mean, language)}**\n${words.allFilms(films, success.films === 1)}`,
        inline: true,
      },
      {
        name: words.meanOfReliable,
        value:
          success.reliable_mean === null || success.reliable_median === null
            ? words.noReliableMoney
            : `**${times(success.reliable_mean, language)}** · ${words.median.toLowerCase()} **${times(success.reliable_median, language)}**\n${reliable}`,
        inline: true,
      },
    );
}

const byReturn = (a: Credit, b: Credit) => b.return - a.return || a.id - b.id;

/** An actor's success, best and worst film by reliable money, and the films they directed. */
export function actorReply(
  success: Success,
  { acted, directed }: { acted: Credit[]; directed: Credit[] },
  language: Language,
): Reply {
  const words = text[language];
  const embed = successEmbed(success, acted, language).setDescription(
    words.asActor(count(success.films, language), success.films === 1),
  );
  const ranked = acted.filter((film) => film.reliable).sort(byReturn);
  const film = (credit: Credit) => `${titleAndYear(credit, language)}\n${times(credit.return, language)}`;
  const [best] = ranked;
  const worst = ranked.at(-1);
  if (best !== undefined) embed.addFields({ name: words.best, value: film(best), inline: true });
  if (worst !== undefined && worst !== best)
    embed.addFields({ name: words.worst, value: film(worst), inline: true });
  if (directed.length > 0) {
    const names = directed.map((credit) => titleAndYear(credit, language)).join(' · ');
    embed.addFields({
      name: `${words.directedToo} (${count(directed.length, language)})`,
      value: shorten(names, 1024),
    });
  }
  return { embeds: [embed.toJSON()] };
}

/** How a director's films can be ordered; dates run forward, figures from the largest. */
export const SORTS = {
  fecha: (a: Credit, b: Credit) =>
    (a.release_date ?? '9999').localeCompare(b.release_date ?? '9999') || a.id - b.id,
  retorno: byReturn,
  ingresos: (a: Credit, b: Credit) => b.revenue - a.revenue || a.id - b.id,
} as const;
export type Sort = keyof typeof SORTS;

const PAGE_SIZE = 10;

function creditLine(film: Credit, language: Language): string {
  const words = text[language];
  const date = film.release_date === null ? words.undatedFilm : briefDate(film.release_date, language);
  return `**${titleAndYear(film, language)}** · ${date}\n${moneyLine(film, language)}`;
}

function moneyLine(film: Credit, language: Language): string {
  const words = text[language];
  if (film.budget === 0 && film.revenue === 0) return words.noMoney;
  const returned = film.return > 0 ? times(film.return, language) : words.unknownMoney;
  return `${words.return} ${returned} · ${words.cost} ${money(film.budget, language)} · ${words.revenue} ${money(film.revenue, language)}`;
}

/** A director's success and one page of their films; its buttons turn the page and change the order. */
export function directorReply(
  { success, films }: Career,
  { person, page, sort }: { person: number; page: number; sort: Sort },
  language: Language,
): Reply {
  const words = text[language];
  const pages = Math.max(1, Math.ceil(films.length / PAGE_SIZE));
  const shown = Math.min(Math.max(1, page), pages);
  const listed = [...films].sort(SORTS[sort]).slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE);
  const intro = words.asDirector(count(success.films, language), success.films === 1);
  const order = pages === 1 ? words.sortedBy[sort] : `${words.sortedBy[sort]} · ${words.page(shown, pages)}`;
  const embed = successEmbed(success, films, language).setDescription(
    `${intro}\n*${order}*\n\n${listed.map((film) => creditLine(film, language)).join('\n')}`,
  );
  return {
    embeds: [embed.toJSON()],
    components: directorButtons({ person, page: shown, pages, sort }, language),
  };
}

function directorButtons(
  { person, page, pages, sort }: { person: number; page: number; pages: number; sort: Sort },
  language: Language,
) {
  const words = text[language];
  const nombre_director = `#${person}`;
  const turn = (label: string, pagina: number, orden: Sort, disabled: boolean) =>
    button(label, customId('replace', directorCall, { nombre_director, pagina, orden }), { disabled });
  const order = directorCall.options.orden.choices.map(({ value }) =>
    turn(words.sortBy[value] ?? value, value === sort ? page : 1, value, value === sort),
  );
  if (pages === 1) return [row(...order)];
  return [
    row(turn(words.previous, page - 1, sort, page === 1), turn(words.next, page + 1, sort, page === pages)),
    row(...order),
  ];
}
