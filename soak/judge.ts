import type { Fault, Outcome } from './fault.ts';

/** What does not hold of a fault, a line each. */
export function faultsOf({ name, mayLose = 0 }: Fault, outcome: Outcome): string[] {
  const { injected, lost, unfriendly, problems } = outcome;
  return [
    ...(lost > injected * mayLose ? [`${name}: ${lost} answers lost`] : []),
    ...(unfriendly > 0 ? [`${name}: ${unfriendly} calls failed in an unfriendly way`] : []),
    ...problems.map((problem) => `${name}: ${problem}`),
  ];
}
