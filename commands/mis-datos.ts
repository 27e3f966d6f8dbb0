import type { Command, Deps } from '../src/command/command.ts';
import { booleanOption, slash, stringOption, subcommand } from '../src/command/slash.ts';
import { type Subcommand, withSubcommands } from '../src/command/subcommands.ts';
import { type Call, type Reply, UserError } from '../src/contract/call.ts';
import { confirmErasing, erasedReply } from '../src/replies/trivia/confirm.ts';
import { personalDataReply } from '../src/replies/trivia/personal-data.ts';
import { staleReply } from '../src/replies/trouble.ts';
import type { PersonalPlace } from '../src/store/personal-data.ts';
import { gameText } from '../src/text/game.ts';
import { readPlace, writePersonalFile, writePlace } from '../src/trivia/personal-file.ts';

/** One file with the caller's data, starting at a given place. */
async function showFrom(
  from: PersonalPlace | undefined,
  { userId, language, defer }: Call,
  { store }: Deps,
): Promise<Reply> {
  const counts = await store.countPersonalData(userId);
  const file = await writePersonalFile(store, userId, { from, onMore: () => defer('private') });
  const next = file.next === undefined ? undefined : writePlace(file.next);
  return personalDataReply(counts, { ...file, next }, language);
}

const view: Subcommand = {
  data: subcommand('ver', 'view', { es: 'Todo lo que guardo de ti', en: 'All that I keep about you' }),
  execute: (call, deps) => showFrom(undefined, call, deps),
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
    const own = gameText[language];
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

const both = (word: string) => ({ es: word, en: word });

/** The button below a part of what is kept: the next part. */
export const misDatosSiguen: Command = {
  unlisted: true,
  data: slash('mis_datos_siguen', 'mis_datos_siguen', both('The next part'))
    .addStringOption(stringOption('desde', 'desde', both('Where it begins')).setRequired(true))
    .toJSON(),
  async execute(call, deps) {
    const from = readPlace(String(call.options.desde));
    if (from === undefined) throw new UserError(staleReply(call.language));
    return showFrom(from, call, deps);
  },
};
