/** The results of work under way side by side. When some of it fails, throws the first error once all has ended. */
export async function settleAll<Results extends readonly unknown[]>(
  work: {
    [At in keyof Results]: Promise<Results[At]>;
  },
): Promise<Results> {
  await Promise.allSettled(work);
  return (await Promise.all(work)) as unknown as Results;
}
