import type { Database, SettingsTable } from './schema.ts';

export type Settings = Omit<SettingsTable, 'guild_id'>;

/** The settings of a server that has changed none. */
export const defaultSettings: Settings = {
  language: null,
  games_per: 'server',
  seconds: 20,
  pause: 5,
  starters: 'everyone',
};

const columns = ['language', 'games_per', 'seconds', 'pause', 'starters'] as const;

/** A server's settings; the defaults if it has changed none. */
export async function readSettings(database: Database, guildId: string): Promise<Settings> {
  const row = await database
    .selectFrom('settings')
    .select(columns)
    .where('guild_id', '=', guildId)
    .executeTakeFirst();
  return row ?? defaultSettings;
}

/** Changes some settings of a server and returns all of them. */
export async function changeSettings(
  database: Database,
  guildId: string,
  changes: Partial<Settings>,
): Promise<Settings> {
  return database
    .insertInto('settings')
    .values({ guild_id: guildId, ...defaultSettings, ...changes })
    .onConflict((conflict) => conflict.column('guild_id').doUpdateSet({ guild_id: guildId, ...changes }))
    .returning(columns)
    .executeTakeFirstOrThrow();
}
