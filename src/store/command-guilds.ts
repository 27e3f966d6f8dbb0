import type { Database } from './schema.ts';

/** Notes that commands are registered for this guild alone. */
export async function noteCommandGuild(database: Database, guildId: string): Promise<void> {
  await database
    .insertInto('command_guilds')
    .values({ guild_id: guildId })
    .onConflict((conflict) => conflict.column('guild_id').doNothing())
    .execute();
}

/** The guilds that have, or may have, a list of commands of their own. */
export async function commandGuilds(database: Database): Promise<string[]> {
  const rows = await database.selectFrom('command_guilds').select('guild_id').execute();
  return rows.map(({ guild_id }) => guild_id);
}

/** Notes that a guild has no list of commands of its own any more. */
export async function forgetCommandGuild(database: Database, guildId: string): Promise<void> {
  await database.deleteFrom('command_guilds').where('guild_id', '=', guildId).execute();
}
