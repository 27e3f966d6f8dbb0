import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';

/** A usable button or option of a select, which a person selects by its number. */
export type Handle = { customId: string; label: string; value?: string };

type Rows = readonly APIMessageTopLevelComponent[] | undefined;
type Row = Extract<APIMessageTopLevelComponent, { type: ComponentType.ActionRow }>;
export type RowPart = Row['components'][number];

/** Returns the components of each row in display order. */
export function rowsOf(components: Rows): RowPart[][] {
  return (components ?? []).flatMap((row) => (row.type === ComponentType.ActionRow ? [row.components] : []));
}

/** Returns the usable buttons and options in display order; the first has number 1. Links and disabled components have none. */
export function handlesOf(components: Rows): Handle[] {
  return rowsOf(components).flat().flatMap(handlesOfPart);
}

/** Returns the handles of a button or a select. */
export function handlesOfPart(part: RowPart): Handle[] {
  if (part.disabled) return [];
  if (part.type === ComponentType.Button) {
    if (part.style === ButtonStyle.Link || part.style === ButtonStyle.Premium) return [];
    return [{ customId: part.custom_id, label: part.label ?? part.emoji?.name ?? '' }];
  }
  if (part.type !== ComponentType.StringSelect) return [];
  return part.options.map(({ label, value }) => ({ customId: part.custom_id, label, value }));
}
