import { type Command, command } from '../../src/command/command.ts';
import { UserError } from '../../src/contract/call.ts';
import { pickReply, voteReply } from '../../src/replies/trivia/press-replies.ts';
import { pickCall, repeatCall, voteCall } from '../../src/slash/trivia-calls.ts';
import { gameText } from '../../src/text/game.ts';
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
    return startGame(call, { mode, rounds, target, lives, theme: JSON.parse(game.theme) }, deps);
  },
});

export const triviaButtons: readonly Command[] = [answer, vote, repeat];
