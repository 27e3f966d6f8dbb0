import type { Guild } from 'discord.js';
import type { Logger } from 'pino';
import { CannotPostError, type Messenger, TransientDiscordError } from '../game/messenger.ts';
import { postingBits } from '../lib/posting.ts';
import { welcomeReply } from '../replies/welcome.ts';
import type { Store } from '../store/store.ts';
import { persistently } from './patience.ts';

/** Pauses before the welcome is posted again after a passing fault, in milliseconds. */
const PAUSES = [500, 1000, 2000, 4000];

/**
 * Welcomes a server that has just let the bot in, once, in its system channel. Where the bot may not speak there, or
 * could not, the first /ayuda does it.
 */
export async function welcome(
  { id, systemChannel, members }: Guild,
  { store, messenger, clock, log }: { store: Store; messenger: Messenger; clock: () => number; log: Logger },
): Promise<void> {
  try {
    const isOpen = members.me !== null && systemChannel?.permissionsFor(members.me).has(postingBits) === true;
    if (!isOpen || !(await store.claimWelcome(id, clock()))) return;
    const { language } = await store.readSettings(id);
    try {
      const post = () => messenger.post(systemChannel.id, welcomeReply(language ?? 'es'), `w${id}`);
      await persistently(post, PAUSES, (error) => error instanceof TransientDiscordError);
    } catch (error) {
      await store.returnWelcome(id);
      if (!(error instanceof CannotPostError)) throw error;
    }
  } catch (error) {
    log.error({ guild: id, error }, 'a server could not be welcomed');
  }
}
