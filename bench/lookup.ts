import type { Catalogue } from '../src/catalogue/catalogue.ts';
import type { Deps } from '../src/command/command.ts';
import { offlineCall } from '../src/command/offline.ts';
import { type Call, type Choice, type Focused, UserError } from '../src/contract/call.ts';
import { fold } from '../src/lib/fold.ts';
import { findFilm, findPerson, suggestPeople, suggestTitles } from '../src/lookup/kinds.ts';
import type { Role } from '../src/search/kinds/people.ts';
import { openFullData } from './full-data.ts';
import { runBenchmark, type Target, table } from './report.ts';
import { readQueries } from './typed-texts.ts';

/** `npm run bench:lookup [-- --list]`: what a lookup answers to text that was not chosen from the suggestions. */

/** A text that is looked up, and the films or people that it may mean. */
interface LookupText {
  set: string;
  kind: 'film' | Role;
  typed: string;
  /** Empty if the catalogue lacks what the text means. */
  ids: readonly number[];
}

/**
 * The outcome of a lookup: the right answer, a question or suggestions that include it, suggestions that lack it, or a
 * wrong answer.
 */
const OUTCOMES = ['answered', 'asked', 'suggested', 'hidden', 'wrong'] as const;
type Outcome = (typeof OUTCOMES)[number];

interface Result extends LookupText {
  outcome: Outcome;
  /** Ids that the lookup answers or offers. */
  offered: readonly number[];
  /** The suggestions of autocomplete for the text. */
  suggestions: readonly Choice[];
}

const bestKnown = `
  select person_id as id, name
  from people
  where if($role = 'actor', cast_films, directed_films) > 0
  order by votes desc, person_id
  limit $limit
`;

const mostlyDirectors = `select person_id as id from people where directed_films > cast_films`;

/** Counts the titles of a film that equal the text, with or without an English article. */
const countEqualTitles = `
  select count(*)::int as films from titles where movie_id = $id and $folded in (folded, replace(folded, 'the ', ''))
`;

/** The best-known people by the last word of their names, and by the last two of longer names. */
async function surnames(catalogue: Catalogue, role: Role, limit: number): Promise<LookupText[]> {
  const rows = await read(catalogue, ({ query }) =>
    query<{ id: number; name: string }>(bestKnown, { role, limit }),
  );
  const lastWords = (name: string, words: number) => name.split(' ').slice(-words).join(' ');
  const queries = (set: string, words: number) =>
    rows
      .filter(({ name }) => name.split(' ').length > words)
      .map(({ id, name }): LookupText => ({ set, kind: role, typed: lastWords(name, words), ids: [id] }));
  return [...queries(`${role}s, surname`, 1), ...queries(`${role}s, last two words`, 2)];
}

/** The queries of a file. A person is looked up as a director if the set says so, or if they mostly directed. */
function readTexts(
  file: string,
  directors: ReadonlySet<number>,
  nameSet: (set: string) => string,
): LookupText[] {
  return readQueries(file).map(({ set, typed, entity, ids }) => {
    const isDirector = set === 'director' || (set !== 'actor' && ids.some((id) => directors.has(id)));
    const role = isDirector ? 'director' : 'actor';
    return { set: nameSet(set), kind: entity === 'person' ? role : 'film', typed, ids };
  });
}

const read = <Result>(catalogue: Catalogue, work: (deps: Deps['catalogue']) => Promise<Result>) =>
  catalogue.read(AbortSignal.timeout(60_000), work);

async function lookUp(catalogue: Catalogue, text: LookupText): Promise<Result> {
  const { kind, typed, ids } = text;
  const call: Call<{ typed: string }> = {
    ...offlineCall,
    signature: { name: kind, english: kind, es: kind, en: kind, options: {} },
    options: { typed },
    language: 'es',
    at: 0,
  };
  const found = await read(catalogue, async (snapshot) => {
    try {
      const id =
        kind === 'film'
          ? await findFilm(call, snapshot, 'typed')
          : await findPerson(call, snapshot, 'typed', kind);
      return { because: 'answered', offered: [id] };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const { because, choices } = error.instead;
      const most = because === 'unknown' ? 5 : 25;
      return { because, offered: choices.slice(0, most).map(({ value }) => Number(value.slice(1))) };
    }
  });
  const focused: Focused = {
    ...offlineCall,
    subcommand: undefined,
    option: 'typed',
    typed,
    language: 'es',
    adult: false,
  };
  const suggestions = await read(catalogue, (snapshot) => {
    const suggest = kind === 'film' ? suggestTitles : suggestPeople(kind);
    return suggest(focused, { catalogue: snapshot } as Deps);
  });
  const isRight =
    ids.length === 0 ? found.because !== 'answered' : found.offered.some((id) => ids.includes(id));
  const outcome = (): Outcome => {
    if (!isRight) return found.because === 'answered' ? 'wrong' : 'hidden';
    if (found.because === 'answered') return 'answered';
    return found.because === 'unknown' ? 'suggested' : 'asked';
  };
  // Another film may have exactly the title of a film that the catalogue lacks: that is a right answer.
  const answersAbsent = ids.length === 0 && found.because === 'answered';
  const equalTitles = answersAbsent
    ? await read(catalogue, ({ query }) =>
        query<{ films: number }>(countEqualTitles, { id: found.offered[0] ?? 0, folded: fold(typed) }),
      )
    : [];
  return {
    ...text,
    outcome: (equalTitles[0]?.films ?? 0) > 0 ? 'answered' : outcome(),
    offered: found.offered,
    suggestions,
  };
}

/** The index of the right film or person among the suggestions of autocomplete, or -1. */
const suggestedAt = ({ ids, suggestions }: Result) =>
  suggestions.findIndex(({ value }) => ids.includes(Number(value.slice(1))));

/** Whether the lookup answers or offers the first suggestion of autocomplete. */
const offersFirstSuggestion = ({ suggestions, offered }: Result) => {
  const [first] = suggestions;
  return first === undefined || offered.includes(Number(first.value.slice(1)));
};

function row(name: string, results: readonly Result[]): string[] {
  const count = (matches: (result: Result) => boolean) => String(results.filter(matches).length);
  const hasExpected = results.some(({ ids }) => ids.length > 0);
  return [
    name,
    String(results.length),
    ...OUTCOMES.map((outcome) => count((result) => result.outcome === outcome)),
    hasExpected ? count((result) => suggestedAt(result) === 0) : '',
    hasExpected ? count((result) => suggestedAt(result) >= 0) : '',
    count((result) => !offersFirstSuggestion(result)),
  ];
}

async function measureLookups(): Promise<Target[]> {
  const { catalogue } = await openFullData();
  const rows = await read(catalogue, ({ query }) => query<{ id: number }>(mostlyDirectors));
  const directors = new Set(rows.map(({ id }) => id));
  const texts = [
    ...(await surnames(catalogue, 'actor', 300)),
    ...(await surnames(catalogue, 'director', 200)),
    ...readTexts('lookups.tsv', directors, (set) => (set.endsWith('or') ? 'people as typed' : set)),
    ...readTexts('queries.tsv', directors, () => 'bench:autocomplete'),
    ...readTexts('queries-held-back.tsv', directors, () => 'held back'),
  ];
  const results: Result[] = [];
  for (const text of texts) results.push(await lookUp(catalogue, text));
  await catalogue.close();
  if (process.argv.includes('--list')) {
    const missed = results.filter(({ outcome }) => outcome !== 'answered' && outcome !== 'asked');
    for (const { set, typed, outcome, suggestions } of missed)
      console.log([set, typed, outcome, suggestions[0]?.name].join('\t'));
  }
  const sets = [...new Set(results.map(({ set }) => set))];
  const half = (rows: readonly Result[], parity: number) => rows.filter((_, index) => index % 2 === parity);
  console.log(
    table([
      ['text of', 'texts', ...OUTCOMES, 'completed first', 'of 25', 'first not offered'],
      ...sets.flatMap((set) => {
        const rows = results.filter((result) => result.set === set);
        return [row(`${set}, odd`, half(rows, 0)), row(`${set}, even`, half(rows, 1))];
      }),
    ]),
  );
  const wrong = results.filter(({ outcome }) => outcome === 'wrong').length;
  const hidden = results.filter(({ outcome }) => outcome === 'hidden').length;
  return [
    { name: `${wrong} wrong answers of at most 1 %`, isMet: wrong <= 0.01 * results.length },
    { name: `${hidden} hidden of at most 2 %`, isMet: hidden <= 0.02 * results.length },
    {
      name: 'the first suggestion is always answered or offered',
      isMet: results.every(offersFirstSuggestion),
    },
  ];
}

await runBenchmark(measureLookups);
