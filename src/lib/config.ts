import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { partOf, readShards } from './shards.ts';

const snowflake = z.string().regex(/^\d{17,20}$/u, 'is a Discord id: 17 to 20 digits');
const wholeNumber = (min: number, max: number) => {
  const error = `is a whole number from ${min} to ${max}`;
  return z.coerce.number(error).int(error).min(min, error).max(max, error);
};
const blankIsUnset = (value: unknown) => (value === '' ? undefined : value);

/** The environment variables; `.env.example` says what each is for. */
const Environment = z.object({
  DISCORD_TOKEN: z.preprocess(blankIsUnset, z.string().min(50, 'is too short for a bot token').optional()),
  DISCORD_API: z.preprocess(
    blankIsUnset,
    z.url({ protocol: /^https?$/u, error: 'is a URL: https://discord.com/api' }).optional(),
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
            message: 'lists shards from 0 on and how many there are: 0-3/16',
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
        'is a list of Discord ids with commas between',
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
        error: 'is a PostgreSQL URL: postgres://user:password@host:5432/name',
      })
      .optional(),
  ),
  DOCUMENTS_URL: z.preprocess(
    blankIsUnset,
    z.url({ protocol: /^https?$/u, error: 'is the URL of the folder that contains PRIVACY.md' }).optional(),
  ),
  LOG_LEVEL: z.preprocess(
    blankIsUnset,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).optional(),
  ),
  PORT: z.preprocess(blankIsUnset, wholeNumber(1, 65535).optional()),
  HOST: z.preprocess(blankIsUnset, z.string().default('127.0.0.1')),
  METRICS_TOKEN: z.preprocess(
    blankIsUnset,
    z
      .string()
      .regex(/^[\w.~+/-]{16,}=*$/u, 'is 16 characters or more of letters, digits and . _ ~ + / -')
      .optional(),
  ),
  TRUST_PROXY: z.preprocess(blankIsUnset, wholeNumber(0, 10).default(0)),
});

/** Processes that split the shards need PostgreSQL; a SQLite file cannot be shared. */
const Checked = Environment.refine(
  ({ SHARDS, DATABASE_URL }) => !partOf(SHARDS) || DATABASE_URL !== undefined,
  {
    path: ['SHARDS'],
    error: 'has only some of the shards, so all processes must share a PostgreSQL: set DATABASE_URL',
  },
);

export type Config = z.infer<typeof Environment>;

/** The names of the variables that the bot reads. */
export const variables = Object.keys(Environment.shape);

type Variables = Readonly<Record<string, string | undefined>>;

/** The bot's configuration. Throws one line that names each wrong variable, never its value. */
export const readConfig = (environment: Variables): Config => read(Checked, environment);

const ShellEnvironment = Environment.pick({ PARQUET_DIR: true, LOG_LEVEL: true });

/** Reads only the variables that a command in a shell needs, so that a wrong token does not matter. */
export const readShellConfig = (environment: Variables): z.infer<typeof ShellEnvironment> =>
  read(ShellEnvironment, environment);

function read<Value>(schema: z.ZodType<Value>, environment: Variables): Value {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  throw new Error(`The environment (or .env) is wrong: ${problems.join('; ')}.`);
}

/**
 * One line that names each unknown variable that looks like a known one, with the known one that it resembles; `undefined` if
 * there are none. Case and underscores do not count, and one letter in four may be wrong. A variable is left out if the
 * known one is set as well.
 */
export function describeUnknown(environment: Variables, known: readonly string[]): string | undefined {
  const unknown = Object.keys(environment).flatMap((name) => {
    if (known.includes(name)) return [];
    const similar = mostSimilar(name, known);
    return similar === undefined || isSet(environment[similar]) ? [] : [`${name} (${similar}?)`];
  });
  if (unknown.length === 0) return undefined;
  return `The environment (or .env) has variables that Filmoteca does not know and ignores: ${unknown.join(', ')}. .env.example lists those it reads.`;
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
): string {
  return `${variable} ${port} cannot be opened at ${host}: ${explainPortError(variable, error)}`;
}

function explainPortError(variable: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `another program has it. Choose another ${variable}, or stop that program.`;
  if (code === 'EACCES') return `this user may not open it. Choose a ${variable} from 1024 up.`;
  if (code === 'EADDRNOTAVAIL') return 'this machine has no such address. Correct HOST.';
  return error instanceof Error ? error.message : String(error);
}
