import type { Channel, Message } from '#shared/model/conversation.ts';
import type { StoreSettings } from '#shared/model/store.ts';

const unsaid = { en: '', zh: '', ja: '' };

/**
 * A store's settings as it speaks by this channel. In a chat nobody closes and signs every line, and one greets before
 * the first word only; everywhere else the settings stay as they are.
 */
export function phrasesFor(
  settings: StoreSettings,
  channel: Channel | null,
  messages: readonly Message[],
): StoreSettings {
  if (channel !== 'chat') return settings;
  const hasSpoken = messages.some((message) => message.role === 'agent' && message.automatic === null);
  const greetings = hasSpoken ? { greeting: unsaid, greetingUnnamed: unsaid } : {};
  return { ...settings, ...greetings, closing: unsaid, signature: unsaid };
}
