// Refusals and failures, over Discord and HTTP.

export const es = {
  noSuchPath: 'Aquí no hay nada: /docs dice qué puedes pedir.',
  readOnly: (method: string, allowed: string) => `Aquí no se acepta ${method}, solo ${allowed}.`,
  tooSlow: 'Esto me está tomando demasiado. Prueba de nuevo en un momento.',
  tooMany: (seconds: string) => `Vas muy rápido para mí. Espera ${seconds} s y seguimos.`,
  cutOff: 'Me reinicié a la mitad y esto quedó sin terminar. Pídemelo otra vez.',
  broken: (id: string) => `Algo falló de mi lado. Quedó anotado con el código \`${id}\`; inténtalo de nuevo.`,
  staleButton: 'Este botón es de una versión anterior. Escribe el comando otra vez.',
  optionMissing: (option: string) => `Falta \`${option}\`.`,
  optionWrong: (option: string, typed: string, accepted: string) =>
    `«${typed}» no es un valor de \`${option}\`. Puede ser: ${accepted}.`,
  notAmong: (typed: string, accepted: string) => `«${typed}» no está. Hay: ${accepted}`,
  optionTooLong: (option: string, most: string, length: string) =>
    `\`${option}\` admite hasta ${most} caracteres, y ahí van ${length}.`,
  optionUnknown: (option: string, accepted: string) =>
    `Este comando no tiene la opción \`${option}\`. Tiene: ${accepted}.`,
  optionInPath: (option: string, place: string) =>
    `\`${option}\` no va después de «?»: su valor es la parte \`{${place}}\` de la ruta.`,
  optionTwice: (option: string) => `\`${option}\` está más de una vez. Dale un solo valor.`,
  notNow: {
    withheld: 'Esa respuesta está en juego ahora mismo. Pregúntamelo después de la ronda. 🤫',
    'might tell':
      'Aquí hay una pregunta abierta y esto podría dar pistas. Pregúntamelo después de la ronda. 🤫',
    unknown:
      'Ahora mismo no sé qué está en juego aquí, y no quiero dar pistas. Prueba de nuevo en un momento. 🤫',
  },
  noOptions: 'ninguna',
  wholeNumber: (min: string, max: string) => `un número entero de ${min} a ${max}`,
  commandUnknown: (name: string, known: string) => `No conozco el comando \`${name}\`. Conozco: ${known}.`,
};

export const en: typeof es = {
  noSuchPath: 'There is nothing here: /docs says what you can ask for.',
  readOnly: (method, allowed) => `${method} is not accepted here, only ${allowed}.`,
  tooSlow: 'This is taking me too long. Try again in a moment.',
  tooMany: (seconds) => `That is too fast for me. Wait ${seconds} s and we go on.`,
  cutOff: 'I was restarted halfway, so this was left unfinished. Please ask me again.',
  broken: (id) => `Something went wrong on my side. It is noted under the code \`${id}\`; please try again.`,
  staleButton: 'This button is from an earlier version. Type the command again.',
  optionMissing: (option) => `\`${option}\` is missing.`,
  optionWrong: (option, typed, accepted) =>
    `“${typed}” is not a value of \`${option}\`. It can be: ${accepted}.`,
  notAmong: (typed, accepted) => `There is no “${typed}”. There is: ${accepted}`,
  optionTooLong: (option, most, length) =>
    `\`${option}\` takes up to ${most} characters, and that is ${length}.`,
  optionUnknown: (option, accepted) => `This command has no option \`${option}\`. It has: ${accepted}.`,
  optionInPath: (option, place) =>
    `\`${option}\` does not go after “?”: its value is the part \`{${place}}\` of the path.`,
  optionTwice: (option) => `\`${option}\` is there more than once. Give it one value.`,
  notNow: {
    withheld: 'That answer is in play right now. Ask me again after the round. 🤫',
    'might tell': 'A question is open here and this could give it away. Ask me again after the round. 🤫',
    unknown:
      'Right now I cannot tell what is in play here, and I do not want to give it away. Try again in a moment. 🤫',
  },
  noOptions: 'none',
  wholeNumber: (min, max) => `a whole number from ${min} to ${max}`,
  commandUnknown: (name, known) => `I do not know the command \`${name}\`. I know: ${known}.`,
};
