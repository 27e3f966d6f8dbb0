import { z } from 'zod';

const snowflake = z.string().regex(/^\d{17,20}$/u, 'is a Discord id: 17 to 20 digits');
const blankIsUnset = (value: unknown) => (value === '' ? undefined : value);

/** The environment, each variable with what it is for; `.env.example` lists the same. */
const Environment = z.object({
  DISCORD_TOKEN: z.preprocess(blankIsUnset, z.string().min(50, 'is too short for a bot token').optional()),
  DISCORD_API: z.preprocess(
    blankIsUnset,
    z.url({ protocol: /^https?$/u, error: 'is a URL: https://discord.com/api' }).optional(),
  ),
  DEV_GUILD_ID: z.preprocess(blankIsUnset, snowflake.optional()),
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
});

export type Config = z.infer<typeof Environment>;

/** The names of the variables that the bot reads. */
export const variables = Object.keys(Environment.shape);

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the environment once. Throws one line that names each wrong variable, never its value. */
export const readConfig = (environment: Variables): Config => read(Environment, environment);

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
