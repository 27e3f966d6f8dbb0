import { choice } from '../src/command/slash.ts';

/** The original languages that a person may ask for: the commonest of the catalogue, by ISO 639-1 code. */
export const languageChoices = [
  choice('es', { es: 'español', en: 'Spanish' }),
  choice('en', { es: 'inglés', en: 'English' }),
  choice('de', { es: 'alemán', en: 'German' }),
  choice('zh', { es: 'chino', en: 'Chinese' }),
  choice('ko', { es: 'coreano', en: 'Korean' }),
  choice('da', { es: 'danés', en: 'Danish' }),
  choice('fr', { es: 'francés', en: 'French' }),
  choice('hi', { es: 'hindi', en: 'Hindi' }),
  choice('it', { es: 'italiano', en: 'Italian' }),
  choice('ja', { es: 'japonés', en: 'Japanese' }),
  choice('pl', { es: 'polaco', en: 'Polish' }),
  choice('pt', { es: 'portugués', en: 'Portuguese' }),
  choice('ru', { es: 'ruso', en: 'Russian' }),
  choice('sv', { es: 'sueco', en: 'Swedish' }),
];
