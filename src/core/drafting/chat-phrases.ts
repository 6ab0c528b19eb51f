import type { Channel, Message } from '#shared/model/conversation.ts';
import type { StoreSettings } from '#shared/model/store.ts';
import { settingsAt, stylePlaceOf } from '#shared/reply-style.ts';

const unsaid = { en: '', zh: '', ja: '' };

/** A store's settings as it speaks by this channel. In a chat one greets before the first word only. */
export function phrasesFor(
  settings: StoreSettings,
  channel: Channel | null,
  messages: readonly Message[],
): StoreSettings {
  const spoken = settingsAt(settings, stylePlaceOf(channel));
  const hasSpoken = messages.some((message) => message.role === 'agent' && message.automatic === null);
  return channel === 'chat' && hasSpoken ? { ...spoken, greeting: unsaid, greetingUnnamed: unsaid } : spoken;
}
