import {
  type APIButtonComponent,
  type APIMessage,
  type APISelectMenuComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { Mistake } from './mistake.ts';

/** A button or a select. */
export type Part = APIButtonComponent | APISelectMenuComponent;

/** Returns the buttons and selects of a message in display order. */
export function partsOf({ components }: APIMessage): Part[] {
  return (components ?? []).flatMap((row) =>
    row.type === ComponentType.ActionRow ? (row.components as Part[]) : [],
  );
}

/** Returns the button with that custom id or label. Throws a Mistake if it cannot be pressed. */
export function findButton(message: APIMessage, which: string): APIButtonComponent & { custom_id: string } {
  const buttons = partsOf(message).filter((part) => part.type === ComponentType.Button);
  const found = buttons.find((one) => idOf(one) === which) ?? buttons.find((one) => labelOf(one) === which);
  if (!found) throw new Mistake('no such button', which);
  if (!('custom_id' in found)) throw new Mistake('only a link', which);
  if (found.disabled) throw new Mistake('disabled', which);
  return found;
}

/** Returns the select with that custom id, or the only select. Throws a Mistake for a wrong number of values. */
export function findSelect(
  message: APIMessage,
  values: readonly string[],
  which?: string,
): APISelectMenuComponent {
  const selects = partsOf(message).filter((part) => part.type !== ComponentType.Button);
  const [found] = which === undefined ? selects : selects.filter((one) => one.custom_id === which);
  if (!found || (which === undefined && selects.length > 1)) throw new Mistake('which select', which ?? '');
  if (found.disabled) throw new Mistake('disabled', found.custom_id);
  checkCount(values, found.custom_id, found.min_values ?? 1, found.max_values ?? 1);
  return found;
}

/** Throws a Mistake unless the number of values is within the limits of the select. */
export function checkCount(values: readonly string[], name: string, least: number, most: number): void {
  if (values.length < least || values.length > most)
    throw new Mistake('wrong number of choices', name, `${least}-${most}`);
}

type Select =
  | { type: Exclude<APISelectMenuComponent['type'], ComponentType.StringSelect> }
  | { type: ComponentType.StringSelect; options: readonly { label: string; value: string }[] };

/** Returns the values of options given by value or label. Throws a Mistake for an unknown option. */
export function readChosen(select: Select, chosen: readonly string[]): string[] {
  if (select.type !== ComponentType.StringSelect) return [...chosen];
  return chosen.map((one) => {
    const option =
      select.options.find(({ value }) => value === one) ?? select.options.find(({ label }) => label === one);
    if (!option) throw new Mistake('not offered', one);
    return option.value;
  });
}

/** Returns the label of a button. */
export function labelOf(button: APIButtonComponent): string {
  if (button.style === ButtonStyle.Premium) return '';
  return button.label ?? button.emoji?.name ?? '';
}

const idOf = (button: APIButtonComponent) => ('custom_id' in button ? button.custom_id : undefined);
