export type OptionValue = string | number | boolean;

/** The values of a call's options, by the options' registered (Spanish) names. */
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** A text in both languages. */
export interface Both {
  readonly es: string;
  readonly en: string;
}

/** One value that an option accepts, and its names. */
export interface OptionChoice<Value extends OptionValue = OptionValue> extends Both {
  readonly value: Value;
  /** Further names that a person may type. */
  readonly also?: readonly string[];
}

interface Described extends Both {
  /** Its name for English readers; the Spanish name is its key. `es` and `en` describe it. */
  readonly english: string;
  readonly required?: true;
}

/**
 * Free text of at most `LONGEST_TEXT` UTF-16 units, or one of the choices. Choices with `autocomplete` are not a list of
 * Discord's, which finds them by the name shown alone: the bot suggests them by every name, and says so if none fits.
 */
export interface StringOption extends Described {
  readonly type: 'string';
  readonly autocomplete?: true;
  readonly choices?: readonly OptionChoice<string | number>[];
  /** `years`: the value is years as `writeYears` writes them, whatever way they were typed. */
  readonly form?: 'years';
}

/** A whole number: from `min` to `max`, or one of the choices. */
export interface IntegerOption extends Described {
  readonly type: 'integer';
  readonly min?: number;
  readonly max?: number;
  readonly choices?: readonly OptionChoice<number>[];
}

export interface BooleanOption extends Described {
  readonly type: 'boolean';
}

export type Option = StringOption | IntegerOption | BooleanOption;

/** The options of a command or subcommand, by their Spanish names. */
export type Options = Readonly<Record<string, Option>>;

/**
 * The name, description and options of a command or subcommand. Discord's definition, the checks of a request, custom ids and
 * the type of `call.options` follow from it.
 */
export interface Signature<Declared extends Options = Options> extends Both {
  /** The registered (Spanish) name; a subcommand's follows its command's: "trivia jugar". */
  readonly name: string;
  /** The English name, for a subcommand without its command's name. */
  readonly english: string;
  readonly options: Declared;
}

/** The registered name of a subcommand without its command's: "jugar"; undefined for a command without subcommands. */
export const subcommandOf = ({ name }: Pick<Signature, 'name'>): string | undefined => name.split(' ')[1];

/** UTF-16 units of an option of text: the longest titles and every label of autocomplete fit. */
export const LONGEST_TEXT = 200;

interface ValueOfType {
  string: string;
  integer: number;
  boolean: boolean;
}

type ValueOf<One extends Option> = One extends { choices: readonly OptionChoice<infer Value>[] }
  ? Value
  : ValueOfType[One['type']];

/** The values that `execute` receives: `{ titulo: string; desde?: number }`. A choice is the union of its values. */
export type ValuesOf<Declared extends Options> = {
  readonly [Name in keyof Declared as Declared[Name] extends { required: true } ? Name : never]: ValueOf<
    Declared[Name]
  >;
} & {
  readonly [Name in keyof Declared as Declared[Name] extends { required: true } ? never : Name]?: ValueOf<
    Declared[Name]
  >;
};
