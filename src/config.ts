import { z } from 'zod';

const snowflake = z.string().regex(/^\d{17,20}$/u, 'is a Discord id: 17 to 20 digits');
const blankIsUnset = (value: unknown) => (value === '' ? undefined : value);

/** The environment, each variable with what it is for; `.env.example` lists the same. */
const Environment = z.object({
  DISCORD_TOKEN: z.preprocess(blankIsUnset, z.string().min(50, 'is too short for a bot token').optional()),
  DEV_GUILD_ID: z.preprocess(blankIsUnset, snowflake.optional()),
  PARQUET_DIR: z.preprocess(blankIsUnset, z.string().default('data/parquet')),
  LOG_LEVEL: z.preprocess(
    blankIsUnset,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).optional(),
  ),
});

export type Config = z.infer<typeof Environment>;

/** The names of the variables that the bot reads. */
export const variables = Object.keys(Environment.shape);

/** Reads the environment once. Throws one line that names each wrong variable, never its value. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const read = Environment.safeParse(environment);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  throw new Error(`The environment (or .env) is wrong: ${problems.join('; ')}.`);
}
