import type { APIMessage } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import type { Disturbance } from '#local-discord';
import { description, isClosed, isEnd, isOpen, labelsOf, startTrivia, title } from '../support/trivia.ts';

type Fault = NonNullable<ReturnType<Disturbance>>;

/** Refuses the requests that fit with one fault after the other; `left` says how many are still to come. */
function inTurn(faults: readonly Fault[], fits: (request: { method: string; path: string }) => boolean) {
  const coming = [...faults];
  const disturbance: Disturbance = (request) => (fits(request) ? coming.shift() : undefined);
  return { disturbance, left: () => coming.length };
}

const posts = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && /^\/channels\/\d+\/messages$/u.test(path);
/** The token of the round that a message's first button answers. */
const tokenOf = (message: APIMessage) =>
  /ronda=([\w-]+)/u.exec(JSON.stringify(message.components))?.[1] ?? '';

const edits = ({ method, path }: { method: string; path: string }) =>
  method === 'PATCH' && /^\/channels\/\d+\/messages\/\d+$/u.test(path);

/** Faults that pass: Discord's own, those of the network in front of it, and 429 without an end to wait for. */
const passing: Fault[] = [
  { status: 429, cloudflare: true, retryAfter: 3600 },
  { status: 401 },
  { status: 403, code: 40_333 },
  { status: 403, cloudflare: true },
  { status: 429, cloudflare: true, retryAfter: null },
  { status: 400, cloudflare: true },
  { status: 200, cloudflare: true },
];

it('a game goes on after faults that pass, a stray 401 and the pages of Cloudflare among them', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  const question = inTurn(passing, posts);
  const isLetGo = async () =>
    (await trivia.store.gamesUnderWay(trivia.guild.id)).every(({ held_until }) => held_until === 0);
  trivia.discord.disturb(question.disturbance);
  await ana.command('trivia jugar', { rondas: 5 });
  for (let left = passing.length - 1; left >= 0; left--) {
    await expect.poll(question.left).toBe(left);
    await expect.poll(isLetGo).toBe(true);
    trivia.advanceClock(left === passing.length - 1 ? 150_000 : 30_000);
  }
  const message = await ana.sees(isOpen(1));
  await trivia.questionOpens();
  const answer = inTurn([...passing.slice(1, 3), { status: 200, cloudflare: true }], edits);
  trivia.discord.disturb(answer.disturbance);
  await ana.press(message, '⏭️ Saltar');
  expect((await ana.sees(isClosed(1))).id).toBe(message.id);
  await ana.sees(isOpen(2));
});

/** A game of which every further message is refused by Discord itself; people are asked until it is over. */
async function breakGame(fault: Fault) {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  await ana.command('trivia jugar');
  const message = await ana.sees(isOpen(1));
  await trivia.questionOpens();
  let refused = 0;
  trivia.discord.disturb((request) => {
    if (!edits(request) && !posts(request)) return undefined;
    refused++;
    return fault;
  });
  await ana.press(message, '⏭️ Saltar');
  return { ...trivia, ana, message, refused: () => refused };
}

it('a game that Discord refuses five times is over, and says so to whoever presses, votes or starts another', async () => {
  const { store, guild, discord, ana, message, refused } = await breakGame({ status: 400, code: 50_035 });
  await expect.poll(() => store.gamesUnderWay(guild.id), { timeout: 30_000 }).toEqual([]);
  expect(refused()).toBe(5);
  discord.disturb();
  const said = 'La partida se cerró por un fallo mío. Los puntos quedaron guardados.';
  const [option = ''] = labelsOf(message);
  expect((await ana.press(message, option)).message.content).toBe(said);
  expect((await ana.press(message, '💡 Pista')).message.content).toBe(said);
  const start = await ana.command('trivia jugar');
  expect(title(start.message)).toBe('🎬 Trivia');
  expect(description(start.message)).toContain('La partida anterior se cerró por un fallo mío');
  await ana.sees(isOpen(1));
  await ana.command('trivia parar');
  await ana.sees(isEnd);
  const next = await ana.command('trivia jugar');
  expect(description(next.message)).not.toContain('La partida anterior');
});

it('an outage does not end a game in its first ten minutes, and ends it after them', async () => {
  const { store, guild, refused, advanceClock } = await breakGame({ status: 403, code: 40_333 });
  const isOver = async () => (await store.gamesUnderWay(guild.id)).length === 0;
  for (let minute = 1; minute <= 7; minute++) {
    await expect.poll(refused).toBeGreaterThanOrEqual(minute);
    advanceClock(60_000);
  }
  expect(await isOver()).toBe(false);
  advanceClock(240_000);
  await expect.poll(isOver).toBe(true);
});

it('a bot whose token was revoked leaves; a game is not ended for it', async () => {
  const { bot, discord, store, guild } = await breakGame({ status: 401 });
  discord.disturb(() => ({ status: 401 }));
  await expect(bot.lost).rejects.toMatchObject({ code: 'TokenInvalid' });
  expect(await store.gamesUnderWay(guild.id)).toHaveLength(1);
});

it('a hundred and seventy people who are tied end a game in words that Discord takes', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  await ana.command('trivia jugar', { modo: 'first_to', meta: 200, dificultad: 3 });
  const message = await ana.sees(isOpen(1));
  await trivia.questionOpens();
  const { answer } = await trivia.question();
  const token = tokenOf(message);
  const at = Number((BigInt(message.id) >> 22n) + 1_420_070_400_000n);
  const pick = { token, choice: answer, at, guildId: trivia.guild.id, postedAt: at };
  const people = Array.from({ length: 170 }, (_, index) =>
    String(2_000_000_000_000_000_000n + BigInt(index)),
  );
  await Promise.all(people.map((userId) => trivia.store.recordPick({ ...pick, userId })));
  await ana.press(message, '⏭️ Saltar');
  expect(description(await ana.sees(isClosed(1)))).toMatch(
    /^✅ Acertaron: (?:<@\d+> \+450, ){9}<@\d+> \+450… y 160 más$/mu,
  );
  const end = await ana.sees(isEnd);
  expect(description(end)).toMatch(/^🏆 Empatan (?:<@\d+>, ){39}<@\d+>… y 130 más$/mu);
  expect(end.embeds[0]?.fields?.[0]?.value).toMatch(/\n… y 160 más$/u);
  expect(trivia.discord.violations).toEqual([]);
});

async function playInThread() {
  const trivia = await startTrivia();
  const [, channel] = trivia.guild.channels;
  if (channel === undefined) throw new Error('no channel');
  const thread = trivia.discord.threads.open(channel, 'hilo');
  const ana = trivia.join('Ana');
  ana.enter('hilo');
  await ana.command('trivia jugar', { rondas: 5 });
  const message = await ana.sees(isOpen(1));
  await trivia.questionOpens();
  return { ...trivia, thread, ana, message };
}

it('a game in a thread that was archived goes on: a new message revives the thread', async () => {
  const { discord, thread, ana, message, advanceClock } = await playInThread();
  discord.threads.archive(thread);
  advanceClock(90_000);
  const closed = await ana.sees(isClosed(1));
  expect(closed.id).not.toBe(message.id);
  expect(thread.thread?.archived).toBe(false);
  await ana.sees(isOpen(2));
});

it('a hint that was granted in an archived thread is shown by a new question, whose buttons count', async () => {
  const { discord, thread, ana, message, question, rightOption } = await playInThread();
  const { hint } = await question();
  discord.threads.archive(thread);
  await ana.press(message, '💡 Pista');
  const anew = await ana.sees((one) => one.id !== message.id && isOpen(1)(one));
  expect(description(anew)).toContain(hint);
  expect((await ana.press(anew, await rightOption())).message.content).toContain('Anotado: **');
  await ana.press(anew, '⏭️ Saltar');
  expect((await ana.sees(isClosed(1))).id).toBe(anew.id);
});

it.each(['lock', 'delete'] as const)('a game ends where its thread was taken away: %s', async (how) => {
  const { discord, thread, guild, store, advanceClock, join } = await playInThread();
  discord.threads[how](thread);
  advanceClock(90_000);
  await expect.poll(() => store.gamesUnderWay(guild.id)).toEqual([]);
  const start = await join('Luis').command('trivia jugar');
  expect(description(start.message)).toContain('La partida anterior la cerré porque ya no podía escribir');
});
