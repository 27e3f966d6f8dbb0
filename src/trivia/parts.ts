import type { Logger } from 'pino';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Names, Speaker } from '../game/speaker.ts';
import type { Shards } from '../lib/shards.ts';
import type { Store } from '../store/store.ts';
import type { Secrets } from './secrets.ts';

/** What games are played with. */
export interface RoomParts {
  readonly store: Store;
  readonly catalogue: Pick<Catalogue, 'read'>;
  readonly speaker: Speaker;
  readonly names: Names;
  readonly clock: () => number;
  readonly random: () => number;
  readonly log: Logger;
  /** The shards of this process, where others have the rest: it leaves their games to them while they live. */
  readonly own?: Shards | undefined;
  /** Is told in which servers games are under way. */
  readonly secrets: Pick<Secrets, 'heard'>;
}
