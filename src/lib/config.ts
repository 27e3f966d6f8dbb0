import { z } from 'zod';
import { partOf, readShards } from './shards.ts';

const snowflake = z.string().regex(/^\d{17,20}$/u, 'is a Discord id: 17 to 20 digits');
const wholeNumber = (min: number, max: number) => {
  const error = `is a whole number from ${min} to ${max}`;
  return z.coerce.number(error).int(error).min(min, error).max(max, error);
};
const blankIsUnset = (value: unknown) => (value === '' ? undefined : value);

/** The environment, each variable with what it is for; `.env.example` lists the same. */
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
          context.addIssue({ code: 'custom', message: 'is shards from 0 on, and of how many: 0-3/16' });
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
        'is Discord ids with commas between',
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
    z.url({ protocol: /^https?$/u, error: 'is a URL, the folder in which PRIVACY.md is' }).optional(),
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

/** Who has only some of the servers shares a store with those who have the others: a file is no such thing. */
const Checked = Environment.refine(
  ({ SHARDS, DATABASE_URL }) => !partOf(SHARDS) || DATABASE_URL !== undefined,
  {
    path: ['SHARDS'],
    error:
      'is only some of the shards, and the processes with the others must share a PostgreSQL: set DATABASE_URL',
  },
);

export type Config = z.infer<typeof Environment>;

/** The names of the variables that the bot reads. */
export const variables = Object.keys(Environment.shape);

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the environment once. Throws one line that names each wrong variable, never its value. */
export const readConfig = (environment: Variables): Config => read(Checked, environment);

const OfTheShell = Environment.pick({ PARQUET_DIR: true, LOG_LEVEL: true });

/** Reads only what a command from a shell needs: a token that is wrong does not matter to it. */
export const readShellConfig = (environment: Variables): z.infer<typeof OfTheShell> =>
  read(OfTheShell, environment);

function read<Read>(schema: z.ZodType<Read>, environment: Variables): Read {
  const found = schema.safeParse(environment);
  if (found.success) return found.data;
  const problems = found.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  throw new Error(`The environment (or .env) is wrong: ${problems.join('; ')}.`);
}
