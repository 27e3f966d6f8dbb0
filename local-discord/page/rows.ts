import { type APIMessage, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { type RowPart, rowsOf } from '../draw/handles.ts';
import { element } from './element.ts';
import { drawSelect } from './select.ts';
import type { PageText } from './text.ts';

/** Actions on the components of a message. */
export type Uses = {
  press: (message: APIMessage, customId: string) => void;
  choose: (message: APIMessage, customId: string, values: string[]) => void;
};

type Button = Extract<RowPart, { type: ComponentType.Button }>;

const types: Record<number, string> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'destructive',
};

/** Draws the rows of buttons and selects of a message. */
export function drawRows(message: APIMessage, t: PageText, uses: Uses): HTMLElement[] {
  return rowsOf(message.components).map((parts) =>
    element(
      'discord-action-row',
      {},
      ...parts.map((part) =>
        part.type === ComponentType.Button
          ? drawButton(part, message, t, uses)
          : drawSelectOf(part, message, t, uses),
      ),
    ),
  );
}

function drawButton(button: Button, message: APIMessage, t: PageText, { press }: Uses): HTMLElement {
  const label =
    button.style === ButtonStyle.Premium ? '★' : [button.emoji?.name, button.label].filter(Boolean).join(' ');
  const customId = 'custom_id' in button ? button.custom_id : undefined;
  const isOff = button.disabled ?? false;
  return element(
    'discord-button',
    {
      type: types[button.style] ?? 'secondary',
      disabled: isOff,
      url: button.style === ButtonStyle.Link ? button.url : undefined,
      'data-custom-id': customId,
      title: button.style === ButtonStyle.Link ? t.link : undefined,
      onclick: () => customId !== undefined && !isOff && press(message, customId),
    },
    label,
  );
}

function drawSelectOf(
  select: Exclude<RowPart, Button>,
  message: APIMessage,
  t: PageText,
  { choose }: Uses,
): HTMLElement {
  const isText = select.type === ComponentType.StringSelect;
  return drawSelect({
    options: isText ? select.options : [],
    placeholder: select.placeholder,
    customId: select.custom_id,
    least: select.min_values ?? 1,
    most: select.max_values ?? 1,
    disabled: (select.disabled ?? false) || !isText,
    t,
    chosen: (values) => choose(message, select.custom_id, values),
  });
}
