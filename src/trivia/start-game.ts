import { randomUUID } from 'node:crypto';
import { type Call, type Deps, type Reply, UserError } from '../command.ts';
import { startMessage } from '../replies/trivia/game-messages.ts';
import { words as wordsOf } from '../replies/trivia/words.ts';
import type { Mode } from '../store/schema.ts';
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
  const { store, rooms, catalogue, clock } = deps;
  const { guildId, channelId } = call;
  const own = wordsOf[call.language];
  if (guildId === null || channelId === null) throw refusal(own.serversOnly);
  const settings = await store.readSettings(guildId);
  if (settings.starters === 'managers' && !call.manages) throw refusal(own.onlyManagers);
  if (!call.botPosts) throw refusal(own.cannotPost);
  const language = settings.language ?? call.language;
  const questions = await countQuestions(catalogue, wish.theme, language);
  if (questions === 0) throw refusal(own.noQuestions);
  const place = settings.games_per === 'server' ? guildId : channelId;
  const now = clock();
  const other = await store.findGame({ guildId, channelId });
  const started =
    other === undefined &&
    (await store.startGame({
      id: randomUUID().replaceAll('-', '').slice(0, 20),
      guild_id: guildId,
      channel_id: channelId,
      place,
      language,
      mode: wish.mode,
      target: wish.target,
      rounds: wish.rounds,
      theme: JSON.stringify(wish.theme),
      seconds: settings.seconds,
      pause: settings.pause,
      started_by: call.userId,
      started_at: now,
      due_at: now + settings.pause * 1000,
    }));
  if (!started) {
    const there = other ?? (await store.findGame({ guildId, channelId }));
    throw refusal(own.oneGame(`<#${there?.channel_id ?? channelId}>`));
  }
  rooms.wake();
  return startMessage({ ...wish, seconds: settings.seconds, startedBy: call.userId }, questions, language);
}

const refusal = (content: string) => new UserError({ content });
