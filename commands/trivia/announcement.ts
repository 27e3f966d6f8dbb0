import type { Deps } from '../../src/command/command.ts';
import { type Reply, UserError } from '../../src/contract/call.ts';
import { firstWait } from '../../src/game/host.ts';
import { startMessage } from '../../src/replies/trivia/game-messages.ts';
import { gameText } from '../../src/text/game.ts';
import { countQuestions } from '../../src/trivia/questions/draw-question.ts';

/** The message at the start of a game, as its row and its teams are now. */
export async function announcement(
  gameId: string,
  { store, catalogue, names }: Pick<Deps, 'store' | 'catalogue' | 'names'>,
): Promise<Reply> {
  const game = await store.readGame(gameId);
  if (game === undefined || game.mode === 'daily') throw new UserError({ content: gameText.es.gameGone });
  const {
    id,
    guild_id: guildId,
    channel_id: channelId,
    language,
    mode,
    rounds,
    target,
    lives,
    seconds,
  } = game;
  const theme = JSON.parse(game.theme);
  const perServer = game.place === guildId;
  const [members, lastEndReason, questions] = await Promise.all([
    game.teams === null ? [] : store.teamMembers(id),
    store.lastEndReason(perServer ? { guildId } : { guildId, channelId }),
    countQuestions(catalogue.unguarded, theme, language),
  ]);
  const people = new Set([game.started_by, ...members.map(({ userId }) => userId)]);
  const started = {
    ...{ id, mode, rounds, target, lives, seconds, theme, members, lastEndReason },
    startedBy: game.started_by,
    names: await names.of(guildId, [...people].slice(0, MAX_NAMES)),
    teams: JSON.parse(game.teams ?? '[]'),
    isHosted: game.host === 1,
    beginsAt: game.started_at + firstWait({ ...game, called_round: 0 }),
  };
  return startMessage(started, questions, language);
}

/** Most names that are looked up for one message. */
const MAX_NAMES = 50;
