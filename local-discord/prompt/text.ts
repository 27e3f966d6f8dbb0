import type { Language } from '../people/mistake-text.ts';
import { mistakeText } from '../people/mistake-text.ts';

export type { Language } from '../people/mistake-text.ts';

/** The locale of each language. */
export const localeOf: Record<Language, string> = { es: 'es-419', en: 'en-US' };

/** The sentences of the prompt. */
export const promptText = {
  es: {
    mistakes: mistakeText.es,
    nearest: (names: string) => `¿Querías decir ${names}?`,
    noAnswer: 'La aplicación no respondió.',
    stillThinking: 'Sigue pensando: la respuesta aparecerá aquí.',
    noNumber: (most: number) =>
      most === 0 ? 'No hay nada que elegir.' : `Elige un número del 1 al ${most}.`,
    form: (url: string) => `Se abre un formulario: para llenarlo usa este comando en la página, ${url}`,
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
    mistakes: mistakeText.en,
    nearest: (names: string) => `Did you mean ${names}?`,
    noAnswer: 'The application did not respond.',
    stillThinking: 'Still thinking: the answer will appear here.',
    noNumber: (most: number) =>
      most === 0 ? 'There is nothing to choose.' : `Choose a number from 1 to ${most}.`,
    form: (url: string) => `A form opens: to fill it in, use this command on the page, ${url}`,
    notUnderstood: 'Type a command, for example /help; :help explains how.',
    languageSet: 'Done: the language is English now.',
    languageUnknown: 'Type :language es or :language en.',
    channelSet: (name: string) => `You are now in #${name}.`,
    help: [
      '/command option:value   sends a command; Tab completes commands, options and values',
      '1 or #1                 presses that button or chooses that option of the last message (1 2: several)',
      ':language es|en         changes your language',
      ':channel NAME           changes the channel: general, trivia or noche (age-restricted)',
      ':quit                   quits (also Ctrl-C or Ctrl-D)',
    ],
    commandsAre: 'Commands:',
  },
} as const;

export type Action = 'language' | 'help' | 'quit' | 'channel';

/** The actions after a colon. Both languages work at any time. */
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
