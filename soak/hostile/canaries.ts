import type { Guild } from '#local-discord';
import type { Store } from '../../src/store/store.ts';
import { newGame } from '../../test/support/games.ts';

/** How long the game waits, unless it is told to wait on: longer than a step, shorter than a game that stands still. */
const WAIT_MS = 150_000;

/** What belongs to somebody else: a server's settings, a person's wish to be shown, a game that they started. */
export async function putCanaries(store: Store, guild: Guild | undefined, userId: string) {
  const [guildId, channelId] = [guild?.id ?? '', guild?.channels[0]?.id ?? ''];
  const now = Date.now();
  const id = `canary${guildId.slice(-8)}`;
  await store.changeSettings(guildId, { seconds: 42, pause: 7 });
  await store.showPerson(userId, 'Víctima');
  await store.startGame(
    newGame(id, {
      guild_id: guildId,
      channel_id: channelId,
      place: guildId,
      seconds: 42,
      pause: 7,
      started_by: userId,
      started_at: now,
      due_at: now + WAIT_MS,
    }),
  );
  const look = async () => {
    const { due_at: _, ...game } = (await store.readGame(id)) ?? {};
    return JSON.stringify([await store.readSettings(guildId), await store.isShown(userId), game]);
  };
  const before = await look();
  return {
    /** What a person without the right has changed. */
    async changed(): Promise<string[]> {
      const after = await look();
      await store.changePhase({ gameId: id, from: 'pause', to: 'pause', dueAt: Date.now() + WAIT_MS });
      return after === before ? [] : [`rights gained: ${before} became ${after}`];
    },
  };
}
