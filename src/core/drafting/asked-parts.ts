import type { Language, ReplyLanguage } from '#shared/model/basics.ts';
import type { Conversation, Message } from '#shared/model/conversation.ts';
import { roleAfter } from '../conversations/answer-to-agent.ts';
import { type AskedPart, asksOf, isAsk } from '../conversations/asks.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import { isReplySubject } from '../conversations/fold-messages.ts';
import { leansOnEarlier } from '../conversations/leaning.ts';
import { isNoise } from '../conversations/noise.ts';
import { asksOrderStatus } from './order-asks.ts';
import { namedNumbersIn } from './order-numbers.ts';

/** More asks than this in one message are a form, not a question. */
const mostAsks = 6;

/** The language to answer in: that of what waits, else of the conversation, else the store's. */
export function replyLanguageOf(waiting: readonly Message[], known: Language, fallback: ReplyLanguage): ReplyLanguage {
  const own = detectLanguage(waiting.map((message) => message.question).join('\n'));
  const language = own === 'und' ? known : own;
  return language === 'und' ? fallback : language;
}

/**
 * Whether what waits is mail that no shop answers. Only an opening can be: once an agent has written, somebody has
 * decided that it is a customer's.
 */
export function isNoMatterOfOurs(
  conversation: Conversation,
  waiting: readonly Message[],
  all: readonly Message[],
): boolean {
  const hasAgent = all.some((message) => message.role === 'agent' && message.automatic === null);
  return !hasAgent && waiting.length > 0 && waiting.every((message) => isNoise(conversation.subject, message.text));
}

/** What the waiting messages ask, each with what was said around it and before it. */
export function askedIn(
  conversation: Conversation,
  waiting: readonly Message[],
  all: readonly Message[],
): readonly AskedPart[] {
  const first = all.findIndex((message) => message.id === waiting[0]?.id);
  const before = all.slice(0, first).filter((message) => message.automatic === null);
  const earlier = lastAskOf(before);
  const parts: AskedPart[] = [];
  for (const [i, { question }] of waiting.entries()) {
    const asked = asksOf(question);
    const open = parts.at(-1) ?? earlier;
    if (asked.length === 0 && open !== null && completesOrder(open, question)) {
      // The number of the order that the line before asks for.
      if (parts.length > 0) parts.pop();
      parts.push(completed(open, question));
    } else parts.push(...(i === 0 ? partsAfter(before.at(-1), earlier, question) : asked));
  }
  const unique = [...Map.groupBy(parts, (part) => part.text).values()].flatMap(([one]) => one ?? []).slice(-mostAsks);
  if (before.some((message) => message.role === 'customer'))
    return unique.map((part) => (earlier === null ? part : withEarlier(part, earlier)));
  const subject = conversation.subject.trim();
  if (unique.length === 0 && !isReplySubject(subject) && isAsk(subject)) return asksOf(subject);
  return unique.map((part) => ({ ...part, withContext: `${subjectFor(subject)}${part.withContext}` }));
}

/** How far back the question is looked for that a conversation is about. */
const mostTurnsBack = 4;

function lastAskOf(before: readonly Message[]): AskedPart | null {
  const turns = before.filter((message) => message.role === 'customer').slice(-mostTurnsBack);
  for (const turn of turns.toReversed()) {
    const ask = asksOf(turn.question).at(-1);
    if (ask !== undefined) return ask;
  }
  return null;
}

/** What a message asks after what an agent asked back: a bare answer asks nothing, unless it completes what was asked. */
function partsAfter(previous: Message | undefined, earlier: AskedPart | null, question: string): readonly AskedPart[] {
  const role = previous?.role === 'agent' ? roleAfter(previous.question, question) : 'matter';
  if (role === 'matter') return asksOf(question);
  return role === 'detail' && earlier !== null && isAsk(earlier.text) ? [completed(earlier, question)] : [];
}

function completesOrder(open: AskedPart, text: string): boolean {
  return asksOrderStatus(open.text) && namedNumbersIn(text).length > 0;
}

function completed(earlier: AskedPart, answer: string): AskedPart {
  const detail = answer.replace(/\s+/g, ' ').trim().slice(0, longestDetail);
  return {
    text: `${earlier.text.slice(0, longestEarlier)} ${detail}`,
    withContext: `${earlier.withContext.slice(0, longestEarlier)} ${detail}`,
  };
}

const longestDetail = 200;
const longestEarlier = 500;

/** "And to Norway?" means what the customer asked before, about Norway. */
function withEarlier(part: AskedPart, earlier: AskedPart): AskedPart {
  const before = earlier.withContext.slice(0, longestEarlier);
  const leans = isFragment(part.text) || leansOnEarlier(part.withContext);
  if (!leans || part.withContext.startsWith(before)) return part;
  return { text: part.text, withContext: `${before} ${part.withContext}` };
}

/** Subjects that name no matter. */
const emptySubject =
  /^(?:(?:a |my |quick |general |product |customer |new )*(?:question|query|help|hello|hi|enquiry|inquiry|urgent|support|contact|message|service|problem|issue|request|info|information|submission|form|us|about|from|website|no subject)\W*)+$|^(?:咨询|问题|求助|你好|您好|网站留言|お?問い?合わせ|ご?質問)\W*$/iu;

/** A subject opens the first message: "Delivery to Norway? How long does it take?" */
function subjectFor(subject: string): string {
  if (subject === '' || isReplySubject(subject) || emptySubject.test(subject)) return '';
  return `${subject}${/[.?!。？！]$/.test(subject) ? ' ' : '. '}`;
}

/** Too few words to ask something by themselves: "To Norway?" */
function isFragment(text: string): boolean {
  const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  return isUnspaced ? [...text].length <= 4 : text.split(/\s+/).length <= 3;
}
