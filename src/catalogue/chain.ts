import { listValue } from '@duckdb/node-api';
import type { Ends } from '../chains/find-chain.ts';
import { type Brief, readBriefs } from './film.ts';
import type { Snapshot } from './snapshot.ts';

export interface ChainPerson {
  id: number;
  name: string;
}

/** Two people or two films, and a shortest chain between them. */
export interface Chain extends Pick<Ends, 'kind' | 'crew'> {
  isConnected: boolean;
  /** In the order of the chain, as the films are. The ends alone if they are not connected. */
  people: ChainPerson[];
  films: Brief[];
  /** The people who directed or wrote one of the films without acting in it. */
  crewRoles: CrewRole[];
}

interface CrewRole {
  person: number;
  film: number;
  role: 'director' | 'writer';
}

const peopleByIds = 'select person_id as id, name from people where list_contains($ids::int[], person_id)';

const creditsOf = `
  select person_id as person, movie_id as film, bool_or(acted) as acted
  from credits
  where list_contains($people::int[], person_id) and list_contains($films::int[], movie_id)
  group by person_id, movie_id
`;

/** The chain between two ends, as `createFindChain` chooses it. Rejects with NotNow while a question is open. */
export async function readChain(catalogue: Snapshot, ends: Ends): Promise<Chain> {
  const { kind, from, to, crew } = ends;
  const found = await catalogue.findChain(ends);
  const atEnds = found?.filter((_, at) => at % 2 === 0) ?? [from, to];
  const between = found?.filter((_, at) => at % 2 === 1) ?? [];
  const [peopleIds, filmIds] = kind === 'people' ? [atEnds, between] : [between, atEnds];
  const [people, films, credits] = await Promise.all([
    readPeople(catalogue, peopleIds),
    readBriefs(catalogue, filmIds),
    crew ? readCredits(catalogue, peopleIds, filmIds) : [],
  ]);
  return {
    kind,
    crew,
    isConnected: found !== undefined,
    people,
    films,
    crewRoles: crew ? crewRolesOf(found ?? [], kind, credits) : [],
  };
}

/** In the order of their ids. No query without ids: DuckDB cannot tell the type of an empty list. */
async function readPeople({ query }: Snapshot, ids: readonly number[]): Promise<ChainPerson[]> {
  const people = ids.length === 0 ? [] : await query<ChainPerson>(peopleByIds, { ids: listValue([...ids]) });
  return ids.flatMap((id) => people.find((person) => person.id === id) ?? []);
}

/** By name: not every source has TMDB's ids of people. */
const kevinBacon = `
  select person_id as id from people where name = 'Kevin Bacon' order by votes desc, person_id limit 1
`;

/** The chain from a person to Kevin Bacon, whom a catalogue may lack: then nobody is connected to him. */
export async function readBaconChain(catalogue: Snapshot, ends: Pick<Ends, 'from' | 'crew'>): Promise<Chain> {
  const [bacon] = await catalogue.query<{ id: number }>(kevinBacon);
  return readChain(catalogue, { ...ends, kind: 'people', to: bacon?.id ?? 0 });
}

interface Credit {
  person: number;
  film: number;
  acted: boolean;
}

const readCredits = async (
  { query }: Snapshot,
  people: readonly number[],
  films: readonly number[],
): Promise<Credit[]> =>
  people.length === 0 || films.length === 0
    ? []
    : query<Credit>(creditsOf, { people: listValue([...people]), films: listValue([...films]) });

/** The links of a chain that are no role in a cast. `credits` has actors and directors, so the others are writers. */
function crewRolesOf(ids: readonly number[], kind: Ends['kind'], credits: readonly Credit[]): CrewRole[] {
  return ids.slice(1).flatMap((id, at): CrewRole[] => {
    const previous = ids[at] ?? 0;
    const isPersonFirst = (kind === 'people') === (at % 2 === 0);
    const [person, film] = isPersonFirst ? [previous, id] : [id, previous];
    const credit = credits.find((one) => one.person === person && one.film === film);
    if (credit?.acted === true) return [];
    return [{ person, film, role: credit === undefined ? 'writer' : 'director' }];
  });
}
