import type { EntityKind } from '../kind.ts';
import { films } from './films.ts';
import { people } from './people.ts';

/** Everything that can be looked up by name. */
export const kinds: readonly EntityKind[] = [films, people];
