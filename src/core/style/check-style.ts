import type { StyleRemarks } from '#shared/model/style-remark.ts';
import { stylePlaceOf } from '#shared/reply-style.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import type { Database } from '../ports/repositories/index.ts';
import { styleRemarks } from './remarks.ts';

/** What the house style of its store says of a reply that is being written. Errors: `not_found`. */
export function checkStyle(
  deps: Pick<Database, 'stores' | 'conversations'>,
  { conversationId, text }: { readonly conversationId: string; readonly text: string },
): StyleRemarks {
  const conversation = deps.conversations.get(conversationId);
  const { settings } = deps.stores.get(conversation.storeId);
  const found = [detectLanguage(text), conversation.language].find((language) => language !== 'und');
  return styleRemarks({
    text,
    settings,
    language: found ?? settings.language,
    place: stylePlaceOf(conversation.channel),
    customerName: conversation.customerName,
    isAnswered: deps.conversations.messages(conversationId).some(({ role }) => role === 'agent'),
  });
}
