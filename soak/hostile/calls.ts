import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import fc from 'fast-check';
import type { Command } from '../../src/command/command.ts';
import { hostileStrings } from './strings.ts';

/** A forged call. */
export interface HostileCall {
  type: 'command' | 'autocomplete' | 'component';
  command: string;
  data: object;
  /** Selects the recent message that a component call refers to. */
  index: number;
  /** How long ago the call was made, by its id. Negative: in the future. */
  agoMs?: number | undefined;
  /** Fields of the interaction to replace. */
  overrides?: object | undefined;
  /** Whether the gateway delivers the call twice. */
  isRepeated: boolean;
  /** Selects the person who makes the call. */
  person: number;
}

type Option = NonNullable<Command['data']['options']>[number];
type OptionWithValue = Option & {
  choices?: readonly { value: string | number }[];
  min_value?: number;
  max_value?: number;
};

/** How long people wait for an answer: long, because this fault is about content. An older call is late. */
export const DEADLINE_MS = 20_000;

/** Part of most hostile strings, to find echoes of them. */
export const MARK = 'qzxj';

const hostileText = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(...hostileStrings).map((text) => `${MARK}${text}`.slice(0, 6000)),
  },
  { weight: 1, arbitrary: fc.constantFrom(...hostileStrings) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }).map((text) => `${MARK}${text}`) },
);

const snowflake = fc.bigInt(10n ** 17n, 10n ** 19n).map(String);

/** A valid value of an option. */
function validValue(option: OptionWithValue): fc.Arbitrary<unknown> {
  const { choices = [], type, min_value: min = 0, max_value: max = 100 } = option;
  if (choices.length > 0) return fc.constantFrom(...choices.map(({ value }) => value));
  if (type === Type.Integer) return fc.integer({ min, max });
  if (type === Type.Boolean) return fc.boolean();
  return fc.constantFrom('#862', '#31', 'Toy Story', 'Tom Hanks', 'inglés', 'hamlet', 'drama', 'los 80');
}

/** Any value: valid for this option, for another option or for none. */
function anyValue(option: OptionWithValue): fc.Arbitrary<unknown> {
  const choices = (option.choices ?? []).map(({ value }) => value);
  const number = fc.oneof(
    fc.integer(),
    fc.double(),
    fc.constantFrom(0, -1, 2 ** 31, Number.MAX_SAFE_INTEGER),
  );
  const known = fc.constantFrom('#862', '#949', 'Toy Story', '#31', 'Tom Hanks', 5, 1, true, ...choices);
  return fc.oneof(
    { weight: 4, arbitrary: known },
    { weight: 4, arbitrary: hostileText },
    number,
    fc.boolean(),
  );
}

/** Every command and subcommand with its options. */
export const commandPaths = (command: Command): { path: string[]; options: readonly Option[] }[] => {
  const options = command.data.options ?? [];
  const subcommands = options.filter((option) => option.type === Type.Subcommand);
  if (subcommands.length === 0) return [{ path: [command.data.name], options }];
  return subcommands.map(({ name, options: ofSubcommand = [] }) => ({
    path: [command.data.name, name],
    options: ofSubcommand,
  }));
};

type Values = readonly { name: string; value: unknown }[];

/** Most options of a command, all with valid values or all with any values. Sometimes an unknown option. */
const optionValues = (options: readonly Option[]) =>
  fc.oneof(valuesBy(options, validValue), valuesBy(options, anyValue));

function valuesBy(
  options: readonly Option[],
  createValue: (option: Option) => fc.Arbitrary<unknown>,
): fc.Arbitrary<Values> {
  const known = options.map((option) => createValue(option).map((value) => ({ name: option.name, value })));
  const unknown = fc.record({ name: hostileText.map((text) => text.slice(0, 32)), value: hostileText });
  return fc
    .tuple(...known.map((value) => fc.option(value, { freq: 4, nil: undefined })), rarely(unknown, 9))
    .map((values) => values.filter((value) => value !== undefined));
}

function typeOf(value: unknown): Type {
  if (typeof value === 'boolean') return Type.Boolean;
  return typeof value === 'number' ? Type.Integer : Type.String;
}

/** Calls of every command, autocomplete and component by anybody, at any time, including calls that no client sends. */
export function hostileCalls(commands: readonly Command[]): fc.Arbitrary<HostileCall> {
  // Built once, because building arbitraries takes longer than sampling them.
  const calls = fc.oneof(
    ...commands.flatMap(commandPaths).map(({ path, options }) => {
      const values = optionValues(options);
      return fc.oneof(
        { weight: 4, arbitrary: values.map((list) => commandCall(path, list)) },
        { weight: 2, arbitrary: values.map((list) => autocompleteCall(path, list)) },
        {
          weight: 4,
          arbitrary: fc.tuple(values, forgery).map(([list, how]) => componentCall(path, list, how)),
        },
      );
    }),
  );
  return fc
    .tuple(calls, fc.nat(), fc.nat(), unusualAges, rarely(foreignServer, 20), fc.boolean())
    .map(([call, index, person, agoMs, overrides, coin]) => ({
      ...call,
      index,
      person,
      agoMs,
      overrides,
      isRepeated: coin && index % 16 === 0,
    }));
}

/** The arbitrary once in `times` + 1 samples, otherwise undefined. */
const rarely = <Value>(arbitrary: fc.Arbitrary<Value>, times: number) =>
  fc.oneof({ weight: times, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** Late, very late, and in the future. */
const unusualAges = rarely(fc.constantFrom(DEADLINE_MS + 1000, 20 * 60_000, -3_600_000), 30);

/** A server of another shard, or one that the bot has not joined. */
const foreignServer = snowflake.map((guild_id) => ({
  guild_id,
  guild: { id: guild_id, locale: 'xx', features: [] },
}));

export function commandCall(path: string[], values: Values, focused?: string) {
  const options = values.map(({ name, value }) => ({
    name,
    value,
    type: typeOf(value),
    ...(name === focused ? { focused: true } : {}),
  }));
  const [command = '', subcommand] = path;
  const nested = subcommand === undefined ? options : [{ name: subcommand, type: Type.Subcommand, options }];
  return {
    type: 'command' as const,
    command,
    data: { id: '1', name: command, type: 1, options: nested },
  };
}

function autocompleteCall(path: string[], values: Values) {
  const first = values[0] ?? { name: 'titulo', value: MARK };
  const focused = { ...first, value: String(first.value) };
  const call = commandCall(path, [focused, ...values.slice(1)], focused.name);
  return { ...call, type: 'autocomplete' as const };
}

/** How a component call is forged: its custom id is well-formed, has text inserted somewhere, or is any text. */
const forgery = fc.record({
  mode: fc.constantFrom('r', 'a'),
  customId: fc.oneof(
    { weight: 6, arbitrary: fc.constant('wellFormed' as const) },
    { weight: 2, arbitrary: fc.constant('broken' as const) },
    { weight: 1, arbitrary: fc.constant('anyText' as const) },
  ),
  at: fc.nat(100),
  text: hostileText,
  selected: fc.option(
    fc.array(
      hostileText.map((text) => text.slice(0, 100)),
      { maxLength: 3 },
    ),
  ),
});

type Forgery = typeof forgery extends fc.Arbitrary<infer Value> ? Value : never;

function componentCall(path: string[], values: Values, { mode, customId, at, text, selected }: Forgery) {
  const query = new URLSearchParams(
    values.map(({ name, value }): [string, string] => [name, encodable(String(value))]),
  );
  const wellFormed = `${mode}/${path.join('/')}?${query}`;
  const ids = {
    wellFormed,
    broken: wellFormed.slice(0, at) + text + wellFormed.slice(at),
    anyText: text,
  };
  return {
    type: 'component' as const,
    command: path[0] ?? '',
    data: {
      custom_id: ids[customId].slice(0, 100),
      component_type: selected === null ? 2 : 3,
      ...(selected === null ? {} : { values: selected }),
    },
  };
}

/** Replaces lone surrogates, which UTF-8 cannot encode. */
const encodable = (text: string) => text.replace(/\p{Surrogate}/gu, '\uFFFD');
