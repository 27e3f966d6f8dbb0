import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';

const STYLES = { primary: ButtonStyle.Primary, secondary: ButtonStyle.Secondary } as const;

/** A button with a custom id. Nothing is checked here: Discord's limits are checked when the message is sent. */
export const button = (
  style: keyof typeof STYLES,
  label: string,
  id: string,
): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: STYLES[style],
  label,
  custom_id: id,
});

export const row = (
  components: APIButtonComponentWithCustomId[],
): APIActionRowComponent<APIButtonComponentWithCustomId> => ({ type: ComponentType.ActionRow, components });
