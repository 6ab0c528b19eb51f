import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { StoreSettings } from '#shared/model/store.ts';

/** A reply as the store words it around an answer; empty phrases are left out. */
export function replyFrame(settings: StoreSettings, language: ReplyLanguage, name: string, answer: string): string {
  const greeting =
    name === '' ? settings.greetingUnnamed[language] : settings.greeting[language].replaceAll('{name}', name);
  const end = [settings.closing[language], settings.signature[language]]
    .filter((part) => part.trim() !== '')
    .join('\n');
  return [greeting, answer, end].filter((part) => part.trim() !== '').join('\n\n');
}
