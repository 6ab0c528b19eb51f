import type { GapAnswer } from '#shared/model/gap.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import { everyClosing, everyGreeting } from '#shared/reply-style.ts';
import { standingOutcomes } from '../insights/standing-outcomes.ts';
import { writtenAnswer } from '../learning/aligned-answers.ts';
import { isHoldingReply } from '../learning/holding-reply.ts';
import { likeness, wordsOf } from '../learning/kept-share.ts';
import type { Lesson } from '../learning/lessons-of.ts';
import { type LessonDeps, lessonsOfReply } from '../learning/lessons-of-reply.ts';
import type { Database } from '../ports/repositories/index.ts';
import type { OpenAsk } from './open-asks.ts';

export type AgentAnswerDeps = LessonDeps & Pick<Database, 'conversations' | 'drafts' | 'outcomes' | 'outbox'>;

/** Replies of a store by conversation, oldest first. */
export type Replies = ReadonlyMap<string, readonly Outcome[]>;

/** What agents sent, without what was taken back. */
export function repliesOf(deps: AgentAnswerDeps, storeId: string): Replies {
  const outcomes = standingOutcomes(deps, { storeId, from: 0, to: Number.MAX_SAFE_INTEGER });
  return Map.groupBy(outcomes.filter(({ sentText }) => sentText !== '').toReversed(), (one) => one.conversationId);
}

/** A shorter answer ("Yes, you can.") is given to all kinds of questions. */
const tellingFrom = 24;

/**
 * For asks that stand alone in their message what was replied, greeting and closing aside, in folded form: two questions
 * that get the same answer want the same entry, however they are put. Holding replies answer nothing.
 */
export async function answerKeys(
  deps: AgentAnswerDeps & { readonly passTurn: () => Promise<void> },
  asks: readonly OpenAsk[],
  replies: Replies,
): Promise<ReadonlyMap<string, string>> {
  const perMessage = new Map<string, number>();
  for (const { messageId } of asks) perMessage.set(messageId, (perMessage.get(messageId) ?? 0) + 1);
  const keys = new Map<string, string>();
  for (const [i, ask] of asks.entries()) {
    if (i % slice === slice - 1) await deps.passTurn();
    const reply = replies.get(ask.conversationId)?.find(({ createdAt }) => createdAt >= ask.askedAt);
    if (reply === undefined || perMessage.get(ask.messageId) !== 1) continue;
    const { greetings, closings } = phrasesOf(deps, reply.storeId, ask.customerName);
    const key = wordsOf(writtenAnswer(reply.sentText, greetings, closings)).join(' ');
    if (key.length >= tellingFrom && !isHoldingReply(reply.sentText)) keys.set(ask.key, key);
  }
  return keys;
}

const slice = 100;

function phrasesOf(deps: AgentAnswerDeps, storeId: string, customerName: string) {
  const { settings } = deps.stores.get(storeId);
  return {
    greetings: everyGreeting(settings).map((greeting) => greeting.replaceAll('{name}', () => customerName)),
    closings: everyClosing(settings),
  };
}

const mostAnswers = 5;
/** Asks of a group whose replies are read, newest first. */
const mostRead = 60;
/** Answers this much alike say the same. */
const sameFrom = 0.75;

/** What agents answered to a group of asks: the answer given most often first, in its newest words. */
export function agentAnswers(deps: AgentAnswerDeps, asks: readonly OpenAsk[], replies: Replies): readonly GapAnswer[] {
  const kinds: Array<{ text: string; count: number; lastAt: number }> = [];
  for (const ask of asks.toSorted((a, b) => b.askedAt - a.askedAt).slice(0, mostRead)) {
    const given = answerTo(deps, ask, replies);
    if (given === null) continue;
    const known = kinds.find((kind) => likeness(kind.text, given.text) >= sameFrom);
    if (known === undefined) kinds.push({ text: given.text, count: 1, lastAt: given.at });
    else {
      known.count++;
      if (given.at > known.lastAt) Object.assign(known, { text: given.text, lastAt: given.at });
    }
  }
  return kinds.sort((a, b) => b.count - a.count || b.lastAt - a.lastAt).slice(0, mostAnswers);
}

/** The part of the reply that answers an ask, with nothing in it that is one customer's alone; null where there is none. */
function answerTo(deps: AgentAnswerDeps, ask: OpenAsk, replies: Replies): { text: string; at: number } | null {
  const conversation = deps.conversations.get(ask.conversationId);
  const messages = deps.conversations.messages(ask.conversationId);
  const reply = replies.get(ask.conversationId)?.find(({ createdAt }) => createdAt >= ask.askedAt);
  if (reply !== undefined) {
    const draft = reply.draftId === null ? null : deps.drafts.get(reply.draftId);
    const before = messages.filter(({ sentAt, id }) => sentAt <= reply.createdAt && id !== reply.id);
    const lessons = lessonsOfReply(deps, { conversation, messages: withoutReply(before), draft, text: reply.sentText });
    const lesson = lessonFor(ask, lessons, draft !== null && draft.text !== '');
    return lesson === null ? null : { text: lesson.answer, at: reply.createdAt };
  }
  // Written elsewhere, in the helpdesk's own window.
  const place = messages.findIndex(
    ({ role, automatic, sentAt }) => role === 'agent' && automatic === null && sentAt >= ask.askedAt,
  );
  const elsewhere = messages[place];
  if (elsewhere === undefined) return null;
  const lessons = lessonsOfReply(deps, {
    conversation,
    messages: messages.slice(0, place),
    draft: null,
    text: elsewhere.text,
  });
  const lesson = lessonFor(ask, lessons, false);
  return lesson === null ? null : { text: lesson.answer, at: elsewhere.sentAt };
}

/** The thread as it was when the reply was written: the reply may stand in it by now, at nearly the same time. */
function withoutReply<T extends { readonly role: string }>(messages: readonly T[]): readonly T[] {
  const end = messages.findLastIndex(({ role }) => role === 'customer');
  return messages.slice(0, end + 1);
}

/** Of a draft with text each lesson is about one ask; a reply by hand is about all of them. */
function lessonFor(ask: OpenAsk, lessons: readonly Lesson[], isByAsk: boolean): Lesson | null {
  if (!isByAsk) return lessons[0] ?? null;
  const asked = folded(ask.context);
  return lessons.find(({ question }) => asked.startsWith(folded(question))) ?? null;
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
