import pg from 'pg';
import { beforeAll, expect, it } from 'vitest';
import type { NewGame } from '../../src/store/games.ts';
import type { Store } from '../../src/store/store.ts';
import { type Engine, onBothEngines, onPostgres } from '../support/engines.ts';
import { newGame, newPick, newRound, openRound, START } from '../support/games.ts';
import { openTestStore } from '../support/open-store.ts';
import { readPersonalData } from '../support/personal-data.ts';
import { onServer } from '../support/postgres.ts';

async function close(store: Store, game: NewGame, number: number) {
  await store.closeRound({ gameId: game.id, number, now: START });
  await store.changePhase({ gameId: game.id, from: 'closing', to: 'pause', dueAt: START });
}

onBothEngines('the store', (engine: Engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(await engine.newLocation());
  });

  const begin = async (id: string, changes: Partial<NewGame> = {}) => {
    const game = newGame(id, changes);
    expect(await store.startGame(game)).toBe(true);
    return game;
  };

  it('a game whose start was not shown can be withdrawn and frees its place; a game that has begun cannot', async () => {
    const game = newGame('unseen');
    expect(await store.startGame(game, 'opening')).toBe(true);
    expect(await store.withdrawGame('unseen')).toBe(true);
    expect(await store.readGame('unseen')).toBeUndefined();
    expect(await store.startGame(game, 'opening')).toBe(true);
    expect(await store.changePhase({ gameId: 'unseen', from: 'opening', to: 'pause', dueAt: START })).toBe(
      true,
    );
    expect(await store.withdrawGame('unseen')).toBe(false);
    expect((await store.readGame('unseen'))?.phase).toBe('pause');
  });

  it('the end reason of the last game is known by server and by channel', async () => {
    const guild = { guild_id: 'g-last', place: null };
    await begin('last-1', { ...guild, channel_id: 'a', started_at: START });
    await begin('last-2', { ...guild, channel_id: 'b', started_at: START + 1 });
    expect(await store.lastEndReason({ guildId: 'g-last' })).toBe(null);
    await store.endGame({ gameId: 'last-1', reason: 'broken', now: START });
    await store.endGame({ gameId: 'last-2', reason: 'played', now: START });
    expect(await store.lastEndReason({ guildId: 'g-last' })).toBe('played');
    expect(await store.lastEndReason({ guildId: 'g-last', channelId: 'a' })).toBe('broken');
    expect(await store.lastEndReason({ guildId: 'g-last', channelId: 'c' })).toBe(null);
  });

  it('only the first pick of a person counts; a second one returns the first', async () => {
    const game = await begin('one-pick');
    await openRound(store, game, 1);
    const presses = [newPick('one-pick-1', 'eva', 1, 2000), newPick('one-pick-1', 'eva', 2, 2001)];
    expect(await Promise.all(presses.map((pick) => store.recordPick(pick)))).toEqual([
      { outcome: 'taken', correct: true, points: 290, streak: 1, ms: 2000, label: 'B' },
      { outcome: 'again', label: 'B' },
    ]);
    expect(await store.recordPick(newPick('one-pick-1', 'eva', 0, 3000))).toEqual({
      outcome: 'again',
      label: 'B',
    });
    expect(await store.gameScores('one-pick')).toEqual([
      { userId: 'eva', points: 290, right: 1, answers: 1 },
    ]);
  });

  it('a press that is delivered to two processes gets the same outcome and counts once', async () => {
    const game = await begin('delivered-twice');
    await openRound(store, game, 1);
    const pick = newPick('delivered-twice-1', 'eva', 1, 2000);
    const outcomes = await Promise.all([store.recordPick(pick), store.recordPick(pick)]);
    const taken = { outcome: 'taken', correct: true, points: 290, streak: 1, ms: 2000, label: 'B' };
    expect([...outcomes, await store.recordPick(pick)]).toEqual([taken, taken, taken]);
    expect(await store.gameScores(game.id)).toMatchObject([{ points: 290, answers: 1 }]);
  });

  it('a pick pressed after the stop of a game does not count; an earlier press counts even if it arrives later', async () => {
    const game = await begin('stopped');
    await openRound(store, game, 1);
    const stop = { gameId: game.id, reason: 'stopped', at: START + 3000, now: START + 3010 } as const;
    expect(await store.requestEnd(stop)).toBe(true);
    const late = { outcome: 'late', gameEnd: 'stopped' };
    expect(await store.recordPick(newPick('stopped-1', 'eva', 1, 3001))).toEqual(late);
    expect(await store.recordPick(newPick('stopped-1', 'luis', 1, 2999))).toMatchObject({ outcome: 'taken' });
    await store.endGame({ gameId: game.id, reason: 'stopped', now: START + 9000 });
    expect(await store.recordPick(newPick('stopped-1', 'rosa', 1, 3001))).toEqual(late);
  });

  it('a pick after a game ended for lack of permissions does not count', async () => {
    const game = await begin('muted');
    await openRound(store, game, 1);
    await store.endGame({ gameId: game.id, reason: 'muted', now: START + 3000 });
    const pick = newPick('muted-1', 'eva', 1, 3001);
    expect(await store.recordPick(pick)).toEqual({ outcome: 'late', gameEnd: 'muted' });
  });

  it('a press before a round closed counts even if it arrives later; a press after it does not, even within the time', async () => {
    for (const [id, ahead] of [
      ['closed', 0],
      ['closed-fast-clock', 60_000],
      ['closed-slow-clock', -60_000],
    ] as const) {
      const game = await begin(id);
      await store.addRound(newRound(game, 1));
      const opened = { askedAt: START, openedAt: START + ahead, dueAt: START + ahead };
      await store.notePosted({ gameId: id, number: 1, messageId: 'm', ...opened });
      const stands = await store.recordPick(newPick(`${id}-1`, 'zoe', 1, 6000));
      expect(stands).toMatchObject({ outcome: 'taken', points: 270 });
      await store.closeRound({ gameId: id, number: 1, now: START + ahead + 5000 });
      expect(await store.recordPick(newPick(`${id}-1`, 'eva', 1, 4999))).toMatchObject({ outcome: 'taken' });
      const late = { outcome: 'late', gameEnd: null };
      expect(await store.recordPick(newPick(`${id}-1`, 'luis', 1, 5001))).toEqual(late);
      expect(await store.recordPick(newPick(`${id}-1`, 'zoe', 1, 6000))).toEqual(stands);
      expect(await store.recordPick(newPick(`${id}-1`, 'zoe', 2, 6001))).toEqual({
        outcome: 'again',
        label: 'B',
      });
      await store.endGame({ gameId: id, reason: 'played', now: START + ahead + 9000 });
    }
  });

  it('a game that ended by itself accepts no later pick, whatever the clock of the machine says', async () => {
    const game = await begin('left-fast-clock');
    await store.addRound(newRound(game, 1));
    const opened = { askedAt: START, openedAt: START + 60_000, dueAt: START };
    await store.notePosted({ gameId: game.id, number: 1, messageId: 'm', ...opened });
    await store.endGame({ gameId: game.id, reason: 'left', now: START + 63_000 });
    const pick = (ms: number) => store.recordPick(newPick('left-fast-clock-1', `at-${ms}`, 1, ms));
    expect(await pick(2999)).toMatchObject({ outcome: 'taken' });
    expect(await pick(3001)).toEqual({ outcome: 'late', gameEnd: 'left' });
  });

  it('an invalid pick does not fail the other picks of its batch', async () => {
    const game = await begin('batch');
    await openRound(store, game, 1);
    const good = Array.from({ length: 9 }, (_, number) => newPick('batch-1', `p-${number}`, 1, 10));
    const forged = { ...newPick('batch-1', 'mal\0lory\ud800', 1, 10), token: 'batch-1\0' };
    const [outcomes, bad, cleaned] = await Promise.all([
      Promise.all(good.map((pick) => store.recordPick(pick))),
      Promise.allSettled([store.recordPick({ ...newPick('batch-1', 'nan', 1, 10), at: Number.NaN })]),
      store.recordPick(forged),
    ]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(good.map(() => 'taken'));
    expect(bad).toMatchObject([{ status: 'rejected' }]);
    expect(cleaned).toMatchObject({ outcome: 'taken' });
    expect((await readPersonalData(store, 'mallory\ufffd')).picks).toHaveLength(1);
    await store.showPerson('mallory', 'N\0ame \udc00');
    expect((await readPersonalData(store, 'mallory')).shown_people).toMatchObject([{ name: 'Name \ufffd' }]);
    await store.showPerson('mallory', null);
  });

  it('a server has at most five games, even if more start at the same time', async () => {
    const games = Array.from({ length: 9 }, (_, number) => newGame(`many-${number}`, { guild_id: 'g-many' }));
    const started = await Promise.all(games.map((game) => store.startGame(game)));
    expect(started.filter(Boolean)).toHaveLength(5);
    const [first] = await store.gamesUnderWay('g-many');
    await store.endGame({ gameId: first?.id ?? '', reason: 'stopped', now: START });
    expect(await store.startGame(newGame('many-9', { guild_id: 'g-many' }))).toBe(true);
    expect(await store.startGame(newGame('many-10', { guild_id: 'g-many' }))).toBe(false);
  });

  it('a skip that is granted while its game is leased makes the game due at once', async () => {
    const game = await begin('due-now');
    await openRound(store, game, 1);
    const now = START + 20_000;
    const lease = async () =>
      (await store.leaseDueGames({ holder: 'a', now, leaseMs: 3000 })).some(({ id }) => id === game.id);
    expect(await lease()).toBe(true);
    const skip = { token: 'due-now-1', guildId: 'g-due-now', kind: 'skip', userId: 'ana', at: now } as const;
    expect(await store.vote(skip)).toEqual({ outcome: 'granted' });
    await store.changePhase({ gameId: game.id, from: 'open', to: 'open', dueAt: now + 20_000 });
    await store.releaseLease({ gameId: game.id, holder: 'a' });
    expect(await lease()).toBe(true);
  });

  it('a button works only in its own server', async () => {
    const game = await begin('own-server');
    await openRound(store, game, 1);
    const elsewhere = { ...newPick('own-server-1', 'eva', 1, 2000), guildId: 'g-other' };
    expect(await store.recordPick(elsewhere)).toEqual({ outcome: 'unknown' });
    expect(await store.recordPick({ ...newPick('own-server-1', 'eva', 9, 2000) })).toEqual({
      outcome: 'no such option',
    });
  });

  it('a streak earns more with each right answer, and a wrong answer ends it', async () => {
    const game = await begin('streak');
    const streaks: unknown[] = [];
    for (const [index, choice] of [1, 1, 0, 1].entries()) {
      await openRound(store, game, index + 1);
      const verdict = await store.recordPick(newPick(`streak-${index + 1}`, 'eva', choice, 20_000));
      streaks.push('streak' in verdict && [verdict.streak, verdict.points]);
      await close(store, game, index + 1);
    }
    expect(streaks).toEqual([
      [1, 200],
      [2, 210],
      [0, 0],
      [1, 200],
    ]);
  });

  it('a skipped question counts for the streak of a person who was right before the skip, and ends no other streak', async () => {
    const game = await begin('skip-streak');
    const answer = async (number: number, userId: string, choice: number) => {
      const verdict = await store.recordPick(newPick(`skip-streak-${number}`, userId, choice, 20_000));
      return 'streak' in verdict && verdict.streak;
    };
    await openRound(store, game, 1);
    expect([await answer(1, 'ana', 1), await answer(1, 'beto', 1), await answer(1, 'eva', 1)]).toEqual([
      1, 1, 1,
    ]);
    await close(store, game, 1);
    await openRound(store, game, 2);
    // Number 2 is skipped after Ana was right and Eva was wrong: the round after it has 1 as its previous one.
    expect([await answer(2, 'ana', 1), await answer(2, 'eva', 0)]).toEqual([2, 0]);
    await close(store, game, 2);
    await openRound(store, game, 3, { previous: 1 });
    expect([await answer(3, 'ana', 1), await answer(3, 'beto', 1), await answer(3, 'eva', 1)]).toEqual([
      3, 2, 2,
    ]);
  });

  it('of two games that start at the same place one starts, and its end frees the place', async () => {
    const twins = ['twin-a', 'twin-b'].map((id) => newGame(id, { place: 'g-twins', guild_id: 'g-twins' }));
    const started = await Promise.all(twins.map((game) => store.startGame(game)));
    expect(started.toSorted()).toEqual([false, true]);
    const winner = started[0] ? 'twin-a' : 'twin-b';
    expect((await store.findGame({ guildId: 'g-twins', channelId: 'any' }))?.id).toBe(winner);
    await store.endGame({ gameId: winner, reason: 'stopped', now: START + 1 });
    expect(await store.findGame({ guildId: 'g-twins', channelId: 'any' })).toBeUndefined();
    expect(await store.startGame(newGame('twin-c', { place: 'g-twins' }))).toBe(true);
  });

  it('a due game is leased by one process, and by another one when the lease expires', async () => {
    const game = await begin('lease', { due_at: START - 5 });
    const lease = async (holder: string, now: number) =>
      (await store.leaseDueGames({ holder, now, leaseMs: 3000 })).map(({ id }) => id).includes(game.id);
    const [first, second] = await Promise.all([lease('a', START), lease('b', START)]);
    expect([first, second].toSorted()).toEqual([false, true]);
    expect(await lease('c', START + 2999)).toBe(false);
    expect(await lease('c', START + 3000)).toBe(true);
  });

  it('after the clock is set back, a game is due at once and its old lease is void', async () => {
    const game = await begin('set-back', { due_at: START - 5 });
    const lease = async (holder: string, now: number) =>
      (await store.leaseDueGames({ holder, now, leaseMs: 3000 })).map(({ id }) => id).includes(game.id);
    expect(await lease('a', START)).toBe(true);
    expect(await lease('b', START - 60_000)).toBe(false);
    expect(await lease('b', START - 3_600_000)).toBe(true);
    expect(await lease('c', START - 3_600_000)).toBe(false);
  });

  it('counts how often a server was asked about a film', async () => {
    const game = await begin('asked');
    await openRound(store, game, 1, { kind: 'year', film_id: 7 });
    await close(store, game, 1);
    await openRound(store, game, 2, { kind: 'year', film_id: 7 });
    expect(await store.timesAsked('g-asked', 'year')).toEqual({ films: [7], times: [2] });
    expect(await store.timesAsked('g-asked', 'director')).toEqual({ films: [], times: [] });
    expect(await store.timesAsked('g-other', 'year')).toEqual({ films: [], times: [] });
  });

  it('returns the questions of a game in the order in which they were asked', async () => {
    const game = await begin('played');
    await openRound(store, game, 1, { question: '{"filmId":7}' });
    await close(store, game, 1);
    await openRound(store, game, 2, { question: '{"filmId":3}' });
    expect(await store.questionsOfGame(game.id)).toEqual(['{"filmId":7}', '{"filmId":3}']);
    expect(await store.questionsOfGame('another')).toEqual([]);
  });

  it('a new pick makes its game due within 1.5 s, never later than it was', async () => {
    const game = await begin('shown');
    await openRound(store, game, 1);
    const dueAt = async () => (await store.readGame('shown'))?.due_at;
    await store.changePhase({ gameId: 'shown', from: 'open', to: 'open', dueAt: START + 20_000 });
    expect(await store.recordPick(newPick('shown-1', 'eva', 1, 30_000))).toMatchObject({ outcome: 'late' });
    expect(await dueAt()).toBe(START + 20_000);
    await store.recordPick(newPick('shown-1', 'eva', 1, 1000));
    expect(await dueAt()).toBe(START + 2500);
    await store.recordPick(newPick('shown-1', 'luis', 1, 2000));
    expect(await dueAt()).toBe(START + 2500);
    await store.changePhase({ gameId: 'shown', from: 'open', to: 'closing', dueAt: START + 9000 });
    await store.recordPick(newPick('shown-1', 'rosa', 1, 3000));
    expect(await dueAt()).toBe(START + 9000);
  });

  it('the tokens of private replies are kept until the question closes, the game ends or the person is erased', async () => {
    const game = await begin('replies');
    await openRound(store, game, 1);
    const press = (userId: string, ms: number) =>
      store.recordPick({
        ...newPick('replies-1', userId, 1, ms),
        reply: { token: `of-${userId}`, language: 'en' },
      });
    for (const userId of ['eva', 'luis']) await press(userId, 1000);
    await press('eva', 2000);
    const kept = async () => (await store.pickReplies('replies', 1)).map(({ user_id }) => user_id).sort();
    expect(await store.pickReplies('replies', 1)).toContainEqual({
      user_id: 'eva',
      token: 'of-eva',
      language: 'en',
    });
    expect(await kept()).toEqual(['eva', 'luis']);
    await store.erasePerson('luis');
    expect(await kept()).toEqual(['eva']);
    await store.forgetPickReplies('replies', 1);
    expect(await kept()).toEqual([]);
    await press('rosa', 3000);
    await store.endGame({ gameId: 'replies', reason: 'broken', now: START + 9000 });
    await press('zoe', 4000);
    expect(await kept()).toEqual([]);
  });

  it('people join teams until the first question, latecomers the smallest; teams go with the game', async () => {
    const game = await begin('teams', { teams: '["toys","pirates","minions"]' });
    const join = (userId: string, team: number | undefined, at: number, guildId = 'g-teams') =>
      store.joinTeam({ gameId: 'teams', guildId, userId, team, at: START + at });
    const teams = ['toys', 'pirates', 'minions'];
    const members = async () => (await store.teamMembers('teams')).map(({ userId, team }) => [userId, team]);
    expect(await join('eva', 2, 1)).toEqual({ outcome: 'joined', team: 2, teams });
    expect(await join('luis', 2, 2)).toEqual({ outcome: 'joined', team: 2, teams });
    expect(await join('zoe', undefined, 3)).toEqual({ outcome: 'joined', team: 0, teams });
    expect(await join('eva', 1, 4)).toEqual({ outcome: 'joined', team: 1, teams });
    expect(await join('eva', 3, 5)).toEqual({ outcome: 'closed' });
    expect(await join('ivan', 1, 5, 'g-elsewhere')).toEqual({ outcome: 'closed' });
    expect(await members()).toEqual([
      ['luis', 2],
      ['zoe', 0],
      ['eva', 1],
    ]);
    await store.moveMembers('teams', [
      { userId: 'luis', team: 0 },
      { userId: 'stranger', team: 1 },
    ]);
    await openRound(store, game, 1);
    expect(await join('eva', 2, 6)).toEqual({ outcome: 'late', team: 1, teams });
    expect(await join('rosa', 0, 7)).toEqual({ outcome: 'late', team: 2, teams });
    for (const [userId, choice, ms] of [
      ['luis', 1, 0],
      ['zoe', 0, 10],
      ['tito', 1, 8000],
      ['mara', 1, 4000],
    ] as const)
      await store.recordPick(newPick('teams-1', userId, choice, ms));
    for (let times = 0; times < 2; times++)
      await store.seatLate({ gameId: 'teams', guildId: 'g-teams', teams: 3 });
    expect((await members()).slice(-2)).toEqual([
      ['mara', 1],
      ['tito', 2],
    ]);
    expect((await store.teamRounds('teams')).toSorted((a, b) => a.team - b.team)).toEqual([
      { team: 0, points: 300, answers: 2 },
      { team: 1, points: 280, answers: 1 },
      { team: 2, points: 260, answers: 1 },
    ]);
    await store.endGame({ gameId: 'teams', reason: 'broken', now: START + 9000 });
    expect(await members()).toEqual([]);
    expect(await join('late', 1, 9000)).toEqual({ outcome: 'closed' });
  });

  it('only the host opens the next question, once, until the game stops waiting', async () => {
    const game = await begin('host', { host: 1, due_at: START + 300_000 });
    const call = (userId: string, round: number, guildId = 'g-host') =>
      store.callRound({ gameId: 'host', guildId, userId, round });
    const called = async () => {
      const { called_round, due_at } = (await store.readGame('host')) ?? {};
      return [called_round, due_at];
    };
    expect(await call('eva', 0)).toBe('not yours');
    expect(await call('ana', 0, 'g-elsewhere')).toBe('gone');
    expect(await call('ana', 1)).toBe('gone');
    expect(await called()).toEqual([0, START + 300_000]);
    expect(await call('ana', 0)).toBe('called');
    expect(await call('ana', 0)).toBe('called');
    expect(await called()).toEqual([1, 0]);
    await openRound(store, game, 1);
    expect(await call('ana', 0)).toBe('gone');
    expect(await call('ana', 1)).toBe('gone');
    await close(store, game, 1);
    await store.stopAwaiting('host');
    expect((await called())[0]).toBe(game.rounds + 1);
  });

  it('a hint needs the votes of more than half of the players; the starter can skip alone', async () => {
    const game = await begin('votes');
    await openRound(store, game, 1);
    await store.recordPick(newPick('votes-1', 'eva', 1, 10));
    const vote = (userId: string, kind: 'hint' | 'skip', at = START + 4000) =>
      store.vote({ token: 'votes-1', guildId: 'g-votes', kind, userId, at });
    expect(await vote('eva', 'hint')).toEqual({ outcome: 'counted', votes: 1, needed: 2 });
    expect(await vote('eva', 'hint')).toEqual({ outcome: 'counted', votes: 1, needed: 2 });
    expect(await vote('luis', 'hint')).toEqual({ outcome: 'outsider' });
    await store.recordPick(newPick('votes-1', 'zoe', 1, 20));
    expect(await vote('zoe', 'hint')).toEqual({ outcome: 'granted' });
    expect((await store.readRound('votes', 1))?.hint_at).toBe(START + 4000);
    expect(await store.recordPick(newPick('votes-1', 'luis', 1, 10_000))).toMatchObject({ points: 125 });
    expect(await vote('eva', 'skip')).toEqual({ outcome: 'counted', votes: 1, needed: 3 });
    expect(await vote('ana', 'skip', START + 12_000)).toEqual({ outcome: 'granted' });
    expect(await store.recordPick(newPick('votes-1', 'rosa', 1, 11_999))).toMatchObject({ correct: true });
    expect(await store.recordPick(newPick('votes-1', 'ivan', 1, 12_001))).toEqual({
      outcome: 'late',
      gameEnd: null,
    });
  });

  it('votes at the same moment are all counted', async () => {
    const game = await begin('race', { started_by: 'p0' });
    await openRound(store, game, 1);
    const people = Array.from({ length: 6 }, (_, index) => `p${index}`);
    for (const userId of people) await store.recordPick(newPick('race-1', userId, 1, 10));
    const outcomes = await Promise.all(
      ['p1', 'p2', 'p3', 'p4'].map((userId) =>
        store.vote({
          token: 'race-1',
          guildId: 'g-race',
          kind: 'hint',
          userId,
          at: START + 20,
        }),
      ),
    );
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual([
      'counted',
      'counted',
      'counted',
      'granted',
    ]);
  });

  it('a ranking counts one server since a time; across servers only people who agreed are shown', async () => {
    const game = await begin('rank');
    await openRound(store, game, 1);
    await store.recordPick(newPick('rank-1', 'eva', 1, 0));
    await store.recordPick(newPick('rank-1', 'luis', 1, 20_000));
    await store.recordPick(newPick('rank-1', 'rosa', 3, 0));
    const table = (since: number) => store.guildRanking({ guildId: 'g-rank', since, limit: 10 });
    expect(await table(0)).toEqual([
      { userId: 'eva', points: 300, right: 1, answers: 1 },
      { userId: 'luis', points: 200, right: 1, answers: 1 },
      { userId: 'rosa', points: 0, right: 0, answers: 1 },
    ]);
    expect((await table(START + 1)).map(({ userId }) => userId)).toEqual(['luis']);
    await store.showPerson('luis', 'Luis');
    const everywhere = await store.globalRanking({ since: 0, limit: 10 });
    expect(everywhere.map(({ name }) => name)).toEqual(['Luis']);
    await store.showPerson('luis', null);
    expect(await store.globalRanking({ since: 0, limit: 10 })).toEqual([]);
  });

  it('a profile has hit rates by genre and decade', async () => {
    const game = await begin('profile');
    await openRound(store, game, 1, { genre: 'Drama', decade: 1990 });
    await store.recordPick(newPick('profile-1', 'eva', 1, 2000));
    await close(store, game, 1);
    await openRound(store, game, 2, { genre: 'Horror', decade: 1990 });
    await store.recordPick(newPick('profile-2', 'eva', 0, 1000));
    expect(await store.readProfile({ guildId: 'g-profile', userId: 'eva' })).toEqual({
      points: 290,
      right: 1,
      answers: 2,
      bestStreak: 1,
      fastest: 2000,
      genres: [
        { key: 'Drama', right: 1, answers: 1 },
        { key: 'Horror', right: 0, answers: 1 },
      ],
      decades: [{ key: 1990, right: 1, answers: 2 }],
    });
    expect(await store.readProfile({ guildId: 'g-rank', userId: 'nobody' })).toBeUndefined();
    expect(await store.countAnswers('g-profile', 'year')).toEqual({ right: 1, answers: 2 });
  });

  it('a person can read and erase all their data in the middle of a game', async () => {
    const game = await begin('erase', { started_by: 'noa', teams: '["toys","pirates"]' });
    await store.joinTeam({ gameId: 'erase', guildId: 'g-erase', userId: 'noa', team: 1, at: START });
    await openRound(store, game, 1);
    await store.recordPick(newPick('erase-1', 'noa', 1, 5));
    await store.recordPick(newPick('erase-1', 'eva-2', 1, 5));
    await store.vote({
      token: 'erase-1',
      guildId: 'g-erase',
      kind: 'hint',
      userId: 'noa',
      at: START + 6,
    });
    await store.showPerson('noa', 'Noa');
    await store.noteDraw({ userId: 'noa', filmId: 862, again: [], now: START });
    const before = await readPersonalData(store, 'noa');
    expect(Object.entries(before).map(([name, rows]) => [name, rows.length])).toEqual([
      ['picks', 1],
      ['votes', 1],
      ['games_started', 1],
      ['teams', 1],
      ['shown_people', 1],
      ['person_sums', 1],
      ['day_sums', 1],
      ['topic_sums', 2],
      ['shown_days', 1],
      ['draws', 1],
    ]);
    expect(await store.countPersonalData('noa')).toEqual({
      picks: 1,
      votes: 1,
      games_started: 1,
      teams: 1,
      shown_people: 1,
      draws: 1,
    });
    const hidden = { correct: null, points: null };
    expect(before).toMatchObject({
      picks: [{ ...hidden, choice: 1, streak: null }],
      shown_people: [{ ...hidden, answers: 1 }],
      person_sums: [{ ...hidden, answers: 1, streak: null, fastest: null }],
      day_sums: [hidden],
      topic_sums: [{ correct: null }, { correct: null }],
      shown_days: [hidden],
    });
    await store.erasePerson('noa');
    expect(Object.values(await readPersonalData(store, 'noa')).flat()).toEqual([]);
    expect(await store.gameScores('erase')).toMatchObject([{ userId: 'eva-2' }]);
    expect(await store.recordPick(newPick('erase-1', 'noa', 1, 9))).toMatchObject({ outcome: 'taken' });
    await close(store, game, 1);
    expect(await readPersonalData(store, 'eva-2')).toMatchObject({
      picks: [{ correct: 1, points: 300, streak: 1 }],
      person_sums: [{ correct: 1, points: 300, streak: 1, fastest: 5 }],
    });
  });

  it('the films that a person drew are kept for 90 days, latest first', async () => {
    const draw = (userId: string, filmId: number, now: number, again: number[] = []) =>
      store.noteDraw({ userId, filmId, again, now });
    const days = (number: number) => START + number * 24 * 3600 * 1000;
    await draw('iris', 1, days(0));
    await draw('iris', 2, days(1));
    await draw('igor', 3, days(1));
    expect(await store.readDraws('iris', days(2))).toEqual([2, 1]);
    await draw('iris', 1, days(3), [1, 2]);
    expect(await store.readDraws('iris', days(3))).toEqual([1]);
    expect(await store.readDraws('igor', days(91))).toEqual([3]);
    expect(await store.readDraws('igor', days(91) + 1)).toEqual([]);
    await draw('iris', 4, days(92));
    expect(await readPersonalData(store, 'igor')).toMatchObject({ draws: [] });
    expect(await store.readDraws('iris', days(92))).toEqual([4, 1]);
  });

  it('at most the latest 500 films that a person drew are kept', async () => {
    const draw = (filmId: number) =>
      store.noteDraw({ userId: 'many', filmId, again: [], now: START + filmId });
    // Blocks: 501 at once would wait for a connection longer than it allows.
    for (let from = 1; from <= 501; from += 50)
      await Promise.all(Array.from({ length: Math.min(50, 502 - from) }, (_, index) => draw(from + index)));
    await draw(502);
    const { draws } = await readPersonalData(store, 'many');
    expect(draws).toHaveLength(500);
    expect((await store.readDraws('many', START + 502)).slice(-2)).toEqual([4, 3]);
  });

  it('writes that a person made before an erasure do not appear after it', async () => {
    const people = Array.from({ length: 12 }, (_, index) => `gone-${index}`);
    const game = await begin('erased', { started_by: 'gone-0' });
    await openRound(store, game, 1);
    await Promise.all(
      people.flatMap((userId) => [
        store.recordPick(newPick('erased-1', userId, 1, 5)),
        store.showPerson(userId, userId),
        store.noteDraw({ userId, filmId: 1, again: [], now: START }),
        store.erasePerson(userId),
      ]),
    );
    const left = await Promise.all(people.map((userId) => readPersonalData(store, userId)));
    expect(left.flatMap((data) => Object.values(data).flat())).toEqual([]);
  });

  it('the data of a departed server are erased after a while, unless the bot returns', async () => {
    const game = await begin('gone');
    await openRound(store, game, 1);
    await store.recordPick(newPick('gone-1', 'eva-3', 1, 5));
    await store.changeSettings('g-gone', { seconds: 30 });
    expect(await store.knownGuilds()).toContain('g-gone');
    await store.noteDeparture('g-gone', START);
    await store.noteDeparture('g-gone', START + 99);
    expect(await store.knownGuilds()).not.toContain('g-gone');
    expect(await store.eraseDeparted(START)).toEqual([]);
    await store.noteReturn(['g-gone']);
    expect(await store.eraseDeparted(START + 1)).toEqual([]);
    await store.noteDeparture('g-gone', START);
    expect(await store.eraseDeparted(START + 1)).toEqual(['g-gone']);
    expect(await store.readGame('gone')).toBeUndefined();
    expect(Object.values(await readPersonalData(store, 'eva-3')).flat()).toEqual([]);
    expect((await store.readSettings('g-gone')).seconds).toBe(20);
  });

  it('a change of settings keeps the other settings', async () => {
    await store.changeSettings('g-set', { language: 'en' });
    await store.changeSettings('g-set', { pause: 9 });
    expect(await store.readSettings('g-set')).toEqual({
      language: 'en',
      games_per: 'server',
      seconds: 20,
      pause: 9,
      starters: 'everyone',
    });
  });

  it('a round is added once, closed once, and found by its token', async () => {
    const game = await begin('round');
    const once = await Promise.all([store.addRound(newRound(game, 1)), store.addRound(newRound(game, 1))]);
    expect(once.toSorted()).toEqual([false, true]);
    expect(await store.openQuestions('g-round')).toHaveLength(1);
    await store.notePosted({
      gameId: 'round',
      number: 1,
      messageId: 'm',
      askedAt: START,
      openedAt: START,
      dueAt: START,
    });
    expect((await store.findRound('round-1'))?.game.phase).toBe('open');
    await store.closeRound({ gameId: 'round', number: 1, now: START + 5 });
    await store.closeRound({ gameId: 'round', number: 1, now: START + 9 });
    expect((await store.readRound('round', 1))?.closed_at).toBe(START + 5);
    expect(await store.openQuestions('g-round')).toEqual([]);
    expect(await store.findRound('none')).toBeUndefined();
  });
});

onPostgres('the store', (engine) => {
  it('survives a restart of PostgreSQL: pending calls fail, the next call works', async () => {
    const location = await engine.newLocation();
    const store = await openTestStore(location);
    const url = 'url' in location ? location.url : '';
    const game = newGame('restart');
    await store.startGame(game);
    await openRound(store, game, 1);
    const other = new pg.Client({ connectionString: url });
    other.on('error', () => undefined);
    await other.connect();
    await other.query('begin; lock table votes');
    const skip = {
      token: 'restart-1',
      guildId: 'g-restart',
      kind: 'skip',
      userId: 'ana',
      at: START,
    } as const;
    const waiting = store.vote(skip);
    const failed = expect(waiting).rejects.toThrow(/terminat|connection error/u);
    await expect.poll(() => countWaiting(url)).toBe(1);
    // Ends all connections, including those in a transaction, as a restart does.
    await onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${nameOf(url)}'`);
    await failed;
    expect(await store.recordPick(newPick('restart-1', 'eva', 1, 2000))).toMatchObject({ outcome: 'taken' });
    expect(await store.vote(skip)).toEqual({ outcome: 'granted' });
  });
});

const nameOf = (url: string) => new URL(url).pathname.slice(1);

/** How many connections of a database wait for a lock. */
async function countWaiting(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select count(*)::int as waiting from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`,
    [nameOf(url)],
  );
  await client.end();
  return rows[0]?.waiting;
}
