import { type Command, command } from '../../src/command/command.ts';
import { UserError } from '../../src/contract/call.ts';
import { dealTeams } from '../../src/game/teams.ts';
import { callReply, lateReply, pickReply, voteReply } from '../../src/replies/trivia/press-replies.ts';
import {
  dealCall,
  joinCall,
  nextCall,
  pickCall,
  repeatCall,
  voteCall,
} from '../../src/slash/trivia-calls.ts';
import { gameText } from '../../src/text/game.ts';
import { announcement } from './announcement.ts';
import { startGame } from './start-game.ts';

/** The answer buttons of a question: one pick a person. */
const answer = command({
  ...pickCall,
  listed: false,
  async execute({ options, userId, guildId, at, messageAt, answerToken, language }, { store, clock }) {
    const pick = {
      token: options.ronda,
      choice: options.opcion,
      userId,
      guildId: guildId ?? '',
      at,
      now: clock(),
      postedAt: messageAt ?? at,
      reply: answerToken === undefined ? undefined : { token: answerToken, language },
    };
    return pickReply(await store.recordPick(pick), language);
  },
});

/** The buttons below a question: a hint or a skip, once most of the players vote for it. */
const vote = command({
  ...voteCall,
  listed: false,
  async execute({ options, userId, guildId, at, language }, { store, games }) {
    const { ronda: token, voto: kind } = options;
    const vote = await store.vote({ token, guildId: guildId ?? '', kind, userId, at });
    if (vote.outcome === 'granted') games.checkDue();
    return voteReply(vote, kind, language);
  },
});

/** The button below the final table: the same game again, started by the person who presses it. */
const repeat = command({
  ...repeatCall,
  listed: false,
  async execute(call, deps) {
    const game = await deps.store.readGame(call.options.partida);
    if (game === undefined || game.guild_id !== call.guildId || game.mode === 'daily')
      throw new UserError({ content: gameText[call.language].roundGone });
    const { mode, rounds, target, lives } = game;
    const [teams, isHosted] = [JSON.parse(game.teams ?? '[]').length, game.host === 1];
    const theme = JSON.parse(game.theme);
    return startGame(call, { mode, rounds, target, lives, theme, teams, isHosted }, deps);
  },
});

/** The button of a room with a host, below the start and below each answer. */
const next = command({
  ...nextCall,
  listed: false,
  async execute({ options, userId, guildId, language }, { store, games }) {
    const call = { gameId: options.partida, guildId: guildId ?? '', userId, round: options.ronda };
    const outcome = await store.callRound(call);
    if (outcome === 'called') games.checkDue();
    return callReply(outcome, language);
  },
});

/** The buttons of the teams, below the start. Before the first question they redraw the start. */
const join = command({
  ...joinCall,
  listed: false,
  async execute({ options, userId, guildId, at, language }, deps) {
    const { partida: gameId, equipo: team } = options;
    const joined = await deps.store.joinTeam({ gameId, guildId: guildId ?? '', userId, team, at });
    return joined.outcome === 'joined' ? announcement(gameId, deps) : lateReply(joined, language);
  },
});

/** The button with which the starter deals out the teams, below the start. */
const deal = command({
  ...dealCall,
  listed: false,
  async execute({ options, userId, guildId, language }, deps) {
    const { store, random } = deps;
    const t = gameText[language];
    const game = await store.readGame(options.partida);
    if (game?.guild_id !== guildId || game?.teams == null || game.phase === 'over')
      throw new UserError({ content: t.gameGone });
    if (game.started_by !== userId) throw new UserError({ content: t.onlyHostDeals });
    if (game.round > 0) throw new UserError({ content: t.teamsPlay });
    const members = await store.teamMembers(game.id);
    await store.moveMembers(game.id, dealTeams(members, JSON.parse(game.teams).length, random));
    return announcement(game.id, deps);
  },
});

export const triviaButtons: readonly Command[] = [answer, vote, repeat, next, join, deal];
