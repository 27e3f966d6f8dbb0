import { type Call, type Deps, UserError } from './command.ts';
import { words } from './replies/trivia/words.ts';
import { noSecrets } from './trivia/secrets.ts';

/** What a call is that comes from nobody in no server: from a shell, over HTTP, in a measurement. */
export const nobody: Omit<Call, 'command' | 'subcommand' | 'options' | 'language' | 'at'> = {
  userId: '0',
  userName: '',
  guildId: null,
  channelId: null,
  messageId: null,
  messageAt: null,
  manages: false,
  botPosts: false,
  adult: false,
  secrets: async () => noSecrets,
  defer: async () => {},
};

/** Stands for the store where there is no server and no person: what needs it is refused. */
export const noGames: Pick<Deps, 'store' | 'rooms'> = {
  store: new Proxy({} as Deps['store'], {
    get: () => () => Promise.reject(new UserError({ content: words.es.serversOnly })),
  }),
  rooms: { wake: () => undefined },
};
