import { command, type Deps, subcommand, withSubcommands } from '../src/command/command.ts';
import { type Call, type Reply, UserError } from '../src/contract/call.ts';
import { confirmErasing, erasedReply, personalDataReply } from '../src/replies/trivia/stored-data.ts';
import { staleReply } from '../src/replies/trouble.ts';
import { nextPartCall } from '../src/slash/calls.ts';
import { confirmOption } from '../src/slash/options.ts';
import type { PersonalPlace } from '../src/store/personal-data.ts';
import { gameText } from '../src/text/game.ts';
import { readPlace, writePersonalFile, writePlace } from '../src/trivia/personal-file.ts';

/** One file of the caller's data, from a given place on. */
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

const view = subcommand({
  name: 'mis_datos ver',
  english: 'view',
  es: 'Todo lo que guardo de ti',
  en: 'All that I keep about you',
  options: {},
  execute: (call, deps) => showFrom(undefined, call, deps),
});

const erase = subcommand({
  name: 'mis_datos borrar',
  english: 'erase',
  es: 'Borra todo lo que guardo de ti',
  en: 'Erase all that I keep about you',
  options: { confirmar: confirmOption },
  async execute(call, { store }) {
    const t = gameText[call.language];
    if (call.options.confirmar !== true) return confirmErasing(call, t.eraseMine);
    await store.erasePerson(call.userId);
    return erasedReply(t.mineErased);
  },
});

/** /mis_datos: shows people, in private, the data that the bot stores about them, and erases it. */
export const misDatos = withSubcommands(
  {
    name: 'mis_datos',
    english: 'my_data',
    es: 'Lo que guardo de ti',
    en: 'What I keep about you',
    listed: 'server',
  },
  [view, erase],
);

/** The button below one part of the data: the next part. */
export const misDatosSiguen = command({
  ...nextPartCall,
  listed: false,
  async execute(call, deps) {
    const from = readPlace(call.options.desde);
    if (from === undefined) throw new UserError(staleReply(call.language));
    return showFrom(from, call, deps);
  },
});
