import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { operatorText } from './operator-text.ts';
import { type Language, OperatorError, type Sentence, sentenceOf } from './sentence.ts';
import { partOf, readShards } from './shards.ts';

const blankIsUnset = (value: unknown) => (value === '' ? undefined : value);

/** The environment variables; `.env.example` says what each is for. Its faults are in one language. */
const environmentIn = (language: Language) => {
  const snowflake = z.string().regex(/^\d{17,20}$/u, operatorText.discordId[language]);
  const wholeNumber = (min: number, max: number) => {
    const error = operatorText.wholeNumber(min, max)[language];
    return z.coerce.number(error).int(error).min(min, error).max(max, error);
  };
  const oneOf = <const Values extends readonly string[]>(values: Values) =>
    z.enum(values, operatorText.oneOf(values)[language]).optional();
  return z.object({
    BOT_LANG: z.preprocess(blankIsUnset, oneOf(['es', 'en'])),
    DISCORD_TOKEN: z.preprocess(
      blankIsUnset,
      z.string().min(50, operatorText.tokenShort[language]).optional(),
    ),
    DISCORD_API: z.preprocess(
      blankIsUnset,
      z.url({ protocol: /^https?$/u, error: operatorText.apiUrl[language] }).optional(),
    ),
    PAGE_PORT: z.preprocess(blankIsUnset, wholeNumber(0, 65535).default(1895)),
    DEV_GUILD_ID: z.preprocess(blankIsUnset, snowflake.optional()),
    SHARDS: z.preprocess(
      blankIsUnset,
      z
        .string()
        .transform((text, context) => {
          const shards = readShards(text);
          if (shards === undefined)
            context.addIssue({
              code: 'custom',
              message: operatorText.shardList[language],
            });
          return shards ?? z.NEVER;
        })
        .optional(),
    ),
    ADMIN_IDS: z.preprocess(
      (value) =>
        typeof value === 'string'
          ? value
              .split(',')
              .map((id) => id.trim())
              .filter(Boolean)
          : value,
      z
        .array(z.string())
        .refine(
          (ids) => ids.every((id) => snowflake.safeParse(id).success),
          operatorText.discordIds[language],
        )
        .default([]),
    ),
    ADMIN_GUILD_ID: z.preprocess(blankIsUnset, snowflake.optional()),
    RAW_DIR: z.preprocess(blankIsUnset, z.string().optional()),
    PARQUET_DIR: z.preprocess(blankIsUnset, z.string().default('data/parquet')),
    STATE_DIR: z.preprocess(blankIsUnset, z.string().default('data/state')),
    DATABASE_URL: z.preprocess(
      blankIsUnset,
      z
        .url({
          protocol: /^postgres(?:ql)?$/u,
          error: operatorText.postgresUrl[language],
        })
        .optional(),
    ),
    DOCUMENTS_URL: z.preprocess(
      blankIsUnset,
      z.url({ protocol: /^https?$/u, error: operatorText.documentsUrl[language] }).optional(),
    ),
    LOG_LEVEL: z.preprocess(blankIsUnset, oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])),
    PORT: z.preprocess(blankIsUnset, wholeNumber(1, 65535).optional()),
    HOST: z.preprocess(blankIsUnset, z.string().default('127.0.0.1')),
    METRICS_TOKEN: z.preprocess(
      blankIsUnset,
      z
        .string()
        .regex(/^[\w.~+/-]{16,}=*$/u, operatorText.metricsToken[language])
        .optional(),
    ),
    TRUST_PROXY: z.preprocess(blankIsUnset, wholeNumber(0, 10).default(0)),
  });
};

type Environment = ReturnType<typeof environmentIn>;

/** Processes that split the shards need PostgreSQL; a SQLite file cannot be shared. */
const checkedIn = (language: Language) =>
  environmentIn(language).refine(
    ({ SHARDS, DATABASE_URL }) => !partOf(SHARDS) || DATABASE_URL !== undefined,
    {
      path: ['SHARDS'],
      error: operatorText.shardsNeedPostgres[language],
    },
  );

export type Config = z.infer<Environment>;

/** The names of the variables that the bot reads. */
export const variables = Object.keys(environmentIn('en').shape);

type Variables = Readonly<Record<string, string | undefined>>;

/** The bot's configuration. Throws one line that names each wrong variable, never its value. */
export const readConfig = (environment: Variables): Config => read(checkedIn, environment);

const shellIn = (language: Language) => environmentIn(language).pick({ PARQUET_DIR: true, LOG_LEVEL: true });

/** Reads only the variables that a command in a shell needs, so that a wrong token does not matter. */
export const readShellConfig = (environment: Variables): z.infer<ReturnType<typeof shellIn>> =>
  read(shellIn, environment);

function read<Value>(schemaIn: (language: Language) => z.ZodType<Value>, environment: Variables): Value {
  const parsed = schemaIn('en').safeParse(environment);
  if (parsed.success) return parsed.data;
  const faultsIn = (language: Language) =>
    (schemaIn(language).safeParse(environment).error?.issues ?? []).map(
      ({ path, message }) => `${path.join('.')} ${message}`,
    );
  const [es, en] = [faultsIn('es'), faultsIn('en')];
  const faults = en.map((fault, index) => ({ es: es[index] ?? fault, en: fault }));
  throw new OperatorError(operatorText.wrongEnvironment(faults));
}

/**
 * One line that names each unknown variable that looks like a known one, with the known one that it resembles; `undefined` if
 * there are none. Case and underscores do not count, and one letter in four may be wrong. A variable is left out if the
 * known one is set as well.
 */
export function describeUnknown(environment: Variables, known: readonly string[]): Sentence | undefined {
  const unknown = Object.keys(environment).flatMap((name) => {
    if (known.includes(name)) return [];
    const similar = mostSimilar(name, known);
    return similar === undefined || isSet(environment[similar]) ? [] : [`${name} (${similar}?)`];
  });
  if (unknown.length === 0) return undefined;
  return operatorText.unknownVariables(unknown);
}

const isSet = (value: string | undefined) => value !== undefined && value !== '';
const lettersOf = (name: string) => name.toUpperCase().replaceAll(/[^A-Z\d]/gu, '');

function mostSimilar(name: string, known: readonly string[]): string | undefined {
  const letters = lettersOf(name);
  const similar = known
    .map((variable) => ({ variable, edits: distance(letters, lettersOf(variable)) }))
    .filter(({ variable, edits }) => edits <= Math.floor(lettersOf(variable).length / 4))
    .sort((a, b) => a.edits - b.edits);
  return similar[0]?.variable;
}

/** One line: why the port of a variable cannot be opened, and what to do. */
export function describePortError(
  variable: string,
  { port, host }: { port: number; host: string },
  error: unknown,
): Sentence {
  return operatorText.portUnopened(variable, port, host, explainPortError(variable, error));
}

function explainPortError(variable: string, error: unknown): Sentence {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return operatorText.portTaken(variable);
  if (code === 'EACCES') return operatorText.portForbidden(variable);
  if (code === 'EADDRNOTAVAIL') return operatorText.noSuchAddress;
  return sentenceOf(error);
}
