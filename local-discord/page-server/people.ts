import { OWNER_ID } from '../guild.ts';
import { newPerson, type Person } from '../people/person.ts';
import type { DiscordState } from '../state.ts';
import type { PagePerson } from './protocol.ts';

/** The channels on the page. */
export const shownChannels = ['general', 'trivia'] as const;

const accounts = [
  { key: 'ana', name: 'Ana', id: OWNER_ID, admin: true },
  { key: 'beto', name: 'Beto', id: undefined, admin: false },
  { key: 'carla', name: 'Carla', id: undefined, admin: false },
];

/** The people of the page. Each may have several tabs open; Ana is the admin. */
export type PagePeople = {
  all(): PagePerson[];
  /** Opens a tab for a person; for Ana if the key is unknown. */
  join(key: string, locale: string, channel: string): { me: PagePerson; person: Person };
};

/** Returns the people of the page. They join the guild when the first page is opened. */
export function newPagePeople(state: DiscordState): PagePeople {
  let people: PagePerson[] = [];
  const all = () => {
    if (people.length === 0)
      people = accounts.map((account) => ({ ...account, id: newPerson(state, account).id }));
    return people;
  };
  return {
    all,
    join(key, locale, channelName) {
      const [first] = all();
      const me = all().find((one) => one.key === key) ?? first;
      if (!me) throw new RangeError('The page has no people');
      const channel = shownChannels.find((name) => name === channelName) ?? shownChannels[0];
      return { me, person: newPerson(state, { name: me.name, account: me.id, locale, channel }) };
    },
  };
}
