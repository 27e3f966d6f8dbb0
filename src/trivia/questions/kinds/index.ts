import type { Kind } from '../question.ts';
import type { QuestionKind } from '../question-kind.ts';
import { cameFirst } from './came-first.ts';
import { director } from './director.ts';
import { year } from './year.ts';

/** How each kind is written, proven and worded. */
export const kinds: Readonly<Partial<Record<Kind, QuestionKind>>> = {
  director,
  year,
  came_first: cameFirst,
};
