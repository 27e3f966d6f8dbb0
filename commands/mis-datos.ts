import { confirmErasing, erasedReply } from '../src/replies/trivia/confirm.ts';
import { personalDataReply } from '../src/replies/trivia/personal-data.ts';
import { words } from '../src/replies/trivia/words.ts';
import { booleanOption, slash, subcommand } from './slash.ts';
import { type Subcommand, withSubcommands } from './subcommands.ts';

const view: Subcommand = {
  data: subcommand('ver', 'view', { es: 'Todo lo que guardo de ti', en: 'All that I keep about you' }),
  async execute({ userId, language }, { store }) {
    const [data, open] = await Promise.all([store.readPersonalData(userId), store.openPicks(userId)]);
    return personalDataReply({ ...data, picks: data.picks.map((pick) => untold(pick, open)) }, language);
  },
};

/** A pick as it may be shown: while its question is open, not how it was judged. */
function untold(pick: object, open: readonly { game_id: string; round: number }[]): object {
  const { game_id: gameId, round } = pick as { game_id: string; round: number };
  const isOpen = open.some((one) => one.game_id === gameId && one.round === round);
  return isOpen ? { ...pick, correct: null, points: null, streak: null } : pick;
}

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
