import { EmbedBuilder } from '@discordjs/builders';
import type { Career, Credit } from '../catalogue/success.ts';
import type { Language, Reply } from '../contract/call.ts';
import { customId } from '../contract/custom-id.ts';
import { actorCall, directorCall } from '../slash/calls.ts';
import { briefDate, count, money, roleOf, shorten } from '../text/format.ts';
import { plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { button, row } from './components.ts';
import { colours } from './embeds.ts';
import { cardSelect } from './film-list.ts';
import { titleInBrief } from './names.ts';
import { byReturn, returnFields, returnOf } from './returns.ts';
import { star } from './score.ts';

/** The orders of a person's films. */
export const SORTS = {
  conocidas: (a: Credit, b: Credit) => b.vote_count - a.vote_count || a.id - b.id,
  recientes: (a: Credit, b: Credit) =>
    (b.release_date ?? '').localeCompare(a.release_date ?? '') || a.id - b.id,
  fecha: (a: Credit, b: Credit) =>
    (a.release_date ?? '9999').localeCompare(b.release_date ?? '9999') || a.id - b.id,
  retorno: byReturn,
  ingresos: (a: Credit, b: Credit) => b.revenue - a.revenue || a.id - b.id,
} as const;
export type Sort = keyof typeof SORTS;

/** The orders that have a button. */
const BUTTONS = ['conocidas', 'recientes', 'retorno'] as const satisfies Sort[];

/** How many films a page has: more do not fit on a phone's screen. */
const PAGE_SIZE = 5;

export interface PersonPage {
  /** TMDB id. */
  person: number;
  actor: Career;
  director: Career;
  role: 'actor' | 'director';
  order?: Sort | undefined;
  page?: number | undefined;
}

/** A person, a page of their films in one role, and the returns of these; a select opens a film. */
export function personReply(asked: PersonPage, language: Language): Reply {
  const t = text[language];
  const { role, order = 'conocidas', page = 1 } = asked;
  const career = asked[role];
  const pages = Math.max(1, Math.ceil(career.films.length / PAGE_SIZE));
  const shown = Math.min(page, pages);
  const films = [...career.films].sort(SORTS[order]).slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE);
  const heading = pages === 1 ? t.sortedBy[order] : `${t.sortedBy[order]} · ${t.page(shown, pages)}`;
  const lines = films.map((film) => filmLines(film, role, language));
  const notes = [t.moneyNote, ...(career.success.partial ? [t.withoutFilmsInPlay] : [])];
  const embed = new EmbedBuilder()
    .setColor(colours.person)
    .setTitle(plain(career.success.name).slice(0, 256))
    .setDescription([who(asked, language), `*${heading}*`, ...lines].join('\n\n'))
    .addFields(returnFields(career, language))
    .setFooter({ text: notes.join('\n') });
  return {
    embeds: [embed.toJSON()],
    components: [
      ...(films.length === 0 ? [] : [cardSelect(films, language)]),
      ...turnButtons(asked, { page: shown, pages, order }, language),
    ],
  };
}

/** "Actuó en **68** películas del catálogo, de 1980 a 2017. También dirigió **3**." */
function who({ role, actor, director }: PersonPage, language: Language): string {
  const t = text[language];
  const { films } = role === 'actor' ? actor : director;
  const years = films.flatMap(({ release_year: year }) => (year === null ? [] : [year]));
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const [acted, directed] = [actor.films.length, director.films.length];
  const span = years.length === 0 ? '' : t.yearsFrom(from, to);
  return role === 'actor'
    ? `${t.asActor(count(acted, language), acted === 1)}${span}.${directed === 0 ? '' : ` ${t.directedToo(count(directed, language))}.`}`
    : `${t.asDirector(count(directed, language), directed === 1)}${span}.${acted === 0 ? '' : ` ${t.actedToo(count(acted, language))}.`}`;
}

/** A film in two lines: title and year; then the score and the role, or the date and the money. */
function filmLines(film: Credit, role: PersonPage['role'], language: Language): string {
  const details = role === 'actor' ? roleDetails(film, language) : moneyDetails(film, language);
  const line = [star(film, language), ...details].filter((part) => part !== '').join(' · ');
  return `**${plain(titleInBrief(film, language))}**\n${line}`;
}

const roleDetails = (film: Credit, language: Language): string[] => [
  film.character === null ? '' : plain(shorten(roleOf(film.character, language), 100)),
  film.reliable ? text[language].returned(returnOf(film, language)) : returnOf(film, language),
];

function moneyDetails(film: Credit, language: Language): string[] {
  const t = text[language];
  const date = film.release_date === null ? t.undatedFilm : briefDate(film.release_date, language);
  if (film.budget === 0 && film.revenue === 0) return [date, t.noFigures];
  const [cost, revenue] = [money(film.budget, language), money(film.revenue, language)];
  if (film.revenue === 0) return [date, uncapitalised(t.costOnly(cost))];
  if (film.budget === 0) return [date, uncapitalised(t.revenueOnly(revenue))];
  return [date, `${t.costsAndMakes(cost, revenue)}: ${returnOf(film, language)}`];
}

const uncapitalised = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

function turnButtons(
  { person, role, actor, director }: PersonPage,
  { page, pages, order }: { page: number; pages: number; order: Sort },
  language: Language,
) {
  const t = text[language];
  const id = `#${person}`;
  const turn = (label: string, pagina: number, orden: Sort, disabled: boolean) =>
    button(
      label,
      role === 'actor'
        ? customId('replace', actorCall, { nombre_actor: id, pagina, orden })
        : customId('replace', directorCall, { nombre_director: id, pagina, orden }),
      { disabled },
    );
  const orders = BUTTONS.map((value) =>
    turn(t.sortBy[value], value === order ? page : 1, value, value === order),
  );
  const pager =
    pages === 1
      ? []
      : [turn(t.previous, page - 1, order, page === 1), turn(t.next, page + 1, order, page === pages)];
  const other =
    role === 'actor'
      ? director.films.length > 0 &&
        button(t.seeDirected, customId('add', directorCall, { nombre_director: id }))
      : actor.films.length > 0 && button(t.seeActed, customId('add', actorCall, { nombre_actor: id }));
  const first = [...pager, ...(other === false ? [] : [other])];
  const isOrdered = (role === 'actor' ? actor : director).films.length > 1;
  return [...(first.length === 0 ? [] : [row(...first)]), ...(isOrdered ? [row(...orders)] : [])];
}
