/** The languages of replies, and of everything that an operator reads. */
export type Language = 'es' | 'en';

/** A sentence for the operator in both languages. The program that prints it chooses one. */
export type Sentence = Readonly<Record<Language, string>>;

/** A table of sentences in one language. A sentence with gaps is a function. */
export type Table = Record<string, string | ((...values: never[]) => string)>;

/** A value of a gap: each text in it may also be a Sentence. */
type Gap<Value> = Value extends string
  ? string | Sentence
  : Value extends readonly (infer Item)[]
    ? readonly Gap<Item>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: Gap<Value[Key]> }
      : Value;

type Both<Entry> = Entry extends (...values: infer Values) => string
  ? (...values: { [Index in keyof Values]: Gap<Values[Index]> }) => Sentence
  : Sentence;

/**
 * The sentences of two tables, each in both languages:
 * `inBoth({ es: { gone: (what: string) => `Falta ${what}.` }, en: { gone: (what) => `${what} is missing.` } }).gone('x').es`
 */
export function inBoth<Sentences extends Table>({
  es,
  en,
}: Record<Language, Sentences>): { readonly [Key in keyof Sentences]: Both<Sentences[Key]> } {
  const pairs = Object.keys(es).map((key) => [key, pair(es[key], en[key])]);
  return Object.fromEntries(pairs);
}

function pair(es: Table[string] | undefined, en: Table[string] | undefined) {
  if (typeof es !== 'function' || typeof en !== 'function') return { es, en };
  const fill = (entry: (...values: never[]) => string, values: readonly unknown[], language: Language) =>
    entry(...(values.map((value) => inLanguage(value, language)) as never[]));
  return (...values: unknown[]): Sentence => ({ es: fill(es, values, 'es'), en: fill(en, values, 'en') });
}

/** A value with each Sentence in it replaced by its text. */
function inLanguage(value: unknown, language: Language): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => inLanguage(item, language));
  if (isSentence(value)) return value[language];
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inLanguage(item, language)]));
}

const isSentence = (value: object): value is Sentence => 'es' in value && 'en' in value;

/** Several sentences as one text. */
export const joined = (sentences: readonly Sentence[]): Sentence => ({
  es: sentences.map(({ es }) => es).join(' '),
  en: sentences.map(({ en }) => en).join(' '),
});

/** An error that an operator reads. Its message is in English, for stack traces. */
export class OperatorError extends Error {
  readonly sentence: Sentence;
  constructor(sentence: Sentence, options?: ErrorOptions) {
    super(sentence.en, options);
    this.sentence = sentence;
  }
}

/** The message of an error in both languages. An error that is not an OperatorError has the same message in both. */
export function sentenceOf(error: unknown): Sentence {
  if (error instanceof OperatorError) return error.sentence;
  const message = error instanceof Error ? error.message : String(error);
  return { es: message, en: message };
}
