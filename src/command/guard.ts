import { listValue } from '@duckdb/node-api';
import type { Snapshot } from '../catalogue/snapshot.ts';
import { NotNow } from '../catalogue/withheld.ts';
import { isAnythingWithheld, type Withheld } from '../contract/withheld.ts';
import type { Store } from '../store/store.ts';
import type { Deps } from './command.ts';

/** What tells whose pick in an open round was right. */
const TELLING: ReadonlySet<unknown> = new Set<keyof Store>(['globalRanking', 'guildRanking', 'readProfile']);

/**
 * What a command works with in a server whose open questions `read` gives (undefined: unknown). While something is asked
 * there, every query of the catalogue is refused with NotNow, whatever it would find: a refusal that depended on the
 * asked films would tell of them. Only `unguarded` queries are answered; names are found as `found` says.
 */
export function guard<Parts extends Pick<Deps, 'catalogue' | 'store'>>(
  parts: Parts,
  read: () => Promise<Withheld | undefined>,
  found: OnFound,
): Parts {
  let reading: Promise<Withheld> | undefined;
  const withheld = () => {
    reading ??= read().then((known) => {
      if (known === undefined) throw new NotNow('unknown');
      return isAnythingWithheld(known) ? withSagas(parts.catalogue, known) : known;
    });
    return reading;
  };
  const unlessAsking = async <Result>(ask: () => Promise<Result>) => {
    if (isAnythingWithheld(await withheld())) throw new NotNow('might tell');
    return ask();
  };
  return {
    ...parts,
    catalogue: guardCatalogue(parts.catalogue, { withheld, unlessAsking, found }),
    store: new Proxy(parts.store, {
      get: (store, name) => {
        const ask = Reflect.get(store, name);
        return TELLING.has(name) ? (...args: unknown[]) => unlessAsking(() => ask(...args)) : ask;
      },
    }),
  };
}

const sagasOf = `
  select id from movies
  where collection_id in (select collection_id from movies where list_contains($films::int[], id))
`;

/** With the films of the same sagas, which share hands, cast, language and name with what is asked about. */
async function withSagas({ query }: Snapshot, { films, people }: Withheld): Promise<Withheld> {
  const sagas = await query<{ id: number }>(sagasOf, { films: listValue([...films]) });
  return { films: new Set([...films, ...sagas.map(({ id }) => id)]), people };
}

/** Whether a name that is withheld is left out of what is found, or the call refused: its namesakes would tell too. */
type OnFound = 'leave out' | 'refuse';

interface Rules extends Pick<Snapshot, 'withheld'> {
  unlessAsking<Result>(ask: () => Promise<Result>): Promise<Result>;
  found: OnFound;
}

function guardCatalogue(whole: Snapshot, { withheld, unlessAsking, found }: Rules): Snapshot {
  return {
    query: (...asked) => unlessAsking(() => whole.query(...asked)),
    queryByKey: (...asked) => unlessAsking(() => whole.queryByKey(...asked)),
    queryOnce: (...asked) => unlessAsking(() => whole.queryOnce(...asked)),
    async find(kind, ...args) {
      const [hidden, all] = await Promise.all([withheld(), whole.find(kind, ...args)]);
      if (!isAnythingWithheld(hidden)) return all;
      const open = all.filter((match) => !kind.isWithheld(match, hidden));
      if (found === 'refuse' && open.length < all.length) throw new NotNow('withheld');
      return open.map((match) => ({ ...match, ...kind.masked }));
    },
    withheld,
    unguarded: whole,
  };
}
