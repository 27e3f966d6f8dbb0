import type { Guild } from 'discord.js';
import type { Logger } from 'pino';
import { CannotPostError, type Messenger, TransientDiscordError } from '../game/messenger.ts';
import { postingBits } from '../lib/posting.ts';
import { welcomeReply } from '../replies/welcome.ts';
import type { Store } from '../store/store.ts';
import { retry } from './patience.ts';

/** Pauses between retries of the welcome, in ms. */
const PAUSES = [500, 1000, 2000, 4000];

/**
 * Posts a welcome, once, in the system channel of a server that has just added the bot. If the bot may not or cannot post there,
 * the first /ayuda welcomes instead.
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
      await retry(post, PAUSES, (error) => error instanceof TransientDiscordError);
    } catch (error) {
      await store.returnWelcome(id);
      if (!(error instanceof CannotPostError)) throw error;
    }
  } catch (error) {
    log.error({ guild: id, error }, 'a server could not be welcomed');
  }
}
