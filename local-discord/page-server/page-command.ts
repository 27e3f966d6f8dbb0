import { localized } from '../limits/locales.ts';
import type { ShownCommand } from '../people/find-command.ts';
import { shownName } from '../people/find-command.ts';
import { choicesOf } from '../people/option-values.ts';
import type { PageCommand } from './protocol.ts';

/** Returns a command as the page draws it, its options and choices in the person's language. */
export function pageCommand({ name, description, options }: ShownCommand, locale: string): PageCommand {
  return {
    name,
    description,
    options: options.map((option) => ({
      name: shownName(option, locale),
      description: localized(option.description_localizations, locale, option.description),
      type: option.type,
      required: option.required ?? false,
      autocomplete: ('autocomplete' in option && option.autocomplete) ?? false,
      choices: choicesOf(option, locale),
    })),
  };
}
