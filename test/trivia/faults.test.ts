import type { APIMessage } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import type { Disturbance } from '#local-discord';
import { description, isClosed, isEnd, isOpen, labelsOf, startTrivia, title } from '../support/trivia.ts';

type Fault = NonNullable<ReturnType<Disturbance>>;

/** Answers matching requests with one fault after another; `left` is the number of remaining faults. */
function inTurn(faults: readonly Fault[], matches: (request: { method: string; path: string }) => boolean) {
  const remaining = [...faults];
  const disturbance: Disturbance = (request) => (matches(request) ? remaining.shift() : undefined);
  return { disturbance, left: () => remaining.length };
}

const posts = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && /^\/channels\/\d+\/messages$/u.test(path);
/** The token in the custom ids of a question's buttons. */
const tokenOf = (message: APIMessage) =>
  /ronda=([\w-]+)/u.exec(JSON.stringify(message.components))?.[1] ?? '';

const edits = ({ method, path }: { method: string; path: string }) =>
  method === 'PATCH' && /^\/channels\/\d+\/messages\/\d+$/u.test(path);

/** Transient faults of Discord and of Cloudflare, including a 429 without Retry-After. */
const transient: Fault[] = [
  { status: 429, cloudflare: true, retryAfter: 3600 },
  { status: 401 },
  { status: 403, code: 40_333 },
  { status: 403, cloudflare: true },
  { status: 429, cloudflare: true, retryAfter: null },
  { status: 400, cloudflare: true },
  { status: 200, cloudflare: true },
];

it('a game continues after transient faults, including a 401 and pages of Cloudflare', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  const question = inTurn(transient, posts);
  const isReleased = async () =>
    (await trivia.store.gamesUnderWay(trivia.guild.id)).every(({ held_until }) => held_until === 0);
  trivia.discord.disturb(question.disturbance);
  await ana.command('trivia jugar', { rondas: 5 });
  for (let left = transient.length - 1; left >= 0; left--) {
    await expect.poll(question.left).toBe(left);
    await expect.poll(isReleased).toBe(true);
    trivia.advanceClock(left === transient.length - 1 ? 150_000 : 30_000);
  }
  const message = await ana.sees(isOpen(1));
  await trivia.questionOpens();
  const answer = inTurn([...transient.slice(1, 3), { status: 200, cloudflare: true }], edits);
  trivia.discord.disturb(answer.disturbance);
  await ana.press(message, '⏭️ Saltar');
  expect((await ana.sees(isClosed(1))).id).toBe(message.id);
  await ana.sees(isOpen(2));
});

/** A game whose every further message Discord answers with a fault. */
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

it('a game whose messages Discord rejects five times ends, and replies to presses, votes and the next start say so', async () => {
  const { store, guild, discord, ana, message, refused } = await breakGame({ status: 400, code: 50_035 });
  await expect.poll(() => store.gamesUnderWay(guild.id), { timeout: 30_000 }).toEqual([]);
  expect(refused()).toBe(5);
  discord.disturb();
  const sentence = 'La partida se cerró por un fallo mío. Los puntos quedaron guardados.';
  const [option = ''] = labelsOf(message);
  expect((await ana.press(message, option)).message.content).toBe(sentence);
  expect((await ana.press(message, '💡 Pista')).message.content).toBe(sentence);
  const start = await ana.command('trivia jugar');
  expect(title(start.message)).toBe('🎬 Trivia');
  expect(description(start.message)).toContain('La partida anterior se cerró por un fallo mío');
  await ana.sees(isOpen(1));
  await ana.command('trivia parar');
  await ana.sees(isEnd);
  const next = await ana.command('trivia jugar');
  expect(description(next.message)).not.toContain('La partida anterior');
});

it('an outage ends a game only after ten minutes', async () => {
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

it('a bot whose token is revoked stops without ending its games', async () => {
  const { bot, discord, store, guild } = await breakGame({ status: 401 });
  discord.disturb(() => ({ status: 401 }));
  await expect(bot.lost).rejects.toMatchObject({ code: 'TokenInvalid' });
  expect(await store.gamesUnderWay(guild.id)).toHaveLength(1);
});

it('a tie of 170 people fits into the final message', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  await ana.command('trivia jugar', { modo: 'first_to', meta: 200, dificultad: 3 });
  const message = await ana.sees(isOpen(1));
  await trivia.questionOpens();
  const { answer } = await trivia.question();
  const token = tokenOf(message);
  const at = Number((BigInt(message.id) >> 22n) + 1_420_070_400_000n);
  const pick = { token, choice: answer, at, guildId: trivia.guild.id, now: at, postedAt: at };
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

it('a game in an archived thread continues: a new message unarchives the thread', async () => {
  const { discord, thread, ana, message, advanceClock } = await playInThread();
  discord.threads.archive(thread);
  advanceClock(90_000);
  const closed = await ana.sees(isClosed(1));
  expect(closed.id).not.toBe(message.id);
  expect(thread.thread?.archived).toBe(false);
  await ana.sees(isOpen(2));
});

it('a hint granted in an archived thread is shown in a new message, whose buttons work', async () => {
  const { discord, thread, ana, message, question, rightOption } = await playInThread();
  const { hint } = await question();
  discord.threads.archive(thread);
  await ana.press(message, '💡 Pista');
  const reposted = await ana.sees((other) => other.id !== message.id && isOpen(1)(other));
  expect(description(reposted)).toContain(hint);
  expect((await ana.press(reposted, await rightOption())).message.content).toContain('Anotado: **');
  await ana.press(reposted, '⏭️ Saltar');
  expect((await ana.sees(isClosed(1))).id).toBe(reposted.id);
});

it.each(['lock', 'delete'] as const)('a game ends if its thread is lost: %s', async (change) => {
  const { discord, thread, guild, store, advanceClock, join } = await playInThread();
  discord.threads[change](thread);
  advanceClock(90_000);
  await expect.poll(() => store.gamesUnderWay(guild.id)).toEqual([]);
  const start = await join('Luis').command('trivia jugar');
  expect(description(start.message)).toContain('La partida anterior la cerré porque ya no podía escribir');
});
