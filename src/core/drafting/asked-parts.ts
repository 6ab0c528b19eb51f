import type { Language, ReplyLanguage } from '#shared/model/basics.ts';
import type { Conversation, Message } from '#shared/model/conversation.ts';
import { type AskedPart, asksOf, leansOnEarlier } from '../conversations/asks.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import { isReplySubject } from '../conversations/fold-messages.ts';

/** More asks than this in one message are a form, not a question. */
const mostAsks = 6;

/** The language to answer in: that of what waits, else of the conversation, else the store's. */
export function replyLanguageOf(waiting: readonly Message[], known: Language, fallback: ReplyLanguage): ReplyLanguage {
  const own = detectLanguage(waiting.map((message) => message.question).join('\n'));
  const language = own === 'und' ? known : own;
  return language === 'und' ? fallback : language;
}

/** What the waiting messages ask, each with what was said around it and before it. */
export function askedIn(
  conversation: Conversation,
  waiting: readonly Message[],
  all: readonly Message[],
): readonly AskedPart[] {
  const parts = waiting.flatMap((message) => asksOf(message.question));
  const unique = [...Map.groupBy(parts, (part) => part.text).values()]
    .flatMap(([first]) => first ?? [])
    .slice(-mostAsks);
  const first = all.findIndex((message) => message.id === waiting[0]?.id);
  const before = all.slice(0, first).findLast((message) => message.role === 'customer' && message.automatic === null);
  if (before === undefined) {
    return unique.map((part) => ({ ...part, withContext: `${subjectFor(conversation.subject)}${part.withContext}` }));
  }
  const earlier = asksOf(before.question).at(-1)?.withContext ?? '';
  // "And to Norway?" means what the customer asked before, about Norway.
  return unique.map((part) =>
    isShort(part.text) || leansOnEarlier(part.withContext)
      ? { text: part.text, withContext: `${earlier} ${part.withContext}`.trim() }
      : part,
  );
}

/** A subject opens the first message: "Delivery to Norway? How long does it take?" */
function subjectFor(subject: string): string {
  const bare = subject.trim();
  return bare === '' || isReplySubject(bare) ? '' : `${bare}${/[.?!。？！]$/.test(bare) ? ' ' : '. '}`;
}

function isShort(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}]/u.test(text) ? [...text].length <= 10 : text.split(/\s+/).length <= 6;
}
