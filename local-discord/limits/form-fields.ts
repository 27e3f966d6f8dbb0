import { ComponentType } from 'discord-api-types/v10';
import type { Input, ModalPart } from './modal-parts.ts';

/** A field of a form: an input with its label and description. */
export type Field = { customId: string; label: string; description: string | undefined; input: Input };

/** Returns the fields of a form in display order. */
export function fieldsOf({ components }: { components: readonly ModalPart[] }): Field[] {
  return components.flatMap((part): Field[] => {
    if (part.type === ComponentType.TextDisplay) return [];
    if (part.type === ComponentType.Label) {
      const { label, description, component: input } = part;
      return [{ customId: input.custom_id, label, description: description ?? undefined, input }];
    }
    return part.components.map((input) => ({
      customId: input.custom_id,
      label: input.label ?? '',
      description: undefined,
      input,
    }));
  });
}
