import { randomBytes } from 'node:crypto';
import type { Reply } from '../contract/call.ts';
import type { EndReason, Mode, Phase } from '../game/game.ts';
import { awaitsHost, firstWait, HOST_WAIT_MS } from '../game/host.ts';
import type { Question } from '../game/question.ts';
import { allowedTime, earlyClose, pauseAfter, stepTimes, type Turnout } from '../game/rules.ts';
import { dailyAnswerMessage, dailyQuestionMessage } from '../replies/trivia/daily-question.ts';
import {
  answerLetters,
  answerMessage,
  type OpenRound,
  questionMessage,
} from '../replies/trivia/question-message.ts';
import type { Game } from '../store/games.ts';
import type { Round } from '../store/rounds.ts';
import type { GameParts } from './game-parts.ts';
import { createResults, survivorsOf } from './game-results.ts';
import { nextQuestion } from './next-question.ts';
import { lettersOf, openRound, type RoundWithQuestion, shownRound } from './shown-round.ts';
import { createTeams } from './teams.ts';
import { tellPickers } from './tell-pickers.ts';

/** How long a round stays open after its time, for picks that are still on their way. */
const GRACE_MS = 750;

/** The messages of a question while it is open, and once it is closed. */
const messagesOf = (mode: Mode) =>
  mode === 'daily'
    ? { question: dailyQuestionMessage, answer: dailyAnswerMessage }
    : { question: questionMessage, answer: answerMessage };

/** A step of a game. Returns the game if it is due again at once; undefined if it waits. */
type Step = (game: Game) => Promise<Game | undefined>;

/**
 * Creates the function that performs the due step of a game. Every step is idempotent: posts have a nonce, other messages
 * are edits, and writes check the phase. So after a crash a game continues from its row in the store.
 */
export function createAdvance(parts: Omit<GameParts, 'log' | 'secrets'>): Step {
  const { store, messenger, names, clock } = parts;
  const teams = createTeams(store, names);
  const results = createResults(parts, teams);

  const changePhase = async (game: Game, to: Phase, dueAt: number) => {
    await store.changePhase({ gameId: game.id, from: game.phase, to, dueAt });
    return dueAt <= clock() ? store.readGame(game.id) : undefined;
  };
  const requestEnd = async (game: Game, reason: EndReason) => {
    await store.requestEnd({ gameId: game.id, reason, now: clock() });
    return store.readGame(game.id);
  };
  const readRound = async (game: Game): Promise<RoundWithQuestion> => {
    const round = await store.readRound(game.id, game.round);
    if (round === undefined) throw new Error(`game ${game.id} has no round ${game.round}`);
    return { ...round, parsed: JSON.parse(round.question) as Question };
  };

  /** The process that shows the start message did not call `begin` in time. */
  const beginAnyway: Step = (game) => changePhase(game, 'pause', clock() + firstWait(game));

  const addRound: Step = async (game) => {
    if (awaitsHost(game)) await store.stopAwaiting(game.id);
    await teams.level(game);
    const drawn = await nextQuestion(parts, game);
    if (drawn === undefined) return requestEnd(game, 'used_up');
    const last = game.round === 0 ? undefined : await readRound(game);
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

  const postQuestion: Step = async (game) => {
    const round = await readRound(game);
    const open = openRound(game, round, clock(), await readTurnout(game, round));
    const message = messagesOf(game.mode).question(open, await teams.lineUp(game));
    const posted = await messenger.post(game.channel_id, message, round.token);
    const openedAt = clock();
    const [firstStep = round.allowed + GRACE_MS] = stepTimes(round.parsed.steps?.length ?? 1, round.allowed);
    await store.notePosted({
      gameId: game.id,
      number: round.number,
      messageId: posted.id,
      askedAt: posted.at,
      openedAt,
      dueAt: openedAt + firstStep,
    });
    await showMissedPicks(round, 0);
    return undefined;
  };

  /** Reads the picks of a round, and the people who are expected to answer it. */
  const readTurnout = async (game: Game, round: RoundWithQuestion): Promise<Turnout> => {
    const last = round.previous === 0 ? undefined : await store.readRound(game.id, round.previous);
    const picksOf = async (number: number | undefined) => (number ? store.roundPicks(game.id, number) : []);
    const [picks, lastPicks, beforeLast] = await Promise.all(
      [round.number, round.previous, last?.previous].map(picksOf),
    );
    const lives = await results.readLives(game, round.number);
    return {
      isDaily: game.mode === 'daily',
      survivors: lives && survivorsOf(lives),
      startedBy: game.started_by,
      letters: lettersOf(round.parsed),
      picks: picks ?? [],
      last: lastPicks ?? [],
      beforeLast: beforeLast ?? [],
      isFirst: round.previous === 0,
    };
  };

  /**
   * Shows the picks that were stored after this step counted them. Such a pick found the game due already, and the step then
   * changed when it is due. A pick that is stored later makes the game due itself.
   */
  const showMissedPicks = async ({ game_id: gameId, number }: Round, counted: number) => {
    const picks = await store.roundPicks(gameId, number);
    if (picks.length > counted) await store.showPicks({ gameId, now: clock() });
  };

  /** The open round. If the clock was set back to before it opened, its time starts again. */
  const readOpenRound = async (game: Game, now: number) => {
    const round = await readRound(game);
    if (round.opened_at !== null && round.opened_at <= now) return { ...round, opened_at: round.opened_at };
    const { number, message_id: messageId, asked_at: askedAt } = round;
    const posted = { messageId: messageId ?? '', askedAt: askedAt ?? now };
    await store.notePosted({ ...posted, gameId: game.id, number, openedAt: now, dueAt: now });
    return { ...round, opened_at: now };
  };

  const showQuestion = async (game: Game, round: RoundWithQuestion, shown: OpenRound) => {
    const nonce = `${round.token}.${shown.steps}${shown.hinted ? '?' : ''}${shown.answered}`;
    const message = messagesOf(game.mode).question(shown, await teams.lineUp(game));
    const reposted = await editOrPost(game, round, message, nonce);
    if (reposted === undefined) return;
    const [askedAt, openedAt] = [round.asked_at ?? reposted.at, round.opened_at ?? clock()];
    const posted = { messageId: reposted.id, askedAt, openedAt, dueAt: clock() };
    await store.notePosted({ ...posted, gameId: game.id, number: round.number });
  };

  /** Shows the next step, the hint or the number of answers of an open question, or closes the round. */
  const updateQuestion: Step = async (game) => {
    const now = clock();
    const round = await readOpenRound(game, now);
    const openedAt = round.opened_at;
    const turnout = await readTurnout(game, round);
    const early = earlyClose(turnout) ?? Number.POSITIVE_INFINITY;
    const closesAt = openedAt + Math.min(early, round.allowed + GRACE_MS);
    if (round.skipped_at !== null || now >= closesAt) {
      await store.closeRound({ gameId: game.id, number: round.number, now });
      return store.readGame(game.id);
    }
    const shown = openRound(game, round, now, turnout);
    // Somebody who plays alone has answered, and knows.
    const isDone = shown.playing === 1 && shown.answered === 1 && !turnout.isFirst;
    if (!isDone) await showQuestion(game, round, shown);
    const steps = stepTimes(round.parsed.steps?.length ?? 1, round.allowed).map((ms) => openedAt + ms);
    const next = await changePhase(game, 'open', Math.min(closesAt, ...steps.filter((at) => at > now)));
    await showMissedPicks(round, shown.answered);
    return next;
  };

  /** Edits the message of a round. If that is not possible, posts a new message and returns it. */
  const editOrPost = async (game: Game, { message_id: messageId }: Round, message: Reply, nonce: string) => {
    const isEdited = messageId !== null && (await messenger.edit(game.channel_id, messageId, message));
    return isEdited ? undefined : messenger.post(game.channel_id, message, nonce);
  };

  /** Shows the answer of a closed round. Returns when the next question is due. */
  const showAnswer = async (game: Game, round: RoundWithQuestion, isLast: boolean) => {
    const { picks, scores, lives } = await results.read(game, round);
    const replies = await store.pickReplies(game.id, round.number);
    const skipped = round.skipped_at !== null;
    const table = await teams.table(game);
    const shownScores = table === undefined ? scores.slice(0, 10) : scores;
    const host = awaitsHost(game) ? game.started_by : undefined;
    const people = [...picks.filter(({ correct }) => correct), ...shownScores];
    const result = {
      picks,
      scores,
      teams: table,
      names: await results.readNames(game, host === undefined ? people : [{ userId: host }, ...people]),
      skipped,
      lives: game.lives > 1 ? lives : undefined,
    };
    const now = clock();
    const shown = shownRound(game, round, now);
    const nextAt =
      now + (host !== undefined ? HOST_WAIT_MS : pauseAfter(game.pause, answerLetters(shown, result)));
    const message = messagesOf(game.mode).answer(shown, {
      ...result,
      next: isLast ? null : { at: nextAt, host, gameId: game.id },
    });
    await editOrPost(game, round, message, `${round.token}=`);
    // The game does not wait for the private replies. A failure loses nothing: the answer is in the channel.
    void tellPickers(parts, game, round, { ...result, lives, replies }).catch(() => undefined);
    return nextAt;
  };

  const closeQuestion: Step = async (game) => {
    const round = await readRound(game);
    await teams.seatLate(game);
    const reason = await results.endReasonAfter(game, round);
    const nextAt = await showAnswer(game, round, reason !== undefined);
    return reason === undefined ? changePhase(game, 'pause', nextAt) : requestEnd(game, reason);
  };

  /** Closes the last question if it is open, because the game was stopped, and posts the result of the game. */
  const finish: Step = async (game) => {
    const now = clock();
    const round = game.round === 0 ? undefined : await readRound(game);
    await teams.seatLate(game);
    if (round !== undefined && round.closed_at === null) {
      await store.closeRound({ gameId: game.id, number: round.number, now });
      if (round.message_id !== null) await showAnswer(game, round, true);
    }
    await results.postResult(game, round);
    await store.endGame({ gameId: game.id, reason: game.end_reason ?? 'stopped', now });
    return undefined;
  };

  const steps: Record<Phase, Step> = {
    opening: beginAnyway,
    pause: addRound,
    posting: postQuestion,
    open: updateQuestion,
    closing: closeQuestion,
    ending: finish,
    over: async () => undefined,
  };
  return (game) => steps[game.phase](game);
}
