import { listValue } from '@duckdb/node-api';
import type { Snapshot } from '../catalogue/snapshot.ts';
import { NotNow } from '../catalogue/withheld.ts';
import { isAnythingWithheld, type Withheld } from '../contract/withheld.ts';
import type { Store } from '../store/store.ts';
import type { Deps } from './command.ts';

/** Queries of the store that reveal whether a pick in an open round was right. */
const REVEALING: ReadonlySet<unknown> = new Set<keyof Store>([
  'globalRanking',
  'guildRanking',
  'readProfile',
]);

/**
 * The parts that a command gets in a server whose open questions `readWithheld` returns (undefined: unknown). While a question
 * is open, every query of the catalogue rejects with NotNow, whatever its result: a refusal that depended on the films in
 * question would reveal them. Only `unguarded` queries are answered. `onWithheld` says what a search does.
 */
export function guard<Parts extends Pick<Deps, 'catalogue' | 'store'>>(
  parts: Parts,
  readWithheld: () => Promise<Withheld | undefined>,
  onWithheld: OnWithheld,
): Parts {
  let reading: Promise<Withheld> | undefined;
  const withheld = () => {
    reading ??= readWithheld().then((known) => {
      if (known === undefined) throw new NotNow('unknown');
      return isAnythingWithheld(known) ? withSagas(parts.catalogue, known) : known;
    });
    return reading;
  };
  const refuseWhileOpen = async <Result>(query: () => Promise<Result>) => {
    if (isAnythingWithheld(await withheld())) throw new NotNow('might tell');
    return query();
  };
  return {
    ...parts,
    catalogue: guardCatalogue(parts.catalogue, { withheld, refuseWhileOpen, onWithheld }),
    store: new Proxy(parts.store, {
      get: (store, name) => {
        const method = Reflect.get(store, name);
        return REVEALING.has(name) ? (...args: unknown[]) => refuseWhileOpen(() => method(...args)) : method;
      },
    }),
  };
}

const sagasOf = `
  select id from movies
  where collection_id in (select collection_id from movies where list_contains($films::int[], id))
`;

/** Adds the films of the same sagas: they share directors, cast, language and name with the films in question. */
async function withSagas({ query }: Snapshot, { films, people }: Withheld): Promise<Withheld> {
  const sagas = await query<{ id: number }>(sagasOf, { films: listValue([...films]) });
  return { films: new Set([...films, ...sagas.map(({ id }) => id)]), people };
}

/** Whether a search leaves a withheld match out, or is refused: a lookup's namesakes would reveal it too. */
type OnWithheld = 'leave out' | 'refuse';

interface Rules extends Pick<Snapshot, 'withheld'> {
  refuseWhileOpen<Result>(query: () => Promise<Result>): Promise<Result>;
  onWithheld: OnWithheld;
}

function guardCatalogue(whole: Snapshot, { withheld, refuseWhileOpen, onWithheld }: Rules): Snapshot {
  return {
    query: (...args) => refuseWhileOpen(() => whole.query(...args)),
    queryByKey: (...args) => refuseWhileOpen(() => whole.queryByKey(...args)),
    queryOnce: (...args) => refuseWhileOpen(() => whole.queryOnce(...args)),
    findChain: (ends) => refuseWhileOpen(() => whole.findChain(ends)),
    findByDescription: (...args) => refuseWhileOpen(() => whole.findByDescription(...args)),
    async find(kind, ...args) {
      const [hidden, matches] = await Promise.all([withheld(), whole.find(kind, ...args)]);
      if (!isAnythingWithheld(hidden)) return matches;
      const open = matches.filter((match) => !kind.isWithheld(match, hidden));
      if (onWithheld === 'refuse' && open.length < matches.length) throw new NotNow('withheld');
      return open.map((match) => ({ ...match, ...kind.masked }));
    },
    withheld,
    unguarded: whole,
  };
}
