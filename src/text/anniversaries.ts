// Films that opened on a day of the year in other years, and their daily post.

export const es = {
  anniversaries: (day: string, isToday: boolean) =>
    isToday ? `Un día como hoy, ${day}, se estrenaron…` : `Un ${day} se estrenaron…`,
  noAnniversaries: (day: string) => `En el catálogo no hay estrenos de un ${day}.`,
  dayOfMonth: (day: number, month: string) => `${day} de ${month}`,
  yearsAgo: (years: string, one: boolean) => `hace ${years} ${one ? 'año' : 'años'}`,
  dailySetting: 'Efemérides de cada día',
  dailyOff: 'apagadas (`/ajustes efemerides` las enciende)',
  dailyOn: (hour: number, zone: string, channel: string) => `a las ${hour}:00 (${zone}) en ${channel}`,
  dailyMuted: (channel: string) => `apagadas, porque ya no podía escribir en ${channel}`,
  dailyNoRights:
    'En este canal no puedo publicar. Necesito permiso para ver el canal, enviar mensajes e insertar enlaces.',
  zonesAccepted:
    'el nombre de una zona horaria, como America/Bogota; con unas letras de tu ciudad te las sugiero',
};

export const en: typeof es = {
  anniversaries: (day, isToday) => (isToday ? `On this day, ${day}, opened…` : `On ${day} opened…`),
  noAnniversaries: (day) => `No film of the catalogue opened on ${day}.`,
  dayOfMonth: (day, month) => `${month} ${day}`,
  yearsAgo: (years, one) => `${years} ${one ? 'year' : 'years'} ago`,
  dailySetting: 'On this day, daily',
  dailyOff: 'off (`/settings on_this_day` turns it on)',
  dailyOn: (hour, zone, channel) => `at ${hour}:00 (${zone}) in ${channel}`,
  dailyMuted: (channel) => `off, because I could no longer write in ${channel}`,
  dailyNoRights:
    'I cannot post in this channel. I need permission to view it, send messages and embed links.',
  zonesAccepted:
    'the name of a time zone, such as America/Chicago; type some letters of your city and I suggest them',
};
