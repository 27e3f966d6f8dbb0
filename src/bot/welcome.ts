import type { Guild } from 'discord.js';
import type { Logger } from 'pino';
import { Muted, type Speaker, Unheard } from '../game/speaker.ts';
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
  { store, speaker, clock, log }: { store: Store; speaker: Speaker; clock: () => number; log: Logger },
): Promise<void> {
  try {
    const isOpen = members.me !== null && systemChannel?.permissionsFor(members.me).has(postingBits) === true;
    if (!isOpen || !(await store.claimWelcome(id, clock()))) return;
    const { language } = await store.readSettings(id);
    try {
      const post = () => speaker.post(systemChannel.id, welcomeReply(language ?? 'es'), `w${id}`);
      await retry(post, PAUSES, (error) => error instanceof Unheard);
    } catch (error) {
      await store.returnWelcome(id);
      if (!(error instanceof Muted)) throw error;
    }
  } catch (error) {
    log.error({ guild: id, error }, 'a server could not be welcomed');
  }
}
