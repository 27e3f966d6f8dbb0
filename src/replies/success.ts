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

/** A note if one film with unreliable figures makes up more than half of the success. */
function outlierNote(success: Success, films: readonly Credit[], language: Language): string | undefined {
  const outlier = films.find((film) => !film.reliable && film.return > success.success / 2);
  if (outlier === undefined) return undefined;
  return text[language].mostlyFrom(titleAndYear(outlier, language), money(outlier.budget, language));
}

function successEmbed(success: Success, credits: readonly Credit[], language: Language): EmbedBuilder {
  const t = text[language];
  const films = count(success.films, language);
  const reliable = t.reliableFilms(count(success.reliable, language), films);
  const notes = [
    outlierNote(success, credits, language),
    t.moneyNote,
    success.partial ? t.withoutFilmsInPlay : undefined,
  ];
  return new EmbedBuilder()
    .setColor(colours.person)
    .setTitle(plain(success.name).slice(0, 256))
    .setFooter({ text: notes.filter(Boolean).join('\n') })
    .addFields(
      {
        name: t.success,
        value: `**${times(success.success, language)}**\n${t.successHint}`,
        inline: true,
      },
      {
        name: t.meanOfAll,
        value: `**${times(success.mean, language)}**\n${t.allFilms(films, success.films === 1)}`,
        inline: true,
      },
      {
        name: t.meanOfReliable,
        value:
          success.reliable_mean === null || success.reliable_median === null
            ? t.noReliableMoney
            : `**${times(success.reliable_mean, language)}** · ${t.median.toLowerCase()} **${times(success.reliable_median, language)}**\n${reliable}`,
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
  const t = text[language];
  const embed = successEmbed(success, acted, language).setDescription(
    t.asActor(count(success.films, language), success.films === 1),
  );
  const ranked = acted.filter((film) => film.reliable).sort(byReturn);
  const film = (credit: Credit) => `${titleAndYear(credit, language)}\n${times(credit.return, language)}`;
  const [best] = ranked;
  const worst = ranked.at(-1);
  if (best !== undefined) embed.addFields({ name: t.best, value: film(best), inline: true });
  if (worst !== undefined && worst !== best)
    embed.addFields({ name: t.worst, value: film(worst), inline: true });
  if (directed.length > 0) {
    const names = directed.map((credit) => titleAndYear(credit, language)).join(' · ');
    embed.addFields({
      name: `${t.directedToo} (${count(directed.length, language)})`,
      value: shorten(names, 1024),
    });
  }
  return { embeds: [embed.toJSON()] };
}

/** The orders of a director's films: dates ascending, figures descending. */
export const SORTS = {
  fecha: (a: Credit, b: Credit) =>
    (a.release_date ?? '9999').localeCompare(b.release_date ?? '9999') || a.id - b.id,
  retorno: byReturn,
  ingresos: (a: Credit, b: Credit) => b.revenue - a.revenue || a.id - b.id,
} as const;
export type Sort = keyof typeof SORTS;

const PAGE_SIZE = 10;

function creditLine(film: Credit, language: Language): string {
  const t = text[language];
  const date = film.release_date === null ? t.undatedFilm : briefDate(film.release_date, language);
  return `**${titleAndYear(film, language)}** · ${date}\n${moneyLine(film, language)}`;
}

function moneyLine(film: Credit, language: Language): string {
  const t = text[language];
  if (film.budget === 0 && film.revenue === 0) return t.noMoney;
  const returned = film.return > 0 ? times(film.return, language) : t.noFigure;
  return `${t.return} ${returned} · ${t.cost} ${money(film.budget, language)} · ${t.revenue} ${money(film.revenue, language)}`;
}

/** A director's success and one page of their films; its buttons turn the page and change the order. */
export function directorReply(
  { success, films }: Career,
  { person, page, sort }: { person: number; page: number; sort: Sort },
  language: Language,
): Reply {
  const t = text[language];
  const pages = Math.max(1, Math.ceil(films.length / PAGE_SIZE));
  const shown = Math.min(Math.max(1, page), pages);
  const listed = [...films].sort(SORTS[sort]).slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE);
  const intro = t.asDirector(count(success.films, language), success.films === 1);
  const order = pages === 1 ? t.sortedBy[sort] : `${t.sortedBy[sort]} · ${t.page(shown, pages)}`;
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
  const t = text[language];
  const nombre_director = `#${person}`;
  const turn = (label: string, pagina: number, orden: Sort, disabled: boolean) =>
    button(label, customId('replace', directorCall, { nombre_director, pagina, orden }), { disabled });
  const order = directorCall.options.orden.choices.map(({ value }) =>
    turn(t.sortBy[value] ?? value, value === sort ? page : 1, value, value === sort),
  );
  if (pages === 1) return [row(...order)];
  return [
    row(turn(t.previous, page - 1, sort, page === 1), turn(t.next, page + 1, sort, page === pages)),
    row(...order),
  ];
}
