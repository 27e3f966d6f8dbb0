import { type Call, UserError } from '../contract/call.ts';
import { gameText } from '../text/game.ts';
import type { Deps } from './command.ts';

/** What a call is that comes from nobody in no server: from a shell, over HTTP, in a measurement. */
export const offlineCall: Omit<Call, 'signature' | 'options' | 'language' | 'at'> = {
  userId: '0',
  userName: '',
  guildId: null,
  channelId: null,
  messageId: null,
  messageAt: null,
  messageFor: null,
  manages: false,
  botPosts: false,
  adult: false,
  defer: async () => {},
  progress: async () => {},
  signal: new AbortController().signal,
};

/** Stands for all that needs a server and a person, where there is neither: it is refused. */
function refusing<Part extends object>(sentence: string): Part {
  return new Proxy({} as Part, {
    get: () => () => Promise.reject(new UserError({ content: sentence })),
  });
}

/** What a command is given of games and of the data's reload outside Discord. */
export const offlineServices: Pick<Deps, 'store' | 'games' | 'names' | 'reload' | 'operators'> = {
  store: refusing(gameText.es.serversOnly),
  games: { checkDue: () => undefined },
  names: { of: async () => new Map() },
  reload: refusing(gameText.es.serversOnly),
  operators: { ids: new Set(), guildId: undefined },
};
