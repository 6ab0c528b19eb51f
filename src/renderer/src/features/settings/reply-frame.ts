import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { StoreSettings, StylePlace } from '#shared/model/store.ts';
import { closingFor, greetingFor, settingsAt } from '#shared/reply-style.ts';

export type ReplyPlace = {
  readonly language: ReplyLanguage;
  /** Null: everywhere. */ readonly place: StylePlace | null;
};

/** A reply as the store words it around an answer; empty phrases are left out. */
export function replyFrame(
  settings: StoreSettings,
  { language, place }: ReplyPlace,
  name: string,
  answer: string,
): string {
  const spoken = place === null ? settings : settingsAt(settings, place);
  return [greetingFor(spoken, language, name), answer, closingFor(spoken, language)]
    .filter((part) => part.trim() !== '')
    .join('\n\n');
}
