import { distance } from 'fastest-levenshtein';
import type { Snapshot } from '../../catalogue/snapshot.ts';
import type { Language } from '../../contract/call.ts';
import { fold } from '../../lib/fold.ts';
import { count, duration, fullDate, listOf, money } from '../../text/format.ts';
import { plain } from '../../text/sanitize.ts';
import { revealText } from './text.ts';

/** The film of an answer, with the columns of its facts. Money in US dollars. */
export interface RevealedFilm {
  id: number;
  title: string;
  title_es: string | null;
  original_title: string;
  original_language: string | null;
  release_year: number | null;
  runtime: number | null;
  budget: number;
  revenue: number;
  reliable: boolean;
  vote_count: number;
}

/** A title in a language, in bold. */
export const boldTitle = (film: Pick<RevealedFilm, 'title' | 'title_es'>, language: Language): string =>
  `**${plain(language === 'es' ? (film.title_es ?? film.title) : film.title)}**`;

/** Films with fewer votes often have wrong figures. */
const MIN_VOTES = 300;
const MIN_TIMES = 10;

/** A film that returned ten times its cost, or less than a quarter. Of films in other languages than English the source often has the revenue of one country. */
function moneyFact(film: RevealedFilm, title: string, language: Language): string[] {
  const { budget, revenue, reliable, vote_count, release_year, original_language } = film;
  if (!reliable || vote_count < MIN_VOTES) return [];
  const [cost, earned] = [money(budget, language), money(revenue, language)];
  const times = revenue / budget;
  const isFlop = times < 0.25 && budget >= 2e7 && original_language === 'en' && (release_year ?? 0) >= 1990;
  if (times >= MIN_TIMES) return [revealText[language].earned(title, cost, earned, count(times, language))];
  return isFlop ? [revealText[language].lost(title, cost, earned)] : [];
}

function lengthFact({ runtime, vote_count }: RevealedFilm, title: string, language: Language): string[] {
  if (runtime === null || runtime < 175 || runtime > 300 || vote_count < MIN_VOTES) return [];
  return [revealText[language].long(title, duration(runtime, language))];
}

/** Whether a text has Latin letters only, so that everybody can read it. */
const LATIN = /^[\p{Script=Latin}\p{N}\p{P}\p{Zs}]{1,80}$/u;

/** The original title of a film whose title in `language` is another. */
function titleFact(film: RevealedFilm, title: string, language: Language): string[] {
  const { original_title: original, original_language } = film;
  const shown = fold(language === 'es' ? (film.title_es ?? film.title) : film.title);
  const folded = fold(original);
  const words = (title: string) => title.split(' ').filter((word) => word.length > 3);
  const isAlike =
    distance(shown, folded) < 0.6 * Math.max(shown.length, folded.length) ||
    words(folded).some((word) => words(shown).some((other) => distance(word, other) <= word.length / 3));
  if (isAlike || original_language === language || !LATIN.test(original)) return [];
  return [revealText[language].originalTitle(title, `*${plain(original)}*`)];
}

const tops = `
  select arg_max(id, revenue) as id, count(*)::int as films, max(max(release_year)) over () as last, release_year as year
  from movies
  where reliable
  group by release_year
`;

/** Only in years for which the data have enough revenues, and not in their last one, which is incomplete. */
async function topFact(
  { queryOnce }: Snapshot,
  film: RevealedFilm,
  title: string,
  language: Language,
): Promise<string[]> {
  const best = await queryOnce(tops, (rows: { id: number; films: number; last: number; year: number }[]) =>
    rows.filter(({ year, films, last }) => year >= 1980 && year < last && films >= 30),
  );
  return best
    .filter(({ id }) => id === film.id)
    .map(({ year }) => revealText[language].topOfYear(title, year, money(film.revenue, language)));
}

/** Another film of a fact. */
type Other = Pick<RevealedFilm, 'title' | 'title_es'>;

/** A fact about a film and other rows: a query by $id, and the sentence of a row. No row, no sentence. */
const fact =
  <Row>({ sql, write }: { sql: string; write(row: Row, title: string, language: Language): string }) =>
  async ({ query }: Snapshot, { id }: RevealedFilm, title: string, language: Language) =>
    (await query<Row>(sql, { id })).map((row) => write(row, title, language));

/** The first of January often stands for an unknown day. */
const sameDay = fact<Other & { date: string }>({
  sql: `
    with own as (
      select release_date, collection_id
      from movies
      where id = $id and vote_count >= 300 and dayofyear(release_date) > 1
    )
    select title, title_es, release_date::varchar as date
    from question_films join own using (release_date)
    where id <> $id and vote_count >= 1500 and (question_films.collection_id = own.collection_id) is not true
    order by vote_count desc, id
    limit 1
  `,
  write: ({ date, ...other }, film, language) =>
    revealText[language].sameDay(film, boldTitle(other, language), fullDate(date, language)),
});

const directs = fact<{ name: string; position: number }>({
  sql: `
    select people.name, cast_members.position
    from directors join cast_members using (movie_id, person_id) join people using (person_id)
    where movie_id = $id and cast_members.position < 10
    order by cast_members.position
    limit 1
  `,
  write: ({ name, position }, film, language) => {
    const { directorStars, directorActs } = revealText[language];
    return (position === 0 ? directorStars : directorActs)(film, plain(name));
  },
});

/** Two of the first three of the cast, and the best known other film with both among its first ten. */
const sharedCast = fact<Other & { one: string; two: string; year: number; is_later: boolean }>({
  sql: `
    with leads as (
      select person_id, name, position from question_cast where movie_id = $id and position < 3
    ),
    roles as (
      select question_cast.movie_id, leads.name, leads.position
      from question_cast join leads using (person_id)
      where question_cast.movie_id <> $id
    ),
    pairs as (
      select movie_id, one.name as one, two.name as two
      from roles one join roles two using (movie_id)
      where one.position < two.position
    )
    select other.title, other.title_es, one, two, other.release_year as year, other.release_year > own.release_year as is_later
    from pairs
    join question_films other on other.id = movie_id
    join movies own on own.id = $id
    where other.release_year <> own.release_year and other.vote_count >= 300 and (other.collection_id = own.collection_id) is not true
    order by other.vote_count desc, other.id
    limit 1
  `,
  write: ({ one, two, year, is_later, ...other }, film, language) => {
    const { togetherLater, togetherBefore } = revealText[language];
    const people = listOf([plain(one), plain(two)], language);
    return (is_later ? togetherLater : togetherBefore)(
      people,
      film,
      `${boldTitle(other, language)} (${year})`,
    );
  },
});

/** The most famous of the cast, if the credits name that person late. */
const billedLate = fact<{ name: string; place: number }>({
  sql: `
    with cast_of_film as (
      select name, votes, position, character from cast_members join people using (person_id, name) where movie_id = $id
    )
    select name, position + 1 as place
    from (from cast_of_film order by votes desc, position limit 1)
    where position between 5 and 40 and votes >= 20_000
      and not regexp_matches(coalesce(character, ''), '(?i)uncredited|archive|self')
  `,
  write: ({ name, place }, film, language) => revealText[language].billedLate(film, plain(name), place),
});

/** Two of the five best known films of the same year. */
const sameYear = fact<{ year: number; others: Other[] }>({
  sql: `
    with own as (
      select release_year, collection_id from movies where id = $id
    ),
    known as (
      select id, title, title_es, release_year, vote_count
      from question_films join own using (release_year)
      where id <> $id and vote_count >= 500 and (question_films.collection_id = own.collection_id) is not true
      order by vote_count desc, id
      limit 5
    ),
    chosen as (
      from known order by hash(id || ' ' || $id) limit 2
    )
    select release_year as year, list({ 'title': title, 'title_es': title_es } order by vote_count desc, id) as others
    from chosen
    group by release_year
  `,
  write: ({ year, others }, _, language) => {
    const names = others.map((other) => boldTitle(other, language));
    return revealText[language].sameYear(listOf(names, language), year);
  },
});

/**
 * Every sentence about a film: those that few films have, and the others. `title` is the film's title in Markdown.
 */
export async function readFacts(
  catalogue: Snapshot,
  film: RevealedFilm,
  title: string,
  language: Language,
): Promise<{ rare: string[]; common: string[] }> {
  const read = async (facts: readonly ReturnType<typeof fact>[]) =>
    (await Promise.all(facts.map((one) => one(catalogue, film, title, language)))).flat();
  const own = [moneyFact, lengthFact].flatMap((one) => one(film, title, language));
  return {
    rare: [...own, ...(await read([topFact, sameDay, directs, sharedCast, billedLate]))],
    common: [...(await read([sameYear])), ...titleFact(film, title, language)],
  };
}
