import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Snapshot } from '../catalogue/snapshot.ts';
import type { Charts } from '../charts/charts.ts';
import type { Call, Choice, Focused, Reply } from '../contract/call.ts';
import type { MemberNames } from '../game/messenger.ts';
import type { Reload } from '../reload/reload.ts';
import type { Store } from '../store/store.ts';
import type { GameScheduler } from '../trivia/game-scheduler.ts';

/** Who may change the data, by Discord's ids, and in which server; whatever a server's admins set. */
export interface Operators {
  readonly ids: ReadonlySet<string>;
  readonly guildId: string | undefined;
}

/**
 * What a command works with. The catalogue is one consistent view of the data for the length of a call; it withholds what
 * a game of the caller's server is asking.
 */
export interface Deps {
  readonly catalogue: Snapshot;
  readonly charts: Charts;
  readonly store: Store;
  readonly games: Pick<GameScheduler, 'checkDue'>;
  /** What people of a server are called, by user id; who is not known in time is missing. */
  readonly names: MemberNames;
  readonly reload: Reload;
  readonly operators: Operators;
  readonly clock: () => number;
  readonly random: () => number;
  readonly log: Logger;
  /** Where people read the operator's PRIVACY.md and TERMS.md, if anywhere. */
  readonly documentsUrl?: string | undefined;
}

/** What a command answers over HTTP. */
export interface JsonAnswer {
  /** Where, e.g. "/score_titulo/{titulo}": the parameter is the command's required option, the others are queries. */
  readonly path: `/${string}/{${string}}`;
  /** Options that mean nothing there. */
  readonly without?: readonly string[];
  /** What `answer` gives. */
  readonly schema: z.ZodObject;
  answer(call: Call, deps: Pick<Deps, 'catalogue'>): Promise<object>;
}

export interface Command {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** The same answer for programs; commands without it are for Discord alone. */
  readonly json?: JsonAnswer;
  /** It is not for typing: only buttons of the bot's own messages call it. */
  readonly unlisted?: boolean;
  /** It is registered in the operators' server alone. */
  readonly forOperators?: boolean;
  /** What the log says of a use, beside its name, outcome and, where it was refused, the reason. It names nobody. */
  note?(call: Call, deps: Pick<Deps, 'operators'>): object;
  execute(call: Call, deps: Deps): Promise<Reply>;
  autocomplete?(focused: Focused, deps: Deps): Promise<Choice[]>;
}
