import Sqlite from 'libsql';
import { expect, it } from 'vitest';
import { readPlace, writePersonalFile, writePlace } from '../../src/trivia/personal-file.ts';
import { newStoreFile, openTestStore } from '../support/open-store.ts';
import { parsePersonalFile, readPersonalData } from '../support/personal-data.ts';
import { startTestBot } from '../support/test-bot.ts';

/** Stores many picks and votes of a person. */
function addMany({ file }: { file: string }, userId: string, picks: number): void {
  const database = new Sqlite(file, { timeout: 10_000 });
  database.exec(`
    begin;
    with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${picks})
    insert into picks
    select 'game-' || (i / 10), i % 10, '${userId}', '1000000000000000' || i % 40, i % 4, i % 2, i % 300, i % 7, 1700000000000 + i / 2, i % 20000
    from n;
    insert into votes select game_id, round, 'skip', user_id from picks where at < 1700000001500;
    insert into person_sums
    select guild_id, user_id, sum(points), sum(correct), count(*), 7, 0 from picks group by guild_id, user_id;
    commit;
  `);
  database.close();
}

it('a person gets all of their 60,000 picks, in private, as one compressed file', async () => {
  const place = newStoreFile();
  const { discord } = await startTestBot({ store: await openTestStore(place) });
  const ana = discord.person({ name: 'Ana', channel: 'trivia' });
  addMany(place, ana.id, 60_000);
  const seen = await ana.command('mis_datos ver');
  expect(seen.ephemeral).toBe(true);
  const { embeds, attachments } = await seen.final(30_000);
  expect(embeds[0]?.description).toContain('Respuestas de trivia: **60,000**');
  expect(embeds[0]?.description).toContain('El archivo va comprimido (gzip).');
  const [file] = attachments;
  expect(file?.filename).toBe('filmoteca.json.gz');
  const bytes = Buffer.from(await (await fetch(file?.url ?? '')).arrayBuffer());
  const data = parsePersonalFile(bytes, true);
  expect(new Set(data.picks?.map(({ game_id, round }) => `${game_id} ${round}`)).size).toBe(60_000);
  expect(data.votes).toHaveLength(3000);
  expect(discord.violations).toEqual([]);
});

it('data that do not fit come in parts, without a missing or repeated row', async () => {
  const place = newStoreFile();
  const store = await openTestStore(place);
  addMany(place, 'eva', 9001);
  const keys: string[] = [];
  let [parts, pages] = [0, 0];
  for (let from = readPlace('picks'); from !== undefined; ) {
    const onMore = async () => {
      pages++;
    };
    const file = await writePersonalFile(store, 'eva', { from, onMore, maxRows: 4000 });
    const { picks = [], votes = [] } = parsePersonalFile(file.data, file.compressed);
    keys.push(...picks.map((row) => `pick ${row.game_id} ${row.round}`));
    keys.push(...votes.map((row) => `vote ${row.game_id} ${row.round}`));
    parts++;
    if (file.next === undefined) break;
    const place = writePlace(file.next);
    expect(place.length).toBeLessThan(70);
    from = readPlace(place);
    expect(from).toBeDefined();
  }
  expect([parts, pages]).toEqual([4, 3]);
  expect(keys).toHaveLength(9001 + 3000);
  expect(new Set(keys).size).toBe(keys.length);
  expect((await readPersonalData(store, 'eva')).picks).toHaveLength(9001);
});

it('a forged position is refused', () => {
  for (const text of [
    '',
    'people',
    'picks.x.y.1',
    'picks.1.y',
    'picks.1.y.z',
    'picks.1.y.1.2',
    'votes.a.NaN.b',
  ])
    expect(readPlace(text)).toBeUndefined();
  expect(readPlace('votes.game.3.skip')).toEqual({ table: 'votes', after: ['game', 3, 'skip'] });
});
