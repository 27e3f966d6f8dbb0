import { confirmErasing, erasedReply } from '../src/replies/trivia/confirm.ts';
import { personalDataReply } from '../src/replies/trivia/personal-data.ts';
import { words } from '../src/replies/trivia/words.ts';
import { booleanOption, slash, subcommand } from './slash.ts';
import { type Subcommand, withSubcommands } from './subcommands.ts';

const view: Subcommand = {
  data: subcommand('ver', 'view', { es: 'Todo lo que guardo de ti', en: 'All that I keep about you' }),
  execute: async ({ userId, language }, { store }) =>
    personalDataReply(await store.readPersonalData(userId), language),
};

const erase: Subcommand = {
  data: subcommand('borrar', 'erase', {
    es: 'Borra todo lo que guardo de ti',
    en: 'Erase all that I keep about you',
  }).addBooleanOption(
    booleanOption('confirmar', 'confirm', {
      es: 'Sí para borrar sin preguntar',
      en: 'Yes to erase without asking',
    }),
  ),
  async execute({ userId, options, language }, { store }) {
    const own = words[language];
    if (options.confirmar !== true) return confirmErasing('mis_datos borrar', own.eraseMine, language);
    await store.erasePerson(userId);
    return erasedReply(own.mineErased);
  },
};

/** /mis_datos: what is kept about a person, for that person alone, and its end. */
export const misDatos = withSubcommands(
  slash('mis_datos', 'my_data', { es: 'Lo que guardo de ti', en: 'What I keep about you' }),
  [view, erase],
);
