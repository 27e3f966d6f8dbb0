/** Bits of what can be found: those of films, and those of people. */
export const FLAGS = { adult: 1, actor: 1, director: 2 } as const;
