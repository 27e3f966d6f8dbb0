import {
  SlashCommandBooleanOption,
  SlashCommandBuilder,
  SlashCommandIntegerOption,
  SlashCommandStringOption,
  SlashCommandSubcommandBuilder,
} from '@discordjs/builders';
import { ApplicationIntegrationType, InteractionContextType } from 'discord-api-types/v10';

/** The same words in both languages. */
export interface Both {
  es: string;
  en: string;
}

const english = (words: string) => ({ 'en-US': words, 'en-GB': words });

/** A look-up: Spanish by name, localised for English, for servers, direct messages and user installs. */
export function slash(name: string, englishName: string, description: Both): SlashCommandBuilder {
  return new SlashCommandBuilder()
    .setName(name)
    .setNameLocalizations(english(englishName))
    .setDescription(description.es)
    .setDescriptionLocalizations(english(description.en))
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall)
    .setContexts(
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    );
}

/** A command that only a server has: games and settings are nothing for one person alone. */
export function serverSlash(name: string, englishName: string, description: Both): SlashCommandBuilder {
  return slash(name, englishName, description)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .setContexts(InteractionContextType.Guild);
}

/** A subcommand, named in both languages. */
export function subcommand(...words: OptionWords): SlashCommandSubcommandBuilder {
  const one = new SlashCommandSubcommandBuilder();
  describe(one, words);
  return one;
}

function describe(
  option:
    | SlashCommandSubcommandBuilder
    | SlashCommandStringOption
    | SlashCommandIntegerOption
    | SlashCommandBooleanOption,
  [name, englishName, description]: OptionWords,
): void {
  option
    .setName(name)
    .setNameLocalizations(english(englishName))
    .setDescription(description.es)
    .setDescriptionLocalizations(english(description.en));
}

type OptionWords = [name: string, englishName: string, description: Both];

/** UTF-16 units that an option of text takes: the longest titles and every label of a suggestion fit. */
const LONGEST_TEXT = 200;

/** An option of free text. */
export function stringOption(...words: OptionWords): SlashCommandStringOption {
  const option = new SlashCommandStringOption().setMaxLength(LONGEST_TEXT);
  describe(option, words);
  return option;
}

/** An option that is a whole number. */
export function integerOption(...words: OptionWords): SlashCommandIntegerOption {
  const option = new SlashCommandIntegerOption();
  describe(option, words);
  return option;
}

/** An option that is yes or no. */
export function booleanOption(...words: OptionWords): SlashCommandBooleanOption {
  const option = new SlashCommandBooleanOption();
  describe(option, words);
  return option;
}

/** A choice named in both languages. */
export const choice = <Value extends string | number>(value: Value, name: Both) => ({
  name: name.es,
  name_localizations: english(name.en),
  value,
});

/** The option of every command that is about one film. */
export const titleOption = stringOption('titulo', 'title', {
  es: 'El título, en español, en inglés o el original',
  en: 'The title: English, Spanish or original',
})
  .setRequired(true)
  .setAutocomplete(true);
