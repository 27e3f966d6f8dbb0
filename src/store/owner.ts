import type { Database } from './schema.ts';

/**
 * Makes an application the owner of the store if it has none; returns the owner's id. If two applications claim a store
 * at the same time, both get the same id.
 */
export async function claimOwnership(database: Database, applicationId: string): Promise<string> {
  await database
    .insertInto('owner')
    .values({ slot: 1, application_id: applicationId })
    .onConflict((conflict) => conflict.column('slot').doNothing())
    .execute();
  const { application_id } = await database
    .selectFrom('owner')
    .select('application_id')
    .executeTakeFirstOrThrow();
  return application_id;
}

/** The application that owns the store; `undefined` before the first claim. */
export async function readOwner(database: Database): Promise<string | undefined> {
  const row = await database.selectFrom('owner').select('application_id').executeTakeFirst();
  return row?.application_id;
}
