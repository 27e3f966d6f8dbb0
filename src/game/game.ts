export type Mode = 'classic' | 'survival' | 'first_to';

/**
 * The phase of a game:
 * - `opening`: the start message may not be shown yet
 * - `pause`: before the next question
 * - `posting`: the next question is stored, its message may not be posted yet
 * - `open`: the question takes picks
 * - `closing`: the round is closed, its answer may not be shown yet
 * - `ending`: the final scores may not be posted yet
 * - `over`
 */
export type Phase = 'opening' | 'pause' | 'posting' | 'open' | 'closing' | 'ending' | 'over';

export type EndReason = 'played' | 'won' | 'idle' | 'stopped' | 'used_up' | 'muted' | 'left' | 'broken';

/** Whether a fault ended a game. No message in the channel says so, because the bot could not post one. */
export const isFault = (reason: EndReason | null): reason is 'muted' | 'broken' =>
  reason === 'muted' || reason === 'broken';
