export type Mode = 'classic' | 'survival' | 'first_to';

/**
 * Where a game is: `opening` when its start is perhaps not shown, `pause` before its next question, `posting` one that is written but perhaps not seen, `open` for
 * picks, `closing` with the answer perhaps not shown, `ending` with the last table perhaps not posted, `over`.
 */
export type Phase = 'opening' | 'pause' | 'posting' | 'open' | 'closing' | 'ending' | 'over';

export type EndReason = 'played' | 'won' | 'idle' | 'stopped' | 'used_up' | 'muted' | 'left' | 'broken';
