import {
  SlashCommandBooleanOption,
  SlashCommandBuilder,
  SlashCommandIntegerOption,
  SlashCommandStringOption,
  SlashCommandSubcommandBuilder,
} from '@discordjs/builders';
import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import {
  type BooleanOption,
  type Both,
  type IntegerOption,
  LONGEST_TEXT,
  type OptionChoice,
  type Options,
  type Signature,
  type StringOption,
  subcommandOf,
} from '../contract/signature.ts';

/** A command as Discord registers it. */
export type CommandData = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** Where a command appears and for whom. By default: servers, direct messages and user installs. */
export interface Reach {
  /** Only in servers. */
  readonly serversOnly?: true;
  /** Discord shows it only to members who manage the server, unless the server's admins change that. */
  readonly managersOnly?: true;
}

/** The declaration of a command with subcommands; its subcommands declare the options. */
export type Group = Omit<Signature, 'options'> & Reach;

/** Discord's definition of a command without subcommands. */
export const commandData = (signature: Signature & Reach): CommandData =>
  addOptions(newCommand(signature), signature.options).toJSON();

/** Discord's definition of a command with subcommands. */
export function groupData(group: Group, subcommands: readonly Signature[]): CommandData {
  const command = newCommand(group);
  for (const signature of subcommands) {
    const builder = describe(new SlashCommandSubcommandBuilder(), subcommandOf(signature) ?? '', signature);
    command.addSubcommand(addOptions(builder, signature.options));
  }
  return command.toJSON();
}

function newCommand(group: Group): SlashCommandBuilder {
  const { name, serversOnly, managersOnly } = group;
  const command = describe(new SlashCommandBuilder(), name, group);
  if (managersOnly === true) command.setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild);
  if (serversOnly === true)
    return command
      .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
      .setContexts(InteractionContextType.Guild);
  return command
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall)
    .setContexts(
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    );
}

function addOptions<Builder extends SlashCommandBuilder | SlashCommandSubcommandBuilder>(
  builder: Builder,
  options: Options,
): Builder {
  for (const [name, option] of Object.entries(options)) {
    if (option.type === 'string') builder.addStringOption(buildString(name, option));
    else if (option.type === 'integer') builder.addIntegerOption(buildInteger(name, option));
    else builder.addBooleanOption(buildBoolean(name, option));
  }
  return builder;
}

function buildString(name: string, option: StringOption): SlashCommandStringOption {
  const { required = false, choices, autocomplete } = option;
  const built = describe(new SlashCommandStringOption(), name, option);
  built.setRequired(required).setMaxLength(LONGEST_TEXT);
  if (autocomplete !== undefined) built.setAutocomplete(autocomplete);
  else if (choices !== undefined)
    built.addChoices(choices.map((choice) => ({ ...buildChoice(choice), value: String(choice.value) })));
  return built;
}

function buildInteger(name: string, option: IntegerOption): SlashCommandIntegerOption {
  const { required = false, min, max, choices } = option;
  const built = describe(new SlashCommandIntegerOption(), name, option);
  built.setRequired(required);
  if (min !== undefined) built.setMinValue(min);
  if (max !== undefined) built.setMaxValue(max);
  if (choices !== undefined) built.addChoices(choices.map(buildChoice));
  return built;
}

const buildBoolean = (name: string, option: BooleanOption) =>
  describe(new SlashCommandBooleanOption(), name, option).setRequired(option.required === true);

const inEnglish = (text: string) => ({ 'en-US': text, 'en-GB': text });

const buildChoice = <Value extends string | number>({ value, es, en }: OptionChoice<Value>) => ({
  name: es,
  name_localizations: inEnglish(en),
  value,
});

/** Names and describes a command, subcommand or option in both languages. */
function describe<
  Builder extends
    | SlashCommandBuilder
    | SlashCommandSubcommandBuilder
    | SlashCommandStringOption
    | SlashCommandIntegerOption
    | SlashCommandBooleanOption,
>(builder: Builder, name: string, { english, es, en }: Both & { english: string }): Builder {
  builder
    .setName(name)
    .setNameLocalizations(inEnglish(english))
    .setDescription(es)
    .setDescriptionLocalizations(inEnglish(en));
  return builder;
}
