/** What a try at a rate showed: it holds, it does not, or who measured was too slow to tell. */
export type Verdict = 'holds' | 'fails' | 'unclear';

/** The highest rate that held, and the lowest above it that did not, with what stood in its way. */
export interface Most {
  rate: number;
  above: number;
  because: Exclude<Verdict, 'holds'>;
}

/**
 * Finds the highest rate that holds: doubled from `from` until one does not, then halved in between until the two are
 * within `within` of each other (0.05: 5 %). A rate is given up when `tries` tries at it did not hold. Rates are whole;
 * 0 when not even `from` holds.
 */
export async function findMost(
  attempt: (rate: number) => Promise<Verdict>,
  { from, within, tries }: { from: number; within: number; tries: number },
): Promise<Most> {
  const judge = async (rate: number): Promise<Verdict> => {
    let verdict: Verdict = 'unclear';
    for (let time = 0; time < tries && verdict !== 'holds'; time++) verdict = await attempt(rate);
    return verdict;
  };
  let rate = 0;
  let next = from;
  for (;;) {
    const verdict = await judge(next);
    if (verdict === 'holds') {
      rate = next;
      next *= 2;
    } else
      return rate === 0
        ? { rate, above: next, because: verdict }
        : narrow({ rate, above: next, because: verdict });
  }

  async function narrow(found: Most): Promise<Most> {
    const between = Math.round(Math.sqrt(found.rate * found.above));
    if (found.above <= found.rate * (1 + within) || between === found.rate || between === found.above)
      return found;
    const verdict = await judge(between);
    return narrow(
      verdict === 'holds' ? { ...found, rate: between } : { ...found, above: between, because: verdict },
    );
  }
}
