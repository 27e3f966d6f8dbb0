import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { OptionValues } from '../../contract/call.ts';
import { customId } from '../../contract/custom-id.ts';

const STYLES = { primary: ButtonStyle.Primary, secondary: ButtonStyle.Secondary } as const;

/** A button that runs a command; its reply is a new message. Discord's limits are checked when the message is sent. */
export const button = (
  style: keyof typeof STYLES,
  label: string,
  command: string,
  options: OptionValues,
): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: STYLES[style],
  label,
  custom_id: customId('add', command, options),
});

export const row = (
  components: APIButtonComponentWithCustomId[],
): APIActionRowComponent<APIButtonComponentWithCustomId> => ({ type: ComponentType.ActionRow, components });
