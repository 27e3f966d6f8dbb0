import type { Guild } from '#local-discord';
import type { Store } from '../../src/store/store.ts';
import { newGame } from '../../test/support/games.ts';

/** How long the game waits. It must be longer than a batch and shorter than the time after which a game counts as stuck. */
const WAIT_MS = 150_000;

/** Writes data that hostile people must not change: settings of a server, a person's preference, and a game. */
export async function placeCanaries(store: Store, guild: Guild | undefined, userId: string) {
  const [guildId, channelId] = [guild?.id ?? '', guild?.channels[0]?.id ?? ''];
  const now = Date.now();
  const gameId = `canary${guildId.slice(-8)}`;
  await store.changeSettings(guildId, { seconds: 42, pause: 7 });
  await store.showPerson(userId, 'Víctima');
  await store.startGame(
    newGame(gameId, {
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
  const read = async () => {
    const { due_at: _, ...game } = (await store.readGame(gameId)) ?? {};
    return JSON.stringify([await store.readSettings(guildId), await store.isShown(userId), game]);
  };
  const before = await read();
  return {
    /** Changes since then, one line each. Also keeps the game waiting. */
    async changes(): Promise<string[]> {
      const after = await read();
      await store.changePhase({ gameId, from: 'pause', to: 'pause', dueAt: Date.now() + WAIT_MS });
      return after === before ? [] : [`changed without permission: ${before} became ${after}`];
    },
  };
}
