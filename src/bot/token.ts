import { setTimeout as delay } from 'node:timers/promises';
import { type REST, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { isUnauthorized } from './faults.ts';

/** How long to wait before Discord is asked about the token again, in milliseconds; after the last it is revoked. */
const PAUSES = [500, 1000, 2000, 4000];

export interface KeptToken {
  /** Rejects, with the code `TokenInvalid`, when Discord no longer takes the token. */
  revoked: Promise<never>;
  /** What `ask` gives, asked again after a 401 that was a passing fault. Throws `TokenInvalid` where it was not. */
  sure<Result>(ask: () => Promise<Result>): Promise<Result>;
  /** The token may be forgotten from now on. */
  release(): void;
}

/**
 * Sets the token of a REST client and keeps it set. @discordjs/rest forgets its token at any 401 and sends nothing more,
 * though a 401 may be a passing fault. So each one makes the bot ask Discord who it is, and only where that is answered
 * with 401 five times in a row the token counts as revoked.
 */
export function keepToken(rest: REST, token: string, log: Logger): KeptToken {
  const set = rest.setToken.bind(rest);
  let released = false;
  let checking: Promise<void> | undefined;
  let revoke: (error: Error) => void = () => undefined;
  const revoked = new Promise<never>((_, reject) => {
    revoke = reject;
  });
  // It may be revoked while nobody listens.
  revoked.catch(() => undefined);

  const check = async () => {
    for (const pause of [...PAUSES, 0]) {
      if (released) return;
      try {
        await rest.get(Routes.user());
        return;
      } catch (error) {
        if (!isUnauthorized(error)) return;
        log.warn({ error }, 'Discord answered 401: asking whether the token still counts');
      }
      await delay(pause, undefined, { ref: false });
    }
    revoke(Object.assign(new Error('Discord no longer takes the token.'), { code: 'TokenInvalid' }));
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
    async sure(ask) {
      for (;;) {
        try {
          return await ask();
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
