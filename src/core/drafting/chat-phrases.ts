import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Channel, Message } from '#shared/model/conversation.ts';
import type { StoreSettings } from '#shared/model/store.ts';
import { isOwnPhrase, settingsAt, stylePlaceOf } from '#shared/reply-style.ts';

const unsaid = { en: '', zh: '', ja: '' };
const languages: readonly ReplyLanguage[] = ['en', 'zh', 'ja'];

/**
 * A store's settings as it speaks by this channel. In a chat nobody closes and signs every line, unless the owner has
 * said how, and one greets before the first word only.
 */
export function phrasesFor(
  settings: StoreSettings,
  channel: Channel | null,
  messages: readonly Message[],
): StoreSettings {
  const spoken = settingsAt(settings, stylePlaceOf(channel));
  if (channel !== 'chat') return spoken;
  const hasSpoken = messages.some((message) => message.role === 'agent' && message.automatic === null);
  const greetings = hasSpoken ? { greeting: unsaid, greetingUnnamed: unsaid } : {};
  const ownOnly = (phrase: 'closing' | 'signature') => {
    const kept = languages.map((one) => [
      one,
      isOwnPhrase(settings.styles?.chat, phrase, one) ? spoken[phrase][one] : '',
    ]);
    return Object.fromEntries(kept) as StoreSettings['closing'];
  };
  return { ...spoken, ...greetings, closing: ownOnly('closing'), signature: ownOnly('signature') };
}
