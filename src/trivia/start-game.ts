import { randomUUID } from 'node:crypto';
import { type Call, type Deps, type Language, type Reply, UserError } from '../command.ts';
import { startMessage } from '../replies/trivia/game-messages.ts';
import { words as wordsOf } from '../replies/trivia/words.ts';
import { MOST_GAMES } from '../store/games.ts';
import type { Mode } from '../store/schema.ts';
import type { Settings } from '../store/settings.ts';
import { countQuestions } from './questions/draw-question.ts';
import type { Theme } from './questions/question.ts';

/** What a person wants to play. */
export interface Wish {
  readonly theme: Theme;
  readonly mode: Mode;
  readonly rounds: number;
  readonly target: number;
}

/**
 * Starts a game in the caller's channel and gives what everybody sees of it. Throws a UserError where games are not
 * for servers alone, the caller may not start one, the bot may not post, one is under way, or the theme is empty.
 */
export async function startGame(call: Call, wish: Wish, deps: Deps): Promise<Reply> {
  const { store, rooms, catalogue } = deps;
  const { guildId, channelId } = call;
  const own = wordsOf[call.language];
  if (guildId === null || channelId === null) throw refusal(own.serversOnly);
  const settings = await store.readSettings(guildId);
  if (settings.starters === 'managers' && !call.manages) throw refusal(own.onlyManagers);
  if (!call.botPosts) throw refusal(own.cannotPost);
  const language = settings.language ?? call.language;
  const questions = await countQuestions(catalogue, wish.theme, language);
  if (questions === 0) throw refusal(own.noQuestions);
  const taken = await open(call, { guildId, channelId }, { ...wish, settings, language }, deps);
  if (taken === 'full') throw refusal(own.tooManyGames(MOST_GAMES));
  if (taken !== undefined) throw refusal(own.oneGame(`<#${taken}>`));
  rooms.wake();
  return startMessage({ ...wish, seconds: settings.seconds, startedBy: call.userId }, questions, language);
}

/** Writes the game down; else gives the channel of the game that is in its way, or `full` where the server has enough. */
async function open(
  { userId, at }: Call,
  { guildId, channelId }: { guildId: string; channelId: string },
  { theme, mode, rounds, target, settings, language }: Wish & { settings: Settings; language: Language },
  { store, clock }: Deps,
): Promise<string | undefined> {
  const { seconds, pause, games_per: gamesPer } = settings;
  const other = await store.findGame({ guildId, channelId });
  const started =
    other === undefined &&
    (await store.startGame({
      id: randomUUID().replaceAll('-', '').slice(0, 20),
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
      due_at: clock() + pause * 1000,
    }));
  if (started) return undefined;
  const first = other ?? (await store.findGame({ guildId, channelId }));
  // Of two processes that hear one command one starts the game, and both answer alike.
  if (first?.started_by === userId && first.started_at === at) return undefined;
  return first?.channel_id ?? 'full';
}

const refusal = (content: string) => new UserError({ content });
