import type { Language } from '../people/mistake-text.ts';

/** Who sits at this tab, in which language, in which channel. It is kept in the address, so that a reload changes nothing. */
export type Tab = {
  who: string;
  language: Language;
  channel: string;
  /** Whether the client has seen nobody yet: people in embeds are shown as their ids. */
  knowsNobody: boolean;
};

const locales = { es: 'es-419', en: 'en-US' } as const;

/** Returns the locale that Discord would send for a language. */
export const localeOf = (language: Language) => locales[language];

/** Reads the tab from the address; the language is else that of the browser. */
export function readTab({ search }: Location, { language: browser }: Navigator): Tab {
  const query = new URLSearchParams(search);
  const wanted = query.get('lang') ?? browser.slice(0, 2);
  return {
    who: query.get('as') ?? 'ana',
    language: wanted === 'en' ? 'en' : 'es',
    channel: query.get('channel') ?? 'general',
    knowsNobody: query.get('knows') === 'nobody',
  };
}

/** Returns the address of a tab. */
export function addressOf({ who, language, channel, knowsNobody }: Tab): string {
  const knows: Record<string, string> = knowsNobody ? { knows: 'nobody' } : {};
  return `?${new URLSearchParams({ as: who, lang: language, channel, ...knows })}`;
}
