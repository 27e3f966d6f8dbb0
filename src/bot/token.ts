import { setTimeout as delay } from 'node:timers/promises';
import { type REST, Routes } from 'discord.js';
import type { Log } from '../lib/log.ts';
import { operatorText } from '../lib/operator-text.ts';
import { OperatorError } from '../lib/sentence.ts';
import { isUnauthorized } from './faults.ts';

/** Pauses between checks of the token, in ms; if the check after the last pause fails, the token is revoked. */
const PAUSES = [500, 1000, 2000, 4000];

export interface TokenKeeper {
  /** Rejects with the code `TokenInvalid` when Discord has revoked the token. */
  revoked: Promise<never>;
  /** The result of `send`, which is retried after a temporary 401. Throws `TokenInvalid` if the token is revoked. */
  request<Result>(send: () => Promise<Result>): Promise<Result>;
  /** Lets the client drop the token from now on. */
  release(): void;
}

/**
 * Sets the token of a REST client and keeps it set. @discordjs/rest drops its token at any 401 and sends nothing more, although
 * a 401 may be temporary. Instead, each 401 starts a check that requests the bot's own user; five 401s in a row mean that the
 * token is revoked.
 */
export function keepToken(rest: REST, token: string, log: Log): TokenKeeper {
  const set = rest.setToken.bind(rest);
  let released = false;
  let checking: Promise<void> | undefined;
  let revoke: (error: Error) => void = () => undefined;
  const revoked = new Promise<never>((_, reject) => {
    revoke = reject;
  });
  // The token may be revoked while nothing awaits this promise.
  revoked.catch(() => undefined);

  const check = async () => {
    for (const pause of [...PAUSES, 0]) {
      if (released) return;
      try {
        await rest.get(Routes.user());
        return;
      } catch (error) {
        if (!isUnauthorized(error)) return;
        log.warn({ error }, 'Discord answered 401: checking whether the token is still valid');
      }
      await delay(pause, undefined, { ref: false });
    }
    revoke(Object.assign(new OperatorError(operatorText.tokenRevoked), { code: 'TokenInvalid' }));
  };
  // The library calls this with null at a 401, and when the client is destroyed.
  rest.setToken = (given: string | null) => {
    if (released || given !== null) return set(given as string);
    checking ??= check().finally(() => {
      checking = undefined;
    });
    return rest;
  };
  set(token);
  return {
    revoked,
    async request(send) {
      for (;;) {
        try {
          return await send();
        } catch (error) {
          if (!isUnauthorized(error)) throw error;
          await Promise.race([checking ?? delay(PAUSES[0]), revoked]);
        }
      }
    },
    release() {
      released = true;
    },
  };
}
