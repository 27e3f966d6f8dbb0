export function operatorLanguage(environment: Readonly<Record<string, string | undefined>>): 'es' | 'en';
