import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'libsql';
import { expect, it } from 'vitest';
import type { Store, StoreLocation } from '../../src/store/store.ts';
import { onSqlite } from '../support/engines.ts';
import { newGame, newPick, openRound, START } from '../support/games.ts';
import { openTestStore } from '../support/open-store.ts';
import { readPersonalData } from '../support/personal-data.ts';

const FILES = ['', '-wal', '-shm', '-journal'];

/** How often a text occurs in the files of a store. */
function occurrences({ file }: { file: string }, text: string): number {
  const found = FILES.filter((suffix) => existsSync(file + suffix)).map(
    (suffix) => readFileSync(file + suffix, 'latin1').split(text).length - 1,
  );
  return found.reduce((sum, count) => sum + count, 0);
}

const fileOf = (location: StoreLocation) => {
  if (!('file' in location)) throw new Error('no file');
  return location;
};

const person = (number: number) => `9${String(number).padStart(17, '0')}`;
const guild = (number: number) => `8${String(number).padStart(17, '0')}`;
const PEOPLE = 40;
const GUILDS = 8;

/** People pick, vote, start games and are shown by name in several servers. */
async function play(store: Store): Promise<void> {
  for (let server = 0; server < GUILDS; server++) {
    const [id, guildId] = [`game-${server}`, guild(server)];
    const game = newGame(id, { guild_id: guildId, place: guildId, started_by: person(server) });
    await store.startGame(game);
    await store.changeSettings(guildId, { seconds: 30 });
    await openRound(store, game, 1);
    const picks = Array.from({ length: PEOPLE }, (_, number) => ({
      ...newPick(`${id}-1`, person(number), number % 4, 10 * number),
      guildId,
    }));
    await Promise.all(picks.map((pick) => store.recordPick(pick)));
    for (let number = 0; number < 5; number++) {
      const userId = person(number);
      await store.vote({ token: `${id}-1`, guildId, kind: 'hint', userId, at: START + 50 });
    }
  }
  for (let number = 0; number < 5; number++) await store.showPerson(person(number), `name-of-${number}`);
}

onSqlite('erased data', (engine) => {
  it('is in no file: people, servers, departed servers, names that are no longer shown', async () => {
    const place = fileOf(await engine.newLocation());
    const store = await openTestStore(place);
    await play(store);
    expect(occurrences(place, person(3))).toBeGreaterThan(40);
    await store.erasePerson(person(3));
    expect([person(3), 'name-of-3'].map((text) => occurrences(place, text))).toEqual([0, 0]);
    await store.showPerson(person(4), null);
    expect(occurrences(place, 'name-of-4')).toBe(0);
    await store.eraseGuild(guild(5));
    expect([guild(5), 'game-5'].map((text) => occurrences(place, text))).toEqual([0, 0]);
    await store.noteDeparture(guild(6), START);
    expect(await store.eraseDeparted(START + 1)).toEqual([guild(6)]);
    expect([guild(6), 'game-6'].map((text) => occurrences(place, text))).toEqual([0, 0]);
    expect(await store.guildRanking({ guildId: guild(7), since: 0, limit: 100 })).toHaveLength(PEOPLE - 1);
  });

  it('is in no file after each of many erasures while people keep playing', async () => {
    const place = fileOf(await engine.newLocation());
    const store = await openTestStore(place);
    await play(store);
    for (let number = 0; number < PEOPLE; number++) {
      await store.erasePerson(person(number));
      expect([number, occurrences(place, person(number))]).toEqual([number, 0]);
      const pick = newPick('game-2-1', person(number + 1000), 1, 10);
      await store.recordPick({ ...pick, guildId: guild(2) });
    }
    expect(await store.guildRanking({ guildId: guild(2), since: 0, limit: 100 })).toHaveLength(PEOPLE);
    const check = new Sqlite(place.file);
    expect(check.prepare('pragma integrity_check').raw().all()).toEqual([['ok']]);
    check.close();
  });

  it('leaves the write-ahead log as soon as another reader ends its transaction', async () => {
    const place = fileOf(await engine.newLocation());
    const store = await openTestStore(place);
    await play(store);
    const backup = new Sqlite(place.file);
    backup.exec('begin');
    backup.prepare('select count(*) from picks').get();
    await store.erasePerson(person(7));
    expect(await readPersonalData(store, person(7))).toMatchObject({ picks: [] });
    expect(occurrences(place, person(7))).toBeGreaterThan(0);
    backup.exec('commit');
    await expect.poll(() => occurrences(place, person(7))).toBe(0);
    backup.close();
  });

  it('is removed by the next start if the process was killed before the scrub', async () => {
    const place = fileOf(await engine.newLocation());
    const killed = fileOf(await engine.newLocation());
    const store = await openTestStore(place);
    await play(store);
    const backup = new Sqlite(place.file);
    backup.exec('begin');
    backup.prepare('select count(*) from picks').get();
    await store.erasePerson(person(7));
    mkdirSync(dirname(killed.file));
    for (const suffix of ['', '-wal']) copyFileSync(place.file + suffix, killed.file + suffix);
    backup.close();
    expect(occurrences(killed, person(7))).toBeGreaterThan(0);
    const next = await openTestStore(killed);
    await expect.poll(() => occurrences(killed, person(7))).toBe(0);
    expect(await next.guildRanking({ guildId: guild(1), since: 0, limit: 100 })).toHaveLength(PEOPLE - 1);
  });

  it('that version 0.1.0 did not overwrite is removed when this version opens the file', async () => {
    const place = fileOf(await engine.newLocation());
    mkdirSync(dirname(place.file));
    const old = new Sqlite(place.file);
    old.exec('pragma journal_mode = wal');
    old.exec(readFileSync('test/store/schema-0.1.0.sql', 'utf8'));
    const add = old.prepare('insert into picks values (?, 1, ?, ?, 1, 1, 100, 1, ?, 5)');
    old.exec('begin');
    for (let server = 0; server < 50; server++) {
      for (let number = 0; number < PEOPLE; number++)
        add.run(`game-${server}`, person(number), guild(server), START);
    }
    old.exec('commit');
    old.prepare('delete from picks where user_id = ?').run(person(3));
    expect(occurrences(place, person(3))).toBeGreaterThan(0);
    old.close();
    expect(occurrences(place, person(3))).toBeGreaterThan(0);
    const store = await openTestStore(place);
    await expect.poll(() => occurrences(place, person(3))).toBe(0);
    expect(await store.guildRanking({ guildId: guild(9), since: 0, limit: 100 })).toHaveLength(PEOPLE - 1);
  });
});
