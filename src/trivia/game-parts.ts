import type { Catalogue } from '../catalogue/catalogue.ts';
import type { MemberNames, Messenger } from '../game/game.ts';
import type { Log } from '../lib/log.ts';
import type { Shards } from '../lib/shards.ts';
import type { Store } from '../store/store.ts';
import type { Secrets } from './secrets.ts';

/** The services that games use. */
export interface GameParts {
  readonly store: Store;
  readonly catalogue: Pick<Catalogue, 'read'>;
  readonly messenger: Messenger;
  readonly names: MemberNames;
  readonly clock: () => number;
  readonly random: () => number;
  readonly log: Log;
  /** The shards of this process, if other processes have the rest. Games of other shards are run only when overdue. */
  readonly own?: Shards | undefined;
  readonly secrets: Pick<Secrets, 'notePlaying'>;
}
