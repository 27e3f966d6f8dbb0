import type { Database } from './schema.ts';

/**
 * Gives the store to an application if it has no owner yet; returns the owner's id. If two applications claim an
 * unowned store at once, both get the same answer.
 */
export async function claim(database: Database, applicationId: string): Promise<string> {
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

/** The application that the store belongs to; `undefined` before its first start. */
export async function readOwner(database: Database): Promise<string | undefined> {
  const row = await database.selectFrom('owner').select('application_id').executeTakeFirst();
  return row?.application_id;
}
