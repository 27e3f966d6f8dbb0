import type { MistakeKind } from '../people/mistake.ts';

export type Language = 'es' | 'en';

/** The locale of a person who reads that language. */
export const localeOf: Record<Language, string> = { es: 'es-419', en: 'en-US' };

type MistakeWords = Record<MistakeKind, (about: string, detail: string) => string>;

const counted = (count: string, one: string, many: string) => `${count} ${count === '1' ? one : many}`;

/** "2-3" gives "de 2 a 3 opciones", "1-1" gives "1 opción". */
function between(range: string, from: string, to: string, one: string, many: string): string {
  const [least = '', most = ''] = range.split('-');
  return least === most ? counted(most, one, many) : `${from} ${least} ${to} ${counted(most, one, many)}`;
}

const spanishMistakes: MistakeWords = {
  'no such command': (name) => `No existe el comando /${name}.`,
  'no such option': (name, options) => `No existe la opción ${name}. Hay estas: ${options}.`,
  'takes no options': (name) => `/${name} no lleva opciones: escríbelo solo.`,
  'option missing': (name) => `Falta la opción ${name}. Escribe ${name}:…`,
  'not a choice': (name, choices) => `Para ${name}, elige una de estas opciones: ${choices}.`,
  'too short': (name, least) => `${name} necesita al menos ${counted(least, 'carácter', 'caracteres')}.`,
  'too long': (name, most) => `${name} admite hasta ${counted(most, 'carácter', 'caracteres')}.`,
  'too small': (name, least) => `${name} tiene que ser ${least} o más.`,
  'too big': (name, most) => `${name} tiene que ser ${most} o menos.`,
  'not a number': (name) => `${name} tiene que ser un número.`,
  'not a whole number': (name) => `${name} tiene que ser un número entero.`,
  'not true or false': (name) => `${name} tiene que ser sí o no.`,
  'not an id': (name) => `${name} tiene que ser un id de Discord.`,
  'suggests nothing': (name) => `La opción ${name} no sugiere nada.`,
  'no such button': (name) => `No hay ningún botón ${name}.`,
  'only a link': (name) => `${name} es un enlace: ábrelo en un navegador.`,
  disabled: () => 'Eso está desactivado.',
  'which select': () => 'Hay varios menús: elige primero cuál.',
  'wrong number of choices': (_, range) => `Elige ${between(range, 'de', 'a', 'opción', 'opciones')}.`,
  'not offered': (name) => `El menú no ofrece ${name}.`,
  'not visible': () => 'Ese mensaje ya no está.',
  'not allowed': () => 'Eso no lo puedes hacer tú.',
  'no such channel': (name) => `No existe el canal ${name}.`,
};

const englishMistakes: MistakeWords = {
  'no such command': (name) => `There is no command /${name}.`,
  'no such option': (name, options) => `There is no option ${name}. There are: ${options}.`,
  'takes no options': (name) => `/${name} takes no options: type it alone.`,
  'option missing': (name) => `The option ${name} is missing. Type ${name}:…`,
  'not a choice': (name, choices) => `For ${name}, choose one of these options: ${choices}.`,
  'too short': (name, least) => `${name} needs at least ${counted(least, 'character', 'characters')}.`,
  'too long': (name, most) => `${name} takes at most ${counted(most, 'character', 'characters')}.`,
  'too small': (name, least) => `${name} must be ${least} or more.`,
  'too big': (name, most) => `${name} must be ${most} or less.`,
  'not a number': (name) => `${name} must be a number.`,
  'not a whole number': (name) => `${name} must be a whole number.`,
  'not true or false': (name) => `${name} must be yes or no.`,
  'not an id': (name) => `${name} must be a Discord id.`,
  'suggests nothing': (name) => `The option ${name} suggests nothing.`,
  'no such button': (name) => `There is no button ${name}.`,
  'only a link': (name) => `${name} is a link: open it in a browser.`,
  disabled: () => 'That is disabled.',
  'which select': () => 'There are several menus: choose first which one.',
  'wrong number of choices': (_, range) => `Choose ${between(range, 'from', 'to', 'option', 'options')}.`,
  'not offered': (name) => `The menu does not offer ${name}.`,
  'not visible': () => 'That message is gone.',
  'not allowed': () => 'You may not do that.',
  'no such channel': (name) => `There is no channel ${name}.`,
};

/** Every word that the prompt itself says. */
export const words = {
  es: {
    mistakes: spanishMistakes,
    nearest: (names: string) => `¿Querías decir ${names}?`,
    noAnswer: 'La aplicación no respondió.',
    noNumber: (most: number) =>
      most === 0 ? 'No hay nada que elegir.' : `Elige un número del 1 al ${most}.`,
    notUnderstood: 'Escribe un comando, por ejemplo /ayuda; :ayuda explica cómo.',
    languageSet: 'Listo: ahora te hablo en español.',
    languageUnknown: 'Escribe :idioma es o :idioma en.',
    channelSet: (name: string) => `Ahora estás en #${name}.`,
    help: [
      '/comando opción:valor   envía un comando; Tab completa comandos, opciones y valores',
      '1 o #1                  presiona ese botón o elige esa opción, de los últimos mostrados (1 2: varias)',
      ':idioma es|en           cambia tu idioma',
      ':canal NOMBRE           cambia de canal: general, trivia o noche (para adultos)',
      ':salir                  termina (también Ctrl-C o Ctrl-D)',
    ],
    commandsAre: 'Comandos:',
  },
  en: {
    mistakes: englishMistakes,
    nearest: (names: string) => `Did you mean ${names}?`,
    noAnswer: 'The application did not respond.',
    noNumber: (most: number) =>
      most === 0 ? 'There is nothing to choose.' : `Choose a number from 1 to ${most}.`,
    notUnderstood: 'Type a command, for example /help; :help explains how.',
    languageSet: 'Done: I talk to you in English now.',
    languageUnknown: 'Type :language es or :language en.',
    channelSet: (name: string) => `You are in #${name} now.`,
    help: [
      '/command option:value   sends a command; Tab completes commands, options and values',
      '1 or #1                 presses that button or chooses that option, of those shown last (1 2: several)',
      ':language es|en         changes your language',
      ':channel NAME           changes the channel: general, trivia or noche (age-restricted)',
      ':quit                   ends (so do Ctrl-C and Ctrl-D)',
    ],
    commandsAre: 'Commands:',
  },
} as const;

export type Action = 'language' | 'help' | 'quit' | 'channel';

/** What can be typed after a colon, in both languages at any time. */
export const actions: Readonly<Record<string, Action>> = {
  idioma: 'language',
  language: 'language',
  ayuda: 'help',
  help: 'help',
  canal: 'channel',
  channel: 'channel',
  salir: 'quit',
  quit: 'quit',
};
