/** A label that is nothing but a name, cut off because it was too long; undefined if it was not cut off. */
export const cutOffName = (typed: string) => (typed.trim().endsWith('…') ? typed.trim() : undefined);

export const withoutDots = (name: string) => name.replace(/…$/u, '').trim();
