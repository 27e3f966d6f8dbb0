import type { Store } from '../store/store.ts';

/**
 * Makes the store the application's own at its first start. Throws one line if it belongs to another application, whose
 * servers this one does not see: it would take all of them for left.
 */
export async function claimStore(store: Pick<Store, 'claimOwnership'>, applicationId: string): Promise<void> {
  const owner = await store.claimOwnership(applicationId);
  if (owner !== applicationId)
    throw new Error(
      `The store belongs to application ${owner}, and DISCORD_TOKEN is of application ${applicationId}. Set the token of application ${owner}, or give this one a store of its own (STATE_DIR or DATABASE_URL).`,
    );
}
