import { expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { onBothEngines } from '../support/engines.ts';
import { START as NOW, newGame } from '../support/games.ts';
import { openTestStore } from '../support/open-store.ts';

/** Servers of the shards 0 to 3 of 4. */
const servers = [0n, 1n, 2n, 3n].map((shard) => String((400n + shard) << 22n));
const own = { ids: [1, 3], count: 4 };

const startGame = (store: Store, id: string, guildId = '') =>
  store.startGame(newGame(id, { guild_id: guildId, channel_id: guildId, place: guildId }));

onBothEngines('a process with some of the shards', (engine) => {
  it('leases games of its own servers at once, and games of other servers when they are five seconds overdue', async () => {
    const store = await openTestStore(await engine.newLocation());
    for (const [shard, guildId] of servers.entries()) await startGame(store, `game-${shard}`, guildId);
    const lease = async (now: number, shards?: typeof own) =>
      (await store.leaseDueGames({ holder: 'a', now, leaseMs: 1, own: shards })).map(({ id }) => id).sort();
    expect(await store.nextDue({ ids: [2], count: 4 })).toBe(NOW);
    expect(await lease(NOW, own)).toEqual(['game-1', 'game-3']);
    await store.endGame({ gameId: 'game-1', reason: 'stopped', now: NOW });
    await store.endGame({ gameId: 'game-3', reason: 'stopped', now: NOW });
    expect(await store.nextDue(own)).toBeUndefined();
    expect(await lease(NOW + 4999, own)).toEqual([]);
    expect(await lease(NOW + 5000, own)).toEqual(['game-0', 'game-2']);
  });

  it('knows and erases only its own servers', async () => {
    const store = await openTestStore(await engine.newLocation());
    for (const guildId of servers) await store.changeSettings(guildId, { seconds: 30 });
    expect(await store.knownGuilds(own)).toEqual([servers[1], servers[3]]);
    for (const guildId of servers.slice(2)) await store.noteDeparture(guildId, NOW);
    expect(await store.knownGuilds()).toEqual(servers.slice(0, 2));
    expect(await store.eraseDeparted(NOW + 1, own)).toEqual([servers[3]]);
    await store.noteReturn(Array.from({ length: 40_000 }, (_, id) => String(id)).concat(servers));
    expect(await store.eraseDeparted(NOW + 1)).toEqual([]);
    expect(await store.knownGuilds()).toEqual(servers.slice(0, 3));
  });

  it('starts shards of one bucket five seconds apart from those of other processes', async () => {
    const place = await engine.newLocation();
    const [one, two] = [await openTestStore(place), await openTestStore(place)];
    const turn = (store: Store, rest: number, now: number) =>
      store.reserveShardStart({ rest, now, everyMs: 5000 });
    const turns = await Promise.all([one, two, one, two].map((store) => turn(store, 0, NOW)));
    expect(turns.sort()).toEqual([NOW, NOW + 5000, NOW + 10_000, NOW + 15_000]);
    expect(await turn(two, 1, NOW)).toBe(NOW);
    expect(await turn(two, 0, NOW + 19_999)).toBe(NOW + 20_000);
    expect(await turn(one, 0, NOW + 60_000)).toBe(NOW + 60_000);
  });
});
