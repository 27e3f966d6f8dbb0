import type { Snapshot } from '../../catalogue/snapshot.ts';
import type { Question, QuestionKind, Reveal } from '../../game/question.ts';
import { shuffle } from '../../lib/random.ts';
import { posterUrl } from '../../replies/embeds.ts';
import { collectionName, titleInBrief } from '../../replies/names.ts';
import { money } from '../../text/format.ts';
import { plain } from '../../text/sanitize.ts';
import { boldTitle, type RevealedFilm, readFacts } from './facts.ts';
import { revealText } from './text.ts';

type Film = RevealedFilm & {
  release_date: string | null;
  collection: string | null;
  adult: boolean;
  poster_path: string | null;
};

const filmsById = `
  select
    id, title, title_es, original_title, original_language, release_date::varchar as release_date, release_year, runtime,
    budget::double as budget, revenue::double as revenue, reliable, vote_count, collection, adult,
    brief::json->>'poster_path' as poster_path
  from movies
  where list_contains($ids::json::int[], id)
`;

/**
 * Reads the reveal of a question: the film's poster and year, the figures of all options, and one fact about the film, preferably a
 * kind of fact that few films have.
 */
export async function readReveal(
  catalogue: Snapshot,
  question: Question,
  random: () => number,
): Promise<Reveal> {
  const { language, options } = question;
  const right = options[question.answer]?.filmId;
  const filmId = right ?? question.filmId;
  const ids = [filmId, ...options.flatMap((option) => option.filmId ?? [])];
  const rows = await catalogue.query<Film>(filmsById, { ids: JSON.stringify(ids) });
  const films = new Map(rows.map((film) => [film.id, film]));
  const film = films.get(filmId);
  if (film === undefined) throw new Error(`no film ${filmId}`);
  const { rare, common } = await readFacts(catalogue, film, boldTitle(film, language), language);
  // A question about a title has said the other title already.
  const others = question.kind === 'spanish_title' ? common.slice(0, 1) : common;
  return {
    filmId,
    poster: posterUrl(film) ?? null,
    film: titleInBrief(film, language),
    year: right === undefined ? null : film.release_year,
    figures: figuresOf(question, films),
    fact: shuffle(rare.length > 0 ? rare : others, random)[0] ?? null,
  };
}

/** The questions whose options are compared by date, and by revenue. */
const BY_DATE = new Set<QuestionKind>(['came_first', 'collection_order']);

/** One line of Markdown: the options in the order of their years or revenues, or the series that all but one belong to. */
function figuresOf(
  { kind, options, answer, language }: Question,
  films: ReadonlyMap<number, Film>,
): string | null {
  const listed = options.flatMap(({ label, filmId = 0 }) => {
    const film = films.get(filmId);
    return film === undefined ? [] : [{ label: plain(label), film }];
  });
  const lines = (ordered: typeof listed, figure: (film: Film) => string) =>
    ordered.map(({ label, film }) => `**${figure(film)}** ${label}`).join(' · ');
  if (BY_DATE.has(kind)) {
    const inOrder = listed.toSorted((one, other) =>
      (one.film.release_date ?? '').localeCompare(other.film.release_date ?? ''),
    );
    return lines(inOrder, ({ release_year }) => String(release_year));
  }
  if (kind === 'earned_more') {
    const inOrder = listed.toSorted((one, other) => other.film.revenue - one.film.revenue);
    return lines(inOrder, ({ revenue }) => money(revenue, language));
  }
  const collection = listed.find(({ film }) => film.id !== options[answer]?.filmId)?.film.collection;
  return kind === 'odd_one_out' && collection
    ? revealText[language].series(plain(collectionName(collection)))
    : null;
}
