import { z } from 'zod';
import { fieldsOf } from './form-fields.ts';
import { modalPart } from './modal-parts.ts';
import { refuse, repeated, text } from './parts.ts';

/** A form of one to five parts without duplicate custom ids. */
export const modal = z.strictObject({
  custom_id: text(100),
  title: text(45),
  components: z
    .array(modalPart)
    .min(1)
    .max(5)
    .superRefine((list, context) => {
      const ids = list.map((part, index) => fieldsOf({ components: [part] })[0]?.customId ?? `#${index}`);
      for (const index of repeated(ids)) {
        const message = 'Component custom id cannot be duplicated';
        refuse(context, [index], 'COMPONENT_CUSTOM_ID_DUPLICATED', message);
      }
    }),
});

export type Modal = z.infer<typeof modal>;
