import type { ReplyLanguage } from '#shared/model/basics.ts';

/** What models call the languages of the desk. */
export const languageNames: Readonly<Record<ReplyLanguage, string>> = { en: 'English', zh: 'Chinese', ja: 'Japanese' };
