import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';

/** Something of a message that a person can use by its number: a button, or one option of a select. */
export type Handle = { customId: string; label: string; value?: string };

type Rows = readonly APIMessageTopLevelComponent[] | undefined;
type Row = Extract<APIMessageTopLevelComponent, { type: ComponentType.ActionRow }>;
export type RowPart = Row['components'][number];

/** Returns the components of all rows in the order they are shown, row by row. */
export function rowsOf(components: Rows): RowPart[][] {
  return (components ?? []).flatMap((row) => (row.type === ComponentType.ActionRow ? [row.components] : []));
}

/** Returns what can be used, in the order it is drawn: the first has number 1. Links and what is disabled have none. */
export function handlesOf(components: Rows): Handle[] {
  return rowsOf(components).flat().flatMap(handlesOfPart);
}

/** Returns the handles of one button or select. */
export function handlesOfPart(part: RowPart): Handle[] {
  if (part.disabled) return [];
  if (part.type === ComponentType.Button) {
    if (part.style === ButtonStyle.Link || part.style === ButtonStyle.Premium) return [];
    return [{ customId: part.custom_id, label: part.label ?? part.emoji?.name ?? '' }];
  }
  if (part.type !== ComponentType.StringSelect) return [];
  return part.options.map(({ label, value }) => ({ customId: part.custom_id, label, value }));
}
