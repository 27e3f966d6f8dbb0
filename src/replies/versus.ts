import { EmbedBuilder } from '@discordjs/builders';
import {
  ENOUGH_FILMS,
  type Figure,
  type FilmSet,
  type FilmSide,
  type Measure,
  type SetKind,
  type Side,
  type Versus,
  type VersusKind,
} from '../catalogue/versus.ts';
import type { Language, Reply } from '../contract/call.ts';
import { customId } from '../contract/custom-id.ts';
import { filmCall } from '../slash/calls.ts';
import { genreNamed } from '../slash/options.ts';
import {
  count,
  duration,
  genreName,
  money,
  oneDecimal,
  shorten,
  times,
  wholePercent,
} from '../text/format.ts';
import { plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { chartFile, chartUrl, type DrawnChart } from './chart.ts';
import { button, row } from './components.ts';
import { colours } from './embeds.ts';
import { collectionName, titleInBrief, titleOf } from './names.ts';

/** The signs of the sides, in the colours of the chart. */
const SIGNS = ['🟧', '🟦'] as const;

const WRITE: Record<Measure, (value: number, language: Language) => string> = {
  films: count,
  cost: money,
  revenue: money,
  return: times,
  score: oneDecimal,
  votes: count,
  runtime: duration,
};

/** One measure in words, with the figures of both sides. */
export interface VersusRow {
  measure: Measure;
  label: string;
  figures: readonly [string, string];
  /** " (de 42)": how many films of a set have figures; empty for other measures. */
  counts: readonly [string, string];
  values: readonly [number | null, number | null];
}

/** Every measure of a comparison. Unknown figures are called so. */
export function versusRows({ kind, sides: [one, other] }: Versus, language: Language): VersusRow[] {
  const t = text[language].versus;
  const labels: Partial<Record<Measure, string>> = {
    ...t.measures.any,
    ...(kind === 'films' ? t.measures.film : t.measures.set),
  };
  return (Object.keys(WRITE) as Measure[]).flatMap((measure) => {
    const figures = [one.figures[measure], other.figures[measure]] as const;
    if (figures[0] === undefined || figures[1] === undefined) return [];
    const write = ({ value }: Figure) =>
      value === null ? text[language].noFigures : WRITE[measure](value, language);
    const countOf = ({ value, known }: Figure) =>
      value === null || known === undefined ? '' : ` ${t.ofFilms(count(known, language))}`;
    return [
      {
        measure,
        label: labels[measure] ?? '',
        figures: [write(figures[0]), write(figures[1])],
        counts: [countOf(figures[0]), countOf(figures[1])],
        values: [figures[0].value, figures[1].value],
      },
    ];
  });
}

/** The most telling difference as one sentence of plain text: "Al lado de Heat, Toy Story costó la mitad y recaudó el doble." */
export function versusSentence({ kind, sides }: Versus, language: Language): string {
  const t = text[language].versus;
  const clauses: Partial<Record<Measure, (amount: string) => string>> = t.clauses[kind];
  const figureOf = (side: Side, measure: Measure) => side.figures[measure]?.value ?? 0;
  const known = (Object.keys(clauses) as Measure[]).filter((measure) =>
    sides.every((side) => figureOf(side, measure) > 0 && isFounded(side, measure)),
  );
  const telling = known.filter(
    (measure) => !isEqual(figureOf(sides[0], measure), figureOf(sides[1], measure)),
  );
  const told = (telling.length === 0 ? known : telling).slice(0, 2);
  const last = told.at(-1);
  if (last === undefined) return t.incomparable;
  // The subject is ahead in what the sentence ends with.
  const isOtherAhead = figureOf(sides[1], last) > figureOf(sides[0], last);
  const [subject, other] = isOtherAhead ? [sides[1], sides[0]] : sides;
  const words = told.map((measure) => {
    const values = [figureOf(subject, measure), figureOf(other, measure)] as const;
    return (
      clauses[measure]?.(
        measure === 'score' ? inPoints(...values, language) : inMultiples(...values, language),
      ) ?? ''
    );
  });
  const isContrary =
    kind !== 'films' &&
    told.length > 1 &&
    told.some((measure) => figureOf(subject, measure) < figureOf(other, measure));
  return t.sentence(subject.name, other.name, words, isContrary);
}

/** "0.4 más alto" */
function inPoints(value: number, other: number, language: Language): string {
  const t = text[language].versus;
  const difference = Math.abs(Math.round(value * 10) - Math.round(other * 10)) / 10;
  return difference === 0 ? t.samePoints : t.points(oneDecimal(difference, language), value > other);
}

/** Whether a median has enough films behind it for a sentence. */
const isFounded = ({ figures }: Side, measure: Measure) =>
  measure !== 'return' || (figures.return?.known ?? 0) >= ENOUGH_FILMS;

/** A twentieth more or less is as good as equal. */
const isEqual = (value: number, other: number) => Math.max(value, other) / Math.min(value, other) < 1.05;

/** "el doble", "un 35% menos", "12 veces más" */
function inMultiples(value: number, other: number, language: Language): string {
  const t = text[language].versus;
  const isMore = value >= other;
  const ratio = isMore ? value / other : other / value;
  if (isEqual(value, other)) return t.same;
  const rounded = count(Math.round(ratio), language);
  if (ratio >= 3.9) return (isMore ? undefined : t.parts[Math.round(ratio) - 4]) ?? t.times(rounded, isMore);
  const step = t.multiples.find(({ from }) => ratio >= from);
  if (step !== undefined) return isMore ? step.more : step.less;
  return t.percent(wholePercent(Math.abs(value / other - 1), language), isMore);
}

/** Two films as sides. In a sentence they go by their titles, with the years if the titles are equal. */
export function filmSides(films: readonly [FilmSide, FilmSide], language: Language): [Side, Side] {
  const isShared = titleOf(films[0], language) === titleOf(films[1], language);
  const sideOf = (film: FilmSide): Side => {
    const title = titleInBrief(film, language);
    const name = isShared ? title : shorten(titleOf(film, language), 60);
    return { id: film.id, title, name, figures: film.figures };
  };
  return [sideOf(films[0]), sideOf(films[1])];
}

/** The title of a set, and how a sentence names it. */
export function nameSet(kind: SetKind, { id, name }: Pick<FilmSet, 'id' | 'name'>, language: Language) {
  const t = text[language];
  if (kind === 'people') return { title: shorten(name, 100), name: shorten(name, 60) };
  if (kind === 'sagas')
    return { title: shorten(collectionName(name), 100), name: shorten(collectionName(name), 60) };
  if (kind === 'decades')
    return { title: capitalised(t.decade(id)), name: t.versus.named.decades(t.decade(id)) };
  const genre = genreNamed(id);
  const written = genreName(genre, language);
  return { title: capitalised(written), name: t.versus.genres[genre] ?? t.versus.named.genres(written) };
}

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const COLOURS: Record<VersusKind, keyof typeof colours> = {
  films: 'film',
  people: 'person',
  sagas: 'film',
  decades: 'house',
  genres: 'house',
};

/** Two sides with one field for each measure, a sentence and a chart; of films also buttons to their cards. */
export function versusReply(versus: Versus, chart: DrawnChart, language: Language): Reply {
  const { kind, sides } = versus;
  const t = text[language].versus;
  const named = sides.map(({ title }, index) => `${SIGNS[index]} **${plain(title)}**`);
  const embed = new EmbedBuilder()
    .setColor(colours[COLOURS[kind]])
    .setTitle(t.heading)
    .setDescription(`${named.join('\n')}\n\n${plain(chart.caption)}`)
    .addFields(
      versusRows(versus, language).map(({ label, figures, counts }) => ({
        name: label,
        value: SIGNS.map((sign, side) =>
          `${sign} ${figures[side]}${counts[side]}`.replaceAll(' ', '\u00A0'),
        ).join(' · '),
      })),
    )
    .setImage(chartUrl)
    .setFooter({ text: kind === 'films' ? t.note.film : t.note.set });
  const cards = sides.map(({ id, title }) =>
    button(shorten(title, 80), customId('add', filmCall, { titulo: `#${id}` })),
  );
  return {
    embeds: [embed.toJSON()],
    components: kind === 'films' ? [row(...cards)] : [],
    files: [chartFile(chart, language)],
  };
}
