import type { Command } from '../../src/command/command.ts';
import { choice, integerOption, serverSlash, stringOption } from '../../src/command/slash.ts';
import { UserError } from '../../src/contract/call.ts';
import { pickReply, voteReply } from '../../src/replies/trivia/press-replies.ts';
import { gameText } from '../../src/text/game.ts';
import { startGame } from './start-game.ts';

const both = (words: string) => ({ es: words, en: words });
const round = () => stringOption('ronda', 'ronda', both('The token of a round')).setRequired(true);

/** The buttons of a question: one pick a person, told in private. */
const answer: Command = {
  unlisted: true,
  data: serverSlash('responder', 'responder', both('Answers a question'))
    .addStringOption(round())
    .addIntegerOption(
      integerOption('opcion', 'opcion', both('Which option')).setMinValue(0).setRequired(true),
    )
    .toJSON(),
  async execute({ options, userId, guildId, at, messageAt, language }, { store }) {
    const token = String(options.ronda);
    const choice = Number(options.opcion);
    const pick = { token, choice, userId, guildId: guildId ?? '', at, postedAt: messageAt ?? at };
    return pickReply(await store.recordPick(pick), language);
  },
};

/** The buttons below a question: a hint or the next one, when most of the players want it. */
const vote: Command = {
  unlisted: true,
  data: serverSlash('votar', 'votar', both('Votes for a hint or a skip'))
    .addStringOption(round())
    .addStringOption(
      stringOption('voto', 'voto', both('What for'))
        .addChoices(choice('hint', both('hint')), choice('skip', both('skip')))
        .setRequired(true),
    )
    .toJSON(),
  async execute({ options, userId, guildId, at, language }, { store, games }) {
    const kind = options.voto === 'hint' ? 'hint' : 'skip';
    const vote = {
      token: String(options.ronda),
      guildId: guildId ?? '',
      kind,
      userId,
      at,
    } as const;
    const outcome = await store.vote(vote);
    if (outcome.outcome === 'granted') games.checkDue();
    return voteReply(outcome, kind, language);
  },
};

/** The button below the last table: the same game again, for whoever presses it. */
const repeat: Command = {
  unlisted: true,
  data: serverSlash('repetir', 'repetir', both('Starts the same game again'))
    .addStringOption(stringOption('partida', 'partida', both('Which game')).setRequired(true))
    .toJSON(),
  async execute(call, deps) {
    const game = await deps.store.readGame(String(call.options.partida));
    if (game === undefined || game.guild_id !== call.guildId)
      throw new UserError({ content: gameText[call.language].roundGone });
    const { mode, rounds, target } = game;
    return startGame(call, { mode, rounds, target, theme: JSON.parse(game.theme) }, deps);
  },
};

export const triviaButtons: readonly Command[] = [answer, vote, repeat];
