import type { Stored } from '../places.ts';
import type { World } from '../world.ts';

/** Discord says "the past few minutes" and no more. */
const KEPT_MS = 3 * 60 * 1000;

type Nonce = string | number | null | undefined;

/** What a message says of its nonce. */
type Body = { nonce?: Nonce; enforce_nonce?: boolean | null | undefined };

/** Returns the message that the bot sent with the same nonce a short while ago, when the new one asks for that. */
export function earlierOf(world: World, { nonce, enforce_nonce }: Body): Stored | undefined {
  const found = enforce_nonce ? world.nonces.get(String(nonce)) : undefined;
  return found && world.clock() - found.at <= KEPT_MS && !found.stored.deleted ? found.stored : undefined;
}

/** Keeps a message's nonce in mind, and forgets the old ones. */
export function keepNonce(world: World, { nonce }: Body, stored: Stored): void {
  const at = world.clock();
  for (const [key, kept] of world.nonces) if (at - kept.at > KEPT_MS) world.nonces.delete(key);
  if (nonce !== undefined && nonce !== null) world.nonces.set(String(nonce), { stored, at });
}
