import { randomUUID } from 'node:crypto';
import type { Deps } from '../../src/command/command.ts';
import { type Call, type Language, type Reply, UserError } from '../../src/contract/call.ts';
import type { PlayedMode } from '../../src/game/game.ts';
import { firstWait } from '../../src/game/host.ts';
import type { Theme } from '../../src/game/question.ts';
import { drawTeamNames } from '../../src/game/teams.ts';
import { themeName } from '../../src/replies/trivia/game-messages.ts';
import { MAX_GAMES } from '../../src/store/games.ts';
import type { Settings } from '../../src/store/settings.ts';
import { gameText } from '../../src/text/game.ts';
import { countQuestions } from '../../src/trivia/questions/draw-question.ts';
import { countFilms } from '../../src/trivia/questions/pool.ts';
import { announcement } from './announcement.ts';

/** The options of a new game. */
interface GameOptions {
  readonly theme: Theme;
  readonly mode: PlayedMode;
  readonly rounds: number;
  readonly target: number;
  readonly lives: number;
  /** How many teams; 0 if everybody plays for themselves. */
  readonly teams: number;
  /** Whether the starter opens each question. */
  readonly isHosted: boolean;
}

/**
 * Starts a game in the caller's channel and returns its announcement. Throws a UserError outside servers, if the caller may not
 * start games, if the bot may not post, if a game is under way, and if no question fits the theme.
 */
export async function startGame(call: Call, options: GameOptions, deps: Deps): Promise<Reply> {
  const { store, catalogue } = deps;
  const { guildId, channelId } = call;
  const t = gameText[call.language];
  if (guildId === null || channelId === null) throw refusal(t.serversOnly);
  const settings = await store.readSettings(guildId);
  if (settings.starters === 'managers' && !call.manages) throw refusal(t.onlyManagers);
  if (!call.botPosts) throw refusal(t.cannotPost);
  const language = settings.language ?? call.language;
  await refuseShortTheme(options, language, call, catalogue);
  const questions = await countQuestions(catalogue.unguarded, options.theme, language);
  if (questions === 0) throw refusal(t.noQuestions);
  const { gameId, taken, isOpened } = await open(
    call,
    { guildId, channelId },
    { ...options, settings, language },
    deps,
  );
  if (taken === 'full') throw refusal(t.tooManyGames(MAX_GAMES));
  if (taken !== undefined) throw refusal(t.oneGame(`<#${taken}>`));
  return { ...(await announcement(gameId, deps)), ...(isOpened && { opens: gameId }) };
}

/** The shortest game that can be started. */
const FEWEST_ROUNDS = 5;

/** Throws a UserError if a saga, a person or a decade has fewer films than a game has rounds. */
async function refuseShortTheme(
  { theme, rounds }: GameOptions,
  language: Language,
  call: Call,
  { unguarded }: Deps['catalogue'],
): Promise<void> {
  const { collection, person, decade } = theme;
  if ([collection, person, decade].every((part) => part === undefined)) return;
  const films = await countFilms(unguarded, theme, language);
  if (films === 0) throw refusal(gameText[call.language].noQuestions);
  const name = themeName(theme, call.language);
  if (films < rounds) throw refusal(gameText[call.language].tooFewFilms(name, films, rounds, FEWEST_ROUNDS));
}

/** The game begins after this time, in ms, even if nobody has confirmed that its announcement was sent. */
const ANNOUNCE_MS = 10_000;

/**
 * Stores the game and returns its id, and whether this process opened it. If another game is under way, returns that game's
 * channel as `taken`; if the server has the maximum number of games, `full`.
 */
async function open(
  { userId, at }: Call,
  { guildId, channelId }: { guildId: string; channelId: string },
  {
    theme,
    mode,
    rounds,
    target,
    lives,
    teams,
    isHosted,
    settings,
    language,
  }: GameOptions & { settings: Settings; language: Language },
  { store, clock, random }: Deps,
): Promise<{ gameId: string; isOpened: boolean; taken?: string }> {
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
    lives,
    rounds,
    theme: JSON.stringify(theme),
    seconds,
    pause,
    started_by: userId,
    started_at: at,
    due_at: clock() + ANNOUNCE_MS,
    teams: teams === 0 ? null : JSON.stringify(drawTeamNames(teams, random)),
    host: isHosted ? (1 as const) : (0 as const),
  };
  if (other === undefined && (await store.startGame(game, 'opening'))) return { gameId, isOpened: true };
  const first = other ?? (await store.findGame({ guildId, channelId }));
  const shown = { gameId: first?.id ?? '', isOpened: false };
  if (first === undefined) return { ...shown, taken: 'full' };
  if (first.started_by !== userId || first.started_at !== at) return { ...shown, taken: first.channel_id };
  // Two processes can receive the same command. One of them starts the game; both send the same reply, of which Discord
  // shows one. The game therefore begins even if this process's reply is not shown.
  const dueAt = clock() + firstWait(first);
  await store.changePhase({ gameId: first.id, from: 'opening', to: 'pause', dueAt });
  return shown;
}

const refusal = (content: string) => new UserError({ content });
