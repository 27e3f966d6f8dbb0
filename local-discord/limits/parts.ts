import { z } from 'zod';

/** A text of 1 to `max` characters. */
export const text = (max: number) => z.string().min(1).max(max);

/** A text of 1 to `max` characters that is more than white space (Discord trims it first). */
export const nonBlank = (max: number) =>
  text(max).superRefine((value, context) => {
    if (value !== '' && value.trim() === '')
      refuse(context, [], 'BASE_TYPE_REQUIRED', 'This field is required');
  });

export const snowflake = z.string().regex(/^\d{17,20}$/);

/** An address that Discord fetches or links to. */
export const webUrl = z.url({ protocol: /^https?$/ }).max(2048);

/** An address of an image, or of a file of the same message (`attachment://name`). */
export const imageUrl = z.url({ protocol: /^(https?|attachment)$/ }).max(2048);

export const emoji = z.strictObject({
  id: snowflake.nullish(),
  name: z.string().max(100).nullish(),
  animated: z.boolean().nullish(),
});

type Context = {
  addIssue: (issue: { code: 'custom'; path: PropertyKey[]; message: string; params: object }) => void;
};

/** Reports a problem with Discord's code and message, at a path relative to the checked value. */
export function refuse(context: Context, path: PropertyKey[], code: string, message: string): void {
  context.addIssue({ code: 'custom', path, message, params: { code } });
}

/** Returns the indices of values that repeat an earlier value. */
export function repeated(values: readonly unknown[]): number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}
