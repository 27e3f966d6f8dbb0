import { randomBytes } from 'node:crypto';
import type { Reply } from '../contract/call.ts';
import type { EndReason, Phase } from '../game/game.ts';
import type { Question } from '../game/question.ts';
import { allowedTime, endAfter, stepTimes } from '../game/rules.ts';
import { endMessage } from '../replies/trivia/game-messages.ts';
import { answerMessage, questionMessage, type ShownRound } from '../replies/trivia/question-message.ts';
import type { Game } from '../store/games.ts';
import type { Round } from '../store/rounds.ts';
import { nextQuestion } from './next-question.ts';
import type { RoomParts } from './parts.ts';

/** How long after a question's time picks that are still on their way are waited for. */
const GRACE_MS = 750;

/** People whose names are looked for, for one message. */
const MOST_NAMED = 50;

/** A step of a game: what it becomes, or undefined when it now waits. */
type Step = (game: Game) => Promise<Game | undefined>;

/**
 * Takes a game through its phases. Each step can be done twice without harm: what is said carries a nonce or is an
 * edit, what is written checks the phase it comes from. So a game goes on after a crash from where the store has it.
 */
export function createStage(parts: Omit<RoomParts, 'log' | 'secrets'>) {
  const { store, speaker, names, clock } = parts;

  const moved = async (game: Game, to: Phase, dueAt: number) => {
    await store.changePhase({ gameId: game.id, from: game.phase, to, dueAt });
    return dueAt <= clock() ? store.readGame(game.id) : undefined;
  };
  const end = async (game: Game, reason: EndReason) => {
    await store.requestEnd({ gameId: game.id, reason, now: clock() });
    return store.readGame(game.id);
  };
  const roundOf = async (game: Game) => {
    const round = await store.readRound(game.id, game.round);
    if (round === undefined) throw new Error(`game ${game.id} has no round ${game.round}`);
    return { ...round, asked: JSON.parse(round.question) as Question };
  };

  /** Nobody said whether the start was shown: the process that was to show it is gone. */
  const beginAnyway: Step = (game) => moved(game, 'pause', clock() + game.pause * 1000);

  const askNext: Step = async (game) => {
    const drawn = await nextQuestion(parts, game);
    if (drawn === undefined) return end(game, 'used_up');
    const last = game.round === 0 ? undefined : await roundOf(game);
    const { question, difficulty } = drawn;
    await store.addRound({
      game_id: game.id,
      number: game.round + 1,
      guild_id: game.guild_id,
      token: randomBytes(9).toString('base64url'),
      previous: last === undefined ? 0 : last.skipped_at === null ? last.number : last.previous,
      question: JSON.stringify(question),
      kind: question.kind,
      film_id: question.filmId,
      difficulty,
      genre: question.genre,
      decade: question.decade,
      allowed: allowedTime(game.seconds, lettersOf(question)),
    });
    return store.readGame(game.id);
  };

  const post: Step = async (game) => {
    const round = await roundOf(game);
    const message = questionMessage(shown(game, round, clock()));
    const posted = await speaker.post(game.channel_id, message, round.token);
    const openedAt = clock();
    const [firstStep = round.allowed + GRACE_MS] = stepTimes(round.asked.steps?.length ?? 1, round.allowed);
    await store.notePosted({
      gameId: game.id,
      number: round.number,
      messageId: posted.id,
      askedAt: posted.at,
      openedAt,
      dueAt: openedAt + firstStep,
    });
    return undefined;
  };

  /** The open round; where the clock was set back, so that it opens only later, its time begins anew. */
  const openRound = async (game: Game, now: number) => {
    const round = await roundOf(game);
    if (round.opened_at !== null && round.opened_at <= now) return { ...round, opened_at: round.opened_at };
    const { number, message_id: messageId, asked_at: askedAt } = round;
    const posted = { messageId: messageId ?? '', askedAt: askedAt ?? now };
    await store.notePosted({ ...posted, gameId: game.id, number, openedAt: now, dueAt: now });
    return { ...round, opened_at: now };
  };

  const keepOpen: Step = async (game) => {
    const now = clock();
    const round = await openRound(game, now);
    const openedAt = round.opened_at;
    const closesAt = openedAt + round.allowed + GRACE_MS;
    if (round.skipped_at !== null || now >= closesAt) {
      await store.closeRound({ gameId: game.id, number: round.number, now });
      return store.readGame(game.id);
    }
    const view = shown(game, round, now);
    const nonce = `${round.token}.${view.steps}${view.hinted ? '?' : ''}`;
    const anew = await show(game, round, questionMessage(view), nonce);
    if (anew !== undefined) {
      const posted = { messageId: anew.id, askedAt: round.asked_at ?? anew.at, openedAt, dueAt: now };
      await store.notePosted({ ...posted, gameId: game.id, number: round.number });
    }
    const steps = stepTimes(round.asked.steps?.length ?? 1, round.allowed).map((ms) => openedAt + ms);
    return moved(game, 'open', steps.find((at) => at > now) ?? closesAt);
  };

  /** Changes the message of a round; where that is not possible it is posted anew, and the new one comes back. */
  const show = async (game: Game, { message_id: messageId }: Round, message: Reply, nonce: string) => {
    const there = messageId !== null && (await speaker.edit(game.channel_id, messageId, message));
    return there ? undefined : speaker.post(game.channel_id, message, nonce);
  };

  const showAnswer = async (game: Game, round: Round & { asked: Question }, pause: number | null) => {
    const [picks, table] = await Promise.all([
      store.roundPicks(game.id, round.number),
      store.gameScores(game.id),
    ]);
    const skipped = round.skipped_at !== null;
    const called = await namesOf(game, [...table.slice(0, 10), ...picks.filter(({ correct }) => correct)]);
    const result = { picks, table, names: called, pause, skipped };
    const message = answerMessage(shown(game, round, clock()), result);
    await show(game, round, message, `${round.token}=`);
    return { picks, table, skipped };
  };

  const close: Step = async (game) => {
    const round = await roundOf(game);
    const reason = await endOf(game, round);
    await showAnswer(game, round, reason === undefined ? game.pause : null);
    return reason === undefined ? moved(game, 'pause', clock() + game.pause * 1000) : end(game, reason);
  };

  /** Nobody but the first of a long table is shown. */
  const namesOf = ({ guild_id: guildId }: Game, people: readonly { userId: string }[]) =>
    names.of(guildId, [...new Set(people.slice(0, MOST_NAMED).map(({ userId }) => userId))]);

  const endOf = async (game: Game, round: Round) => {
    const [picks, table] = await Promise.all([
      store.roundPicks(game.id, round.number),
      store.gameScores(game.id),
    ]);
    const skipped = round.skipped_at !== null;
    const silent = picks.length === 0 && !skipped;
    const before = silent && round.number > 1 ? await silentRound(game, round.number - 1) : false;
    return endAfter({
      mode: game.mode,
      target: game.target,
      rounds: game.rounds,
      round: round.number,
      unanswered: silent ? (before ? 2 : 1) : 0,
      best: table[0]?.points ?? 0,
      players: table.length,
      right: picks.filter(({ correct }) => correct).length,
      skipped,
    });
  };

  const silentRound = async (game: Game, number: number) => {
    const round = await store.readRound(game.id, number);
    return round?.skipped_at === null && (await store.roundPicks(game.id, number)).length === 0;
  };

  const postFinalScore: Step = async (game) => {
    const now = clock();
    const round = game.round === 0 ? undefined : await roundOf(game);
    if (round !== undefined && round.closed_at === null) {
      await store.closeRound({ gameId: game.id, number: round.number, now });
      if (round.message_id !== null) await showAnswer(game, round, null);
    }
    const reason = game.end_reason ?? 'stopped';
    const table = await store.gameScores(game.id);
    const called = await namesOf(game, table);
    const message = endMessage({ reason, table, names: called, gameId: game.id }, game.language);
    await speaker.post(game.channel_id, message, game.id);
    await store.endGame({ gameId: game.id, reason, now });
    return undefined;
  };

  const steps: Record<Phase, Step> = {
    opening: beginAnyway,
    pause: askNext,
    posting: post,
    open: keepOpen,
    closing: close,
    ending: postFinalScore,
    over: async () => undefined,
  };
  return {
    /** Does what a game is due for, and gives the game when it is due for more at once. */
    advance: (game: Game): Promise<Game | undefined> => steps[game.phase](game),
  };
}

function shown(game: Game, round: Round & { asked: Question }, now: number): ShownRound {
  const { asked: question } = round;
  const openedAt = round.opened_at ?? now;
  const due = stepTimes(question.steps?.length ?? 1, round.allowed).filter((ms) => openedAt + ms <= now);
  return {
    question,
    token: round.token,
    number: round.number,
    rounds: game.mode === 'classic' ? game.rounds : null,
    difficulty: round.difficulty,
    steps: 1 + due.length,
    hinted: round.hint_at !== null,
    closesAt: (round.asked_at ?? now) + round.allowed,
  };
}

function lettersOf({ text, steps, options }: Question): number {
  return [text, ...(steps ?? []), ...options.map(({ label }) => label)].join('').length;
}
