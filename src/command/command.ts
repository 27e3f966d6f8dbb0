import type { z } from 'zod';
import type { Snapshot } from '../catalogue/snapshot.ts';
import type { Charts } from '../charts/charts.ts';
import type { Call, Choice, Focused, Reply } from '../contract/call.ts';
import type { Options, OptionValues, Signature, ValuesOf } from '../contract/signature.ts';
import type { MemberNames } from '../game/game.ts';
import type { Log } from '../lib/log.ts';
import type { Reload } from '../reload/reload.ts';
import { type CommandData, commandData, type Group, groupData, type Reach } from '../slash/build.ts';
import type { HelpTopic } from '../slash/calls.ts';
import { suggestValues } from '../slash/suggest-values.ts';
import type { Store } from '../store/store.ts';
import type { GameScheduler } from '../trivia/game-scheduler.ts';

/** The Discord ids of the bot's operators, and the server in which they operate it. No server's admin can change them. */
export interface Operators {
  readonly ids: ReadonlySet<string>;
  readonly guildId: string | undefined;
}

/** Whether the caller operates the bot and calls from the operators' server. */
export const isOperator = (
  { userId, guildId }: Pick<Call, 'userId' | 'guildId'>,
  { operators }: Pick<Deps, 'operators'>,
): boolean => operators.ids.has(userId) && guildId !== null && guildId === operators.guildId;

/**
 * The services of a command. The catalogue is one consistent view of the data for the length of a call; while a question is
 * open in the caller's server, it withholds the answer.
 */
export interface Deps {
  readonly catalogue: Snapshot;
  readonly charts: Charts;
  readonly store: Store;
  readonly games: Pick<GameScheduler, 'checkDue'>;
  /** The names of a server's members by user id. A name that does not arrive in time is missing. */
  readonly names: MemberNames;
  readonly reload: Reload;
  readonly operators: Operators;
  readonly clock: () => number;
  readonly random: () => number;
  readonly log: Log;
  /** The address of the folder with the operator's PRIVACY.md and TERMS.md, if they are published. */
  readonly documentsUrl?: string | undefined;
}

/** How a command answers over HTTP. */
export interface JsonAnswer<Values extends OptionValues = OptionValues> {
  /** E.g. "/score_titulo/{titulo}": the parameter is the command's required option, if it has one; the others go into the query. */
  readonly path: `/${string}`;
  /** Options that HTTP does not accept. */
  readonly without?: readonly string[];
  /** The schema of what `answer` returns. */
  readonly schema: z.ZodObject;
  answer(call: Call<Values>, deps: Pick<Deps, 'catalogue'>): Promise<object>;
}

/** How a command or subcommand answers a call with the options `Declared`. */
interface Behaviour<Declared extends Options> {
  execute(call: Call<ValuesOf<Declared>>, deps: Deps): Promise<Reply>;
  autocomplete?(focused: Focused, deps: Deps): Promise<Choice[]>;
}

interface Visibility {
  /** The topic of /ayuda that lists it. `false`: it is not registered with Discord, and only the bot's own buttons call it. */
  readonly listed: HelpTopic | false;
  /** Registered only in the operators' server. */
  readonly forOperators?: true;
  /** Properties that the log gets besides a call's name, outcome and reason. They must not identify a person. */
  note?(call: Call, deps: Pick<Deps, 'operators'>): object;
}

/** How the same answer is given to programs. */
interface Served<Declared extends Options> {
  readonly json?: JsonAnswer<ValuesOf<Declared>>;
}

export interface Command extends Behaviour<Options>, Reach, Visibility {
  readonly data: CommandData;
  /** One, or one for each subcommand. */
  readonly signatures: readonly (Signature & Served<Options>)[];
}

/** A command without subcommands, as it is declared. */
export interface Declaration<Declared extends Options>
  extends Signature<Declared>,
    Reach,
    Behaviour<Declared>,
    Visibility,
    Served<Declared> {}

/**
 * Makes a command from its declaration. `call.options` gets its type from `options`:
 *
 *     command({
 *       name: 'hola',
 *       english: 'hello',
 *       es: 'Saluda',
 *       en: 'Says hello',
 *       listed: 'game',
 *       options: { veces: { type: 'integer', english: 'times', es: 'Cuántas veces', en: 'How often', max: 9 } },
 *       execute: async ({ options: { veces = 1 } }) => ({ content: '¡Hola! '.repeat(veces) }),
 *     });
 */
export function command<const Declared extends Options>(declaration: Declaration<Declared>): Command {
  return { ...completing(declaration), data: commandData(declaration), signatures: [declaration] };
}

/** How HTTP serves the result of `find`: the path, the schema, and the object. */
interface JsonForm<Found, Values extends OptionValues> extends Omit<JsonAnswer<Values>, 'answer'> {
  of(found: Found, call: Call<Values>): object;
}

interface LookupDeclaration<Declared extends Options, Found>
  extends Omit<Declaration<Declared>, 'execute' | 'json'> {
  /** Resolves names and queries the catalogue. Throws a UserError if a name has no match or several. */
  find(call: Call<ValuesOf<Declared>>, deps: Pick<Deps, 'catalogue'>): Promise<Found>;
  reply(found: NoInfer<Found>, call: Call<ValuesOf<Declared>>): Reply;
  readonly json: JsonForm<NoInfer<Found>, ValuesOf<Declared>>;
}

/** A command that finds something in the catalogue and answers people with a reply and programs with JSON. */
export function lookupCommand<const Declared extends Options, Found>({
  find,
  reply,
  json,
  ...declaration
}: LookupDeclaration<Declared, Found>): Command {
  return command({
    ...declaration,
    execute: async (call, deps) => reply(await find(call, deps), call),
    json: { ...json, answer: async (call, deps) => json.of(await find(call, deps), call) },
  });
}

/** Completes options whose values are known, and leaves the others to the command's own `autocomplete`. */
const completing = <Declared extends Options, Made extends Signature<Declared> & Behaviour<Declared>>(
  declaration: Made,
): Made => ({
  ...declaration,
  autocomplete: async (focused: Focused, deps: Deps) =>
    suggestValues(declaration.options[focused.option], focused.typed, focused.language) ??
    (await declaration.autocomplete?.(focused, deps)) ??
    [],
});

/** A subcommand; its name follows its command's: "trivia jugar". */
export interface Subcommand extends Signature, Behaviour<Options>, Served<Options> {}

/** Declares a subcommand; types follow from `options` as in `command`. */
export const subcommand = <const Declared extends Options>(
  declaration: Signature<Declared> & Behaviour<Declared> & Served<Declared>,
): Subcommand => completing(declaration);

/** Makes one command from its subcommands; each answers its own calls and completes its own options. */
export function withSubcommands(group: Group & Visibility, subcommands: readonly Subcommand[]): Command {
  const named = (name: string) => {
    const found = subcommands.find((subcommand) => subcommand.name === name);
    if (found === undefined) throw new Error(`no subcommand ${name}`);
    return found;
  };
  return {
    ...group,
    data: groupData(group, subcommands),
    signatures: subcommands,
    execute: async (call, deps) => named(call.signature.name).execute(call, deps),
    autocomplete: async (focused, deps) =>
      (await named(`${group.name} ${focused.subcommand}`).autocomplete?.(focused, deps)) ?? [],
  };
}
