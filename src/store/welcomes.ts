import type { Database } from './schema.ts';

/** Takes it upon the caller to welcome a server; false when somebody did, or is about to. */
export async function claimWelcome(database: Database, guildId: string, now: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('welcomes')
    .values({ guild_id: guildId, at: now })
    .onConflict((conflict) => conflict.column('guild_id').doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) === 1;
}

/** Gives it back: the welcome could not be said. */
export async function returnWelcome(database: Database, guildId: string): Promise<void> {
  await database.deleteFrom('welcomes').where('guild_id', '=', guildId).execute();
}
