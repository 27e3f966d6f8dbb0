import type { EntityKind } from '../kind.ts';
import { companies } from './companies.ts';
import { films } from './films.ts';
import { people } from './people.ts';
import { sagas } from './sagas.ts';

/** Everything that can be looked up by name. */
export const kinds: readonly EntityKind[] = [films, people, sagas, companies];
