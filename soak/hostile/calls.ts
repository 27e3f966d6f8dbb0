import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import fc from 'fast-check';
import type { Command } from '../../src/command/command.ts';
import { nastyStrings } from './strings.ts';

/** A call as somebody forges it. */
export interface HostileCall {
  asked: 'command' | 'autocomplete' | 'component';
  /** The name of the command that it is meant for, if any. */
  target: string;
  data: object;
  /** Which of the messages seen so far a component is said to stand on. */
  place: number;
  agoMs?: number | undefined;
  over?: object | undefined;
  /** It is delivered a second time. */
  twice: boolean;
  /** Who makes it, by place. */
  by: number;
}

type Definition = NonNullable<Command['data']['options']>[number];
type Valued = Definition & { choices?: readonly { value: string | number }[] };

/** How long people wait for an answer here: it is its words that count. A call made longer ago is late. */
export const PATIENCE_MS = 20_000;

/** Found in whatever of a hostile text is repeated. */
export const MARK = 'qzxj';

const nasty = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nastyStrings).map((text) => `${MARK}${text}`.slice(0, 6000)) },
  { weight: 1, arbitrary: fc.constantFrom(...nastyStrings) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }).map((text) => `${MARK}${text}`) },
);

const snowflake = fc.bigInt(10n ** 17n, 10n ** 19n).map(String);

/** A value that an option is meant to have. */
function meantFor(option: Valued & { min_value?: number; max_value?: number }): fc.Arbitrary<unknown> {
  const { choices = [], type, min_value: min = 0, max_value: max = 100 } = option;
  if (choices.length > 0) return fc.constantFrom(...choices.map(({ value }) => value));
  if (type === Type.Integer) return fc.integer({ min, max });
  if (type === Type.Boolean) return fc.boolean();
  return fc.constantFrom('#862', '#31', 'Toy Story', 'Tom Hanks', 'inglés', 'hamlet');
}

/** A value for an option: one that is meant for some option, or for none. */
function anyFor(option: Valued): fc.Arbitrary<unknown> {
  const meant = (option.choices ?? []).map(({ value }) => value);
  const number = fc.oneof(
    fc.integer(),
    fc.double(),
    fc.constantFrom(0, -1, 2 ** 31, Number.MAX_SAFE_INTEGER),
  );
  const known = fc.constantFrom('#862', '#949', 'Toy Story', '#31', 'Tom Hanks', 5, 1, true, ...meant);
  return fc.oneof({ weight: 4, arbitrary: known }, { weight: 4, arbitrary: nasty }, number, fc.boolean());
}

export const listOf = (command: Command): { path: string[]; options: readonly Definition[] }[] => {
  const options = command.data.options ?? [];
  const branches = options.filter((one) => one.type === Type.Subcommand);
  if (branches.length === 0) return [{ path: [command.data.name], options }];
  return branches.map((one) => ({ path: [command.data.name, one.name], options: one.options ?? [] }));
};

/** Options of a command, most of them its own: each with a value meant for it, or each with any. */
const given = (options: readonly Definition[]) =>
  fc.oneof(filled(options, meantFor), filled(options, anyFor));

function filled(options: readonly Definition[], values: (option: Definition) => fc.Arbitrary<unknown>) {
  const own = options.map((option) => values(option).map((value) => ({ name: option.name, value })));
  const stray = fc.record({ name: nasty.map((text) => text.slice(0, 32)), value: nasty });
  return fc
    .tuple(...own.map((one) => fc.option(one, { freq: 4, nil: undefined })), rarely(stray, 9))
    .map((list) => list.filter((one) => one !== undefined));
}

const typeOf = (value: unknown) => {
  if (typeof value === 'boolean') return Type.Boolean;
  return typeof value === 'number' ? Type.Integer : Type.String;
};

/** Any call of any command, typed, half typed or pressed, by whoever, whenever, and what no client would send. */
export function hostileCalls(commands: readonly Command[]): fc.Arbitrary<HostileCall> {
  // Made once, not anew for each call: making them takes longer than drawing from them.
  const asked = fc.oneof(
    ...commands.flatMap(listOf).map(({ path, options }) => {
      const values = given(options);
      return fc.oneof(
        { weight: 4, arbitrary: values.map((all) => typed(path, all)) },
        { weight: 2, arbitrary: values.map((all) => halfTyped(path, all)) },
        { weight: 4, arbitrary: fc.tuple(values, forged).map(([all, how]) => pressed(path, all, how)) },
      );
    }),
  );
  return fc
    .tuple(asked, fc.nat(), fc.nat(), agos, rarely(elsewhere, 20), fc.boolean())
    .map(([call, place, by, agoMs, over, coin]) => ({
      ...call,
      place,
      by,
      agoMs,
      over,
      twice: coin && place % 16 === 0,
    }));
}

/** Once in so many times, else nothing. */
const rarely = <Value>(arbitrary: fc.Arbitrary<Value>, times: number) =>
  fc.oneof({ weight: times, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** Late, long gone, and from a clock that is ahead. */
const agos = rarely(fc.constantFrom(PATIENCE_MS + 1000, 20 * 60_000, -3_600_000), 30);

/** A server that the bot is not in, or that another shard has. */
const elsewhere = snowflake.map((guild_id) => ({
  guild_id,
  guild: { id: guild_id, locale: 'xx', features: [] },
}));

type Values = readonly { name: string; value: unknown }[];

export function typed(path: string[], values: Values, focused?: string) {
  const options = values.map(({ name, value }) => ({
    name,
    value,
    type: typeOf(value),
    ...(name === focused ? { focused: true } : {}),
  }));
  const [name = '', sub] = path;
  const nested = sub === undefined ? options : [{ name: sub, type: Type.Subcommand, options }];
  return { asked: 'command' as const, target: name, data: { id: '1', name, type: 1, options: nested } };
}

function halfTyped(path: string[], values: Values) {
  const first = values[0] ?? { name: 'titulo', value: MARK };
  const text = { ...first, value: String(first.value) };
  return { ...typed(path, [text, ...values.slice(1)], text.name), asked: 'autocomplete' as const };
}

/** How a component is forged: its custom id cut at a place with something put in, or something else altogether. */
const forged = fc.record({
  mode: fc.constantFrom('r', 'a'),
  custom: fc.oneof(
    { weight: 6, arbitrary: fc.constant('own' as const) },
    { weight: 2, arbitrary: fc.constant('broken' as const) },
    { weight: 1, arbitrary: fc.constant('other' as const) },
  ),
  at: fc.nat(100),
  more: nasty,
  chosen: fc.option(
    fc.array(
      nasty.map((text) => text.slice(0, 100)),
      { maxLength: 3 },
    ),
  ),
});

type Forgery = typeof forged extends fc.Arbitrary<infer How> ? How : never;

/** A custom id that looks like one of ours, one cut or with something put into it, or anything else. */
function pressed(path: string[], values: Values, { mode, custom, at, more, chosen }: Forgery) {
  const query = new URLSearchParams(
    values.map(({ name, value }): [string, string] => [name, wellFormed(String(value))]),
  );
  const id = `${mode}/${path.join('/')}?${query}`;
  const ids = { own: id, broken: id.slice(0, at) + more + id.slice(at), other: more };
  return {
    asked: 'component' as const,
    target: path[0] ?? '',
    data: {
      custom_id: ids[custom].slice(0, 100),
      component_type: chosen === null ? 2 : 3,
      ...(chosen === null ? {} : { values: chosen }),
    },
  };
}

/** Half a surrogate pair cannot be sent as JSON in UTF-8. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\uFFFD');
