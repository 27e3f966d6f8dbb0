export type { Clock } from './clock.ts';
export { timeOf } from './clock.ts';
export { NoAnswer } from './interactions.ts';
export type { Answer } from './people/answer.ts';
export { Mistake } from './people/mistake.ts';
export type { OptionValues } from './people/option-values.ts';
export type { Choice, Person, PersonOptions } from './people/person.ts';
export { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from './start.ts';
export type { BodyKind, Happening, Judge, Violation } from './world.ts';
