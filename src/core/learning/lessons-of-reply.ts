import type { Conversation, Message } from '#shared/model/conversation.ts';
import type { Draft } from '#shared/model/draft.ts';
import { asksOf } from '../conversations/asks.ts';
import { newTextOf } from '../conversations/new-text.ts';
import { waitingMessages } from '../conversations/waiting-messages.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type Lesson, lessonsOf } from './lessons-of.ts';

/** What a reply teaches in its conversation, with what the store says in every letter known as such. */
export function lessonsOfReply(
  deps: Pick<Database, 'stores'>,
  reply: {
    readonly conversation: Conversation;
    readonly messages: readonly Message[];
    readonly draft: Draft | null;
    readonly text: string;
  },
): readonly Lesson[] {
  const { conversation, messages, draft } = reply;
  const { settings } = deps.stores.get(conversation.storeId);
  return lessonsOf({
    text: newTextOf(reply.text),
    draft,
    asked: waitingMessages(messages).flatMap((message) => asksOf(message.question).map((ask) => ask.withContext)),
    customerName: conversation.customerName,
    greetings: [...Object.values(settings.greeting), ...Object.values(settings.greetingUnnamed)],
    closings: [...Object.values(settings.closing), ...Object.values(settings.signature)],
  });
}
