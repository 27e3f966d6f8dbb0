import type { Language } from '../people/mistake-text.ts';

/** The person, language and channel of this browser tab. They are in the address, so that a reload keeps them. */
export type Tab = {
  who: string;
  language: Language;
  channel: string;
  /** Whether the client knows no users, so that mentions in embeds are shown as ids. */
  knowsNobody: boolean;
};

const locales = { es: 'es-419', en: 'en-US' } as const;

/** Returns the Discord locale of a language. */
export const localeOf = (language: Language) => locales[language];

/** Reads the tab from the address. The default language is the browser's. */
export function readTab({ search }: Location, { language: browser }: Navigator): Tab {
  const query = new URLSearchParams(search);
  const requested = query.get('lang') ?? browser.slice(0, 2);
  return {
    who: query.get('as') ?? 'ana',
    language: requested === 'en' ? 'en' : 'es',
    channel: query.get('channel') ?? 'general',
    knowsNobody: query.get('knows') === 'nobody',
  };
}

/** Returns the address of a tab. */
export function addressOf({ who, language, channel, knowsNobody }: Tab): string {
  const knows: Record<string, string> = knowsNobody ? { knows: 'nobody' } : {};
  return `?${new URLSearchParams({ as: who, lang: language, channel, ...knows })}`;
}
