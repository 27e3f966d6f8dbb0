// What opened on this day in other years, and its daily post.

export const es = {
  anniversaries: (day: string, isToday: boolean) =>
    isToday ? `Un día como hoy, ${day}, se estrenaron…` : `Un ${day} se estrenaron…`,
  noAnniversaries: (day: string) => `En el catálogo no hay estrenos de un ${day}.`,
  dayOfMonth: (day: number, month: string) => `${day} de ${month}`,
  yearsAgo: (years: string, one: boolean) => `hace ${years} ${one ? 'año' : 'años'}`,
};

export const en: typeof es = {
  anniversaries: (day, isToday) => (isToday ? `On this day, ${day}, opened…` : `On ${day} opened…`),
  noAnniversaries: (day) => `No film of the catalogue opened on ${day}.`,
  dayOfMonth: (day, month) => `${month} ${day}`,
  yearsAgo: (years, one) => `${years} ${one ? 'year' : 'years'} ago`,
};
