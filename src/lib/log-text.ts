/** Every message of the log and its Spanish. The messages in the code are in English, as are the names of the fields. */
export const logText = {
  http: 'http',
  leaving: 'se va',
  ready: 'lista',
  gateway: 'gateway',
  'gateway lost, reconnecting': 'se perdió el gateway, se conecta de nuevo',
  'gateway resumed': 'el gateway volvió',
  'Discord cannot be reached, trying again': 'no hay conexión con Discord, se intenta otra vez',
  'Discord answered 401: checking whether the token is still valid':
    'Discord respondió 401: se revisa si el token todavía vale',
  'Discord refused a list of commands': 'Discord rechazó una lista de comandos',
  'the error could not be shown to the person': 'no se le pudo mostrar el error a la persona',
  'the progress of a long job cannot be shown': 'no se puede mostrar el avance de un trabajo largo',
  'a long job cannot be noted: after a crash its answer will not say that it was cut off':
    'no se puede anotar un trabajo largo: si el proceso se cae, su respuesta no dirá que quedó cortado',
  'the notes of long jobs cannot be read': 'no se pueden leer las notas de los trabajos largos',
  'an answer now says that its job was cut off': 'una respuesta ya dice que su trabajo quedó cortado',
  'the answer of a job that was cut off cannot be edited':
    'no se puede editar la respuesta de un trabajo que quedó cortado',
  'the list of servers could not be updated': 'no se pudo actualizar la lista de servidores',
  'erased the data of servers left long ago': 'se borraron los datos de servidores que dejó hace tiempo',
  'most known servers are missing, so none counts as left: their data stay':
    'falta la mayoría de los servidores conocidos, así que ninguno cuenta como dejado: sus datos se quedan',
  'a server could not be welcomed': 'no se pudo dar la bienvenida en un servidor',
  'the store does not answer: a shard starts without its turn':
    'el almacén no responde: un shard empieza sin su turno',
  'the store does not answer: games stand still': 'el almacén no responde: las partidas se detienen',
  'the store does not answer: a game stands still': 'el almacén no responde: una partida se detiene',
  'the store does not answer: a game begins by itself':
    'el almacén no responde: una partida empezará por su cuenta',
  'the store does not answer: daily posts wait': 'el almacén no responde: las publicaciones diarias esperan',
  'a game was closed: the bot may not write in its channel':
    'se cerró una partida: el bot no tiene permiso para escribir en su canal',
  'a game was closed: it could not go on': 'se cerró una partida: no pudo seguir',
  'a game waits and tries again': 'una partida espera y lo intenta otra vez',
  'a game was withdrawn: its start could not be shown':
    'se retiró una partida: no se pudo mostrar su comienzo',
  'a game was withdrawn: another process answered first. Two processes with one token must share one store (DATABASE_URL), or one of them must stop':
    'se retiró una partida: otro proceso respondió primero. Dos procesos con un mismo token tienen que compartir el almacén (DATABASE_URL); si no, cierra uno',
  'a daily post was stopped: the bot may not write in its channel':
    'se suspendió una publicación diaria: el bot no tiene permiso para escribir en su canal',
  'a daily post was left out': 'se omitió una publicación diaria',
  'a daily post waits and tries again': 'una publicación diaria espera y lo intenta otra vez',
  'too slow over HTTP': 'tardó demasiado por HTTP',
  'failed over HTTP': 'falló por HTTP',
  'data swapped': 'datos cambiados',
  'asked to look at `current`': 'se pidió mirar `current`',
  'the version in `current` was refused, the data stay as they are':
    'se rechazó la versión que nombra `current`, los datos siguen como estaban',
  '`current` could not be followed': 'no se pudo seguir a `current`',
  'the failed run of the ETL cannot be written: it is forgotten after a restart':
    'no se puede anotar que el ETL falló: se olvidará al reiniciar',
  'the live version was refused at the start': 'la versión en uso se rechazó al iniciar',
} as const;

export type LogMessage = keyof typeof logText;
