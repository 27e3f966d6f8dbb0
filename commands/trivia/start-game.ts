import { randomUUID } from 'node:crypto';
import type { Deps } from '../../src/command/command.ts';
import { type Call, type Language, type Reply, UserError } from '../../src/contract/call.ts';
import type { Mode } from '../../src/game/game.ts';
import type { Theme } from '../../src/game/question.ts';
import { startMessage } from '../../src/replies/trivia/game-messages.ts';
import { MAX_GAMES } from '../../src/store/games.ts';
import type { Settings } from '../../src/store/settings.ts';
import { gameText as wordsOf } from '../../src/text/game.ts';
import { countQuestions } from '../../src/trivia/questions/draw-question.ts';

/** The options of a new game. */
export interface GameOptions {
  readonly theme: Theme;
  readonly mode: Mode;
  readonly rounds: number;
  readonly target: number;
}

/**
 * Starts a game in the caller's channel and gives what everybody sees of it. Throws a UserError where games are not
 * for servers alone, the caller may not start one, the bot may not post, one is under way, or the theme is empty.
 */
export async function startGame(call: Call, wish: GameOptions, deps: Deps): Promise<Reply> {
  const { store, catalogue } = deps;
  const { guildId, channelId } = call;
  const own = wordsOf[call.language];
  if (guildId === null || channelId === null) throw refusal(own.serversOnly);
  const settings = await store.readSettings(guildId);
  if (settings.starters === 'managers' && !call.manages) throw refusal(own.onlyManagers);
  if (!call.botPosts) throw refusal(own.cannotPost);
  const language = settings.language ?? call.language;
  const questions = await countQuestions(catalogue.unguarded, wish.theme, language);
  if (questions === 0) throw refusal(own.noQuestions);
  const { gameId, taken } = await open(call, { guildId, channelId }, { ...wish, settings, language }, deps);
  if (taken === 'full') throw refusal(own.tooManyGames(MAX_GAMES));
  if (taken !== undefined) throw refusal(own.oneGame(`<#${taken}>`));
  const lastEndReason = await store.lastEndReason(
    settings.games_per === 'server' ? { guildId } : { guildId, channelId },
  );
  const game = {
    ...wish,
    seconds: settings.seconds,
    startedBy: { id: call.userId, name: call.userName },
    lastEndReason,
  };
  return { ...startMessage(game, questions, language), ...(gameId === undefined ? {} : { opens: gameId }) };
}

/** How long a start may take to be shown, in milliseconds; the game begins by itself after that. */
const SHOWN_MS = 10_000;

/**
 * Writes the game down and gives its id; where another one is in its way, the channel of that one, or `full` where the server
 * has enough.
 */
async function open(
  { userId, at }: Call,
  { guildId, channelId }: { guildId: string; channelId: string },
  {
    theme,
    mode,
    rounds,
    target,
    settings,
    language,
  }: GameOptions & { settings: Settings; language: Language },
  { store, clock }: Deps,
): Promise<{ gameId?: string; taken?: string }> {
  const { seconds, pause, games_per: gamesPer } = settings;
  const other = await store.findGame({ guildId, channelId });
  const gameId = randomUUID().replaceAll('-', '').slice(0, 20);
  const game = {
    id: gameId,
    guild_id: guildId,
    channel_id: channelId,
    place: gamesPer === 'server' ? guildId : channelId,
    language,
    mode,
    target,
    rounds,
    theme: JSON.stringify(theme),
    seconds,
    pause,
    started_by: userId,
    started_at: at,
    due_at: clock() + SHOWN_MS,
  };
  if (other === undefined && (await store.startGame(game, 'opening'))) return { gameId };
  const first = other ?? (await store.findGame({ guildId, channelId }));
  if (first === undefined) return { taken: 'full' };
  if (first.started_by !== userId || first.started_at !== at) return { taken: first.channel_id };
  // Of two processes that hear one command one starts the game, and both answer alike. Only one answer is shown: from
  // now on the game stands, also where it is this one's.
  await store.changePhase({ gameId: first.id, from: 'opening', to: 'pause', dueAt: clock() + pause * 1000 });
  return {};
}

const refusal = (content: string) => new UserError({ content });
