import { OWNER_ID } from '../guild.ts';
import { newPerson, type Person } from '../people/person.ts';
import type { World } from '../world.ts';
import type { PagePerson } from './protocol.ts';

/** The channels that the page shows. */
export const shownChannels = ['general', 'trivia'] as const;

const roles = [
  { key: 'ana', name: 'Ana', id: OWNER_ID, admin: true },
  { key: 'beto', name: 'Beto', id: undefined, admin: false },
  { key: 'carla', name: 'Carla', id: undefined, admin: false },
];

/** The three people one can be on the page; each may have several windows open. Ana is the admin. */
export type Cast = {
  people(): PagePerson[];
  /** Opens a window for one of them, for the first when there is no such key. */
  sit(key: string, locale: string, channel: string): { me: PagePerson; person: Person };
};

/** Returns the people of that world's page. They come in when the first page is opened. */
export function newCast(world: World): Cast {
  let known: PagePerson[] = [];
  const people = () => {
    if (known.length === 0)
      known = roles.map((role) => ({
        ...role,
        id: newPerson(world, role).id,
      }));
    return known;
  };
  return {
    people,
    sit(key, locale, wanted) {
      const [first] = people();
      const me = people().find((one) => one.key === key) ?? first;
      if (!me) throw new RangeError('nobody is in the cast');
      const channel = shownChannels.find((name) => name === wanted) ?? shownChannels[0];
      return { me, person: newPerson(world, { name: me.name, account: me.id, locale, channel }) };
    },
  };
}
