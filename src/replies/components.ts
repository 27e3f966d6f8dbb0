import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';

/** Buttons and selects as Discord takes them. Texts that are too long are cut when the message is sent. */

const STYLES = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  danger: ButtonStyle.Danger,
} as const;

/** A button that runs the call in its custom id. */
export const button = (
  label: string,
  id: string,
  { style = 'secondary', disabled = false }: { style?: keyof typeof STYLES; disabled?: boolean } = {},
): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: STYLES[style],
  label,
  custom_id: id,
  ...(disabled && { disabled }),
});

export const linkButton = (label: string, url: string): APIButtonComponentWithURL => ({
  type: ComponentType.Button,
  style: ButtonStyle.Link,
  label,
  url,
});

/** A row of one to five buttons. */
export const row = (...components: APIButtonComponent[]): APIActionRowComponent<APIButtonComponent> => ({
  type: ComponentType.ActionRow,
  components,
});

/** A row with a select of one to 25 options. */
export const selectRow = (
  id: string,
  placeholder: string,
  options: APISelectMenuOption[],
): APIActionRowComponent<APIStringSelectComponent> => ({
  type: ComponentType.ActionRow,
  components: [{ type: ComponentType.StringSelect, custom_id: id, placeholder, options }],
});
