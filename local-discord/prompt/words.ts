import type { MistakeKind } from '../people/mistake.ts';

export type Language = 'es' | 'en';

/** The locale of a person who reads that language. */
export const localeOf: Record<Language, string> = { es: 'es-419', en: 'en-US' };

type MistakeWords = Record<MistakeKind, (about: string, detail: string) => string>;

const spanishMistakes: MistakeWords = {
  'no such command': (name) => `No hay un comando /${name}.`,
  'no such option': (name, options) => `No hay una opción ${name}. Hay: ${options}.`,
  'takes no options': (name) => `/${name} no lleva opciones: escríbelo solo.`,
  'option missing': (name) => `Falta la opción ${name}. Escribe ${name}:…`,
  'not a choice': (name, choices) => `${name} tiene que ser una de estas: ${choices}.`,
  'too short': (name, least) => `${name} necesita al menos ${least} caracteres.`,
  'too long': (name, most) => `${name} admite hasta ${most} caracteres.`,
  'too small': (name, least) => `${name} tiene que ser ${least} o más.`,
  'too big': (name, most) => `${name} tiene que ser ${most} o menos.`,
  'not a number': (name) => `${name} tiene que ser un número.`,
  'not a whole number': (name) => `${name} tiene que ser un número entero.`,
  'not true or false': (name) => `${name} tiene que ser sí o no.`,
  'not an id': (name) => `${name} tiene que ser un id de Discord.`,
  'suggests nothing': (name) => `La opción ${name} no sugiere nada.`,
  'no such button': (name) => `No hay un botón ${name}.`,
  'only a link': (name) => `${name} es un enlace: ábrelo en un navegador.`,
  disabled: () => 'Eso está desactivado.',
  'which select': () => '¿Cuál de los menús?',
  'wrong number of choices': (_, range) => `Elige entre ${range.replace('-', ' y ')} opciones.`,
  'not offered': (name) => `El menú no ofrece ${name}.`,
  'not visible': () => 'Ese mensaje ya no está.',
  'no such channel': (name) => `No hay un canal ${name}.`,
};

const englishMistakes: MistakeWords = {
  'no such command': (name) => `There is no command /${name}.`,
  'no such option': (name, options) => `There is no option ${name}. There are: ${options}.`,
  'takes no options': (name) => `/${name} takes no options: type it alone.`,
  'option missing': (name) => `The option ${name} is missing. Type ${name}:…`,
  'not a choice': (name, choices) => `${name} must be one of: ${choices}.`,
  'too short': (name, least) => `${name} needs at least ${least} characters.`,
  'too long': (name, most) => `${name} takes at most ${most} characters.`,
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
  'which select': () => 'Which of the menus?',
  'wrong number of choices': (_, range) => `Choose between ${range.replace('-', ' and ')} options.`,
  'not offered': (name) => `The menu does not offer ${name}.`,
  'not visible': () => 'That message is gone.',
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
    languageSet: 'Ahora escribes en español.',
    languageUnknown: 'Escribe :idioma es o :idioma en.',
    channelSet: (name: string) => `Ahora estás en #${name}.`,
    help: [
      '/comando opción:valor   envía un comando; Tab completa comandos, opciones y valores',
      '1 o #1                  presiona ese botón o elige esa opción del último mensaje que los tenga (1 2: varias)',
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
    languageSet: 'You now type in English.',
    languageUnknown: 'Type :language es or :language en.',
    channelSet: (name: string) => `You are in #${name} now.`,
    help: [
      '/command option:value   sends a command; Tab completes commands, options and values',
      '1 or #1                 presses that button or chooses that option of the last message that has any (1 2: several)',
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
