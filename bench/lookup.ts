import { readFileSync } from 'node:fs';
import type { Catalogue } from '../src/catalogue/catalogue.ts';
import type { Role } from '../src/catalogue/match-people.ts';
import type { Deps } from '../src/command/command.ts';
import { offlineCall } from '../src/command/offline.ts';
import { type Call, type Choice, type Focused, UserError } from '../src/contract/call.ts';
import { fold } from '../src/lib/fold.ts';
import { findFilm, findPerson, suggestPeople, suggestTitles } from '../src/lookup/find.ts';
import { openFullData } from './full-data.ts';
import { judge } from './measure.ts';
import { table } from './report.ts';

/** `npm run bench:lookup [-- --list]`: what a look-up does with words that nobody chose from the suggestions. */

type Kind = 'film' | Role;

/** One text and what it may mean; nothing means that the catalogue does not have it. */
interface Query {
  set: string;
  kind: Kind;
  typed: string;
  ids: readonly number[];
}

/** The outcome of a look-up: the right thing, a question or suggestions that include it, suggestions without it, or a wrong thing. */
const OUTCOMES = ['answered', 'asked', 'suggested', 'hidden', 'wrong'] as const;
type Outcome = (typeof OUTCOMES)[number];

interface Result extends Query {
  outcome: Outcome;
  /** Ids that the look-up answers or offers. */
  offered: readonly number[];
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

/** Whether a film has that name, but for an English article. */
const isWhole = `
  select count(*)::int as films from titles where movie_id = $id and $folded in (folded, replace(folded, 'the ', ''))
`;

/** The last word of each name, and the last two where it has more. */
async function surnames(catalogue: Catalogue, role: Role, limit: number): Promise<Query[]> {
  const rows = await read(catalogue, ({ query }) =>
    query<{ id: number; name: string }>(bestKnown, { role, limit }),
  );
  const after = (name: string, words: number) => name.split(' ').slice(-words).join(' ');
  const queries = (set: string, words: number) =>
    rows
      .filter(({ name }) => name.split(' ').length > words)
      .map(({ id, name }): Query => ({ set, kind: role, typed: after(name, words), ids: [id] }));
  return [...queries(`${role}s, surname`, 1), ...queries(`${role}s, last two words`, 2)];
}

/** Lines of kind, text and the ids it may mean, "#" for films, "@" for people; the kind may be a role. */
function readQueries(name: string, directors: ReadonlySet<number>, setOf: (kind: string) => string): Query[] {
  const lines = readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return lines.map((line) => {
    const [kind = '', typed = '', expected = ''] = line.split('\t');
    const ids = expected.split(' ').flatMap((id) => (/^[#@]/u.test(id) ? [Number(id.slice(1))] : []));
    const isDirector = kind === 'director' || (kind !== 'actor' && ids.some((id) => directors.has(id)));
    const role = isDirector ? 'director' : 'actor';
    return { set: setOf(kind), kind: expected.startsWith('@') ? role : 'film', typed, ids };
  });
}

const read = <Result>(catalogue: Catalogue, work: (deps: Deps['catalogue']) => Promise<Result>) =>
  catalogue.read(AbortSignal.timeout(60_000), work);

async function lookUp(catalogue: Catalogue, asked: Query): Promise<Result> {
  const { kind, typed, ids } = asked;
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
  const has = ids.length === 0 ? found.because !== 'answered' : found.offered.some((id) => ids.includes(id));
  const outcome = (): Outcome => {
    if (!has) return found.because === 'answered' ? 'wrong' : 'hidden';
    if (found.because === 'answered') return 'answered';
    return found.because === 'unknown' ? 'suggested' : 'asked';
  };
  const isAbsent = ids.length === 0 && found.because === 'answered';
  const called = isAbsent
    ? await read(catalogue, ({ query }) =>
        query<{ films: number }>(isWhole, { id: found.offered[0] ?? 0, folded: fold(typed) }),
      )
    : [];
  return {
    ...asked,
    outcome: (called[0]?.films ?? 0) > 0 ? 'answered' : outcome(),
    offered: found.offered,
    suggestions,
  };
}

/** The place of the thing meant among the suggestions of autocomplete, from 0; -1 without it. */
const placeOf = ({ ids, suggestions }: Result) =>
  suggestions.findIndex(({ value }) => ids.includes(Number(value.slice(1))));

const isFirstOffered = ({ suggestions, offered }: Result) => {
  const [first] = suggestions;
  return first === undefined || offered.includes(Number(first.value.slice(1)));
};

function row(name: string, results: readonly Result[]): string[] {
  const count = (wanted: (result: Result) => boolean) => String(results.filter(wanted).length);
  const known = results.some(({ ids }) => ids.length > 0);
  return [
    name,
    String(results.length),
    ...OUTCOMES.map((outcome) => count((result) => result.outcome === outcome)),
    known ? count((result) => placeOf(result) === 0) : '',
    known ? count((result) => placeOf(result) >= 0) : '',
    count((result) => !isFirstOffered(result)),
  ];
}

async function measure(): Promise<void> {
  const { catalogue } = await openFullData();
  const rows = await read(catalogue, ({ query }) => query<{ id: number }>(mostlyDirectors));
  const directors = new Set(rows.map(({ id }) => id));
  const queries = [
    ...(await surnames(catalogue, 'actor', 300)),
    ...(await surnames(catalogue, 'director', 200)),
    ...readQueries('lookups.tsv', directors, (kind) => (kind.endsWith('or') ? 'people as typed' : kind)),
    ...readQueries('queries.tsv', directors, () => 'bench:autocomplete'),
    ...readQueries('queries-held-back.tsv', directors, () => 'held back'),
  ];
  const results: Result[] = [];
  for (const query of queries) results.push(await lookUp(catalogue, query));
  await catalogue.close();
  if (process.argv.includes('--list')) {
    const missed = results.filter(({ outcome }) => outcome !== 'answered' && outcome !== 'asked');
    for (const { set, typed, outcome, suggestions } of missed)
      console.log([set, typed, outcome, suggestions[0]?.name].join('\t'));
  }
  const sets = [...new Set(results.map(({ set }) => set))];
  const half = (rows: readonly Result[], rest: number) => rows.filter((_, index) => index % 2 === rest);
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
  judge([
    { what: `${wrong} wrong answers of at most 1 %`, holds: wrong <= 0.01 * results.length },
    { what: `${hidden} hidden of at most 2 %`, holds: hidden <= 0.02 * results.length },
    { what: 'the first suggestion is always answered or offered', holds: results.every(isFirstOffered) },
  ]);
}

try {
  await measure();
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
