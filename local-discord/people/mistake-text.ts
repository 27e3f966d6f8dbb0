import type { MistakeKind } from './mistake.ts';

export type Language = 'es' | 'en';

type MistakeText = Record<MistakeKind, (about: string, detail: string) => string>;

const counted = (count: string, one: string, many: string) => `${count} ${count === '1' ? one : many}`;

/** "2-3" gives "de 2 a 3 opciones", "1-1" gives "1 opción". */
function between(range: string, from: string, to: string, one: string, many: string): string {
  const [least = '', most = ''] = range.split('-');
  return least === most ? counted(most, one, many) : `${from} ${least} ${to} ${counted(most, one, many)}`;
}

const spanishMistakes: MistakeText = {
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

const englishMistakes: MistakeText = {
  'no such command': (name) => `There is no command /${name}.`,
  'no such option': (name, options) => `There is no option ${name}. The options are: ${options}.`,
  'takes no options': (name) => `/${name} takes no options: type only its name.`,
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

/** The sentence that the page and the prompt show for a Mistake. */
export const mistakeText: Record<Language, MistakeText> = { es: spanishMistakes, en: englishMistakes };
