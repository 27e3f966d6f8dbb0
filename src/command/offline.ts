import { type Call, UserError } from '../contract/call.ts';
import { gameText } from '../text/game.ts';
import type { Deps } from './command.ts';

/** The context of an offline call: from a shell, over HTTP or in a benchmark, without a person or a server. */
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

/** A service that rejects every call with a UserError, except to the methods `but`. */
function refusing<Part extends object>(sentence: string, but: Partial<NoInfer<Part>> = {}): Part {
  return new Proxy(but as Part, {
    get: (methods, name) =>
      Reflect.get(methods, name) ?? (() => Promise.reject(new UserError({ content: sentence }))),
  });
}

/** The services of an offline call. Games, personal data and reloads are refused; nobody has drawn a film. */
export const offlineServices: Pick<Deps, 'store' | 'games' | 'names' | 'reload' | 'operators'> = {
  store: refusing(gameText.es.serversOnly, { readDraws: async () => [], noteDraw: async () => undefined }),
  games: { checkDue: () => undefined },
  names: { of: async () => new Map() },
  reload: refusing(gameText.es.serversOnly),
  operators: { ids: new Set(), guildId: undefined },
};
