import type { Conversation, Message } from '#shared/model/conversation.ts';
import type { Draft } from '#shared/model/draft.ts';
import { everyClosing, everyGreeting } from '#shared/reply-style.ts';
import { asksOf } from '../conversations/asks.ts';
import { newTextOf } from '../conversations/new-text.ts';
import { messageToAnswer, waitingMessages } from '../conversations/waiting-messages.ts';
import type { Glosses } from '../ports/glosses.ts';
import type { Database } from '../ports/repositories/index.ts';
import { inOwnWords } from '../style/wordings.ts';
import { answersByAsk } from './aligned-answers.ts';
import { wordsOf } from './kept-share.ts';
import { knownPersonOf } from '../privacy/known-person.ts';
import type { VectorOf } from './typing/typed-answer.ts';
import { type ChangeAside, type Lesson, readReply } from './lessons-of.ts';

export type LessonDeps = Pick<Database, 'stores' | 'orders'> & {
  /** Null where there are none. */
  readonly glosses: Glosses | null;
  /** Of the texts of this reply; left out: words alone tell the types. */
  readonly vectorOf?: VectorOf | null;
};

export type RepliedTo = {
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
  readonly draft: Draft | null;
  readonly text: string;
};

/** What a reply teaches in its conversation, with what the store says in every letter known as such. */
export function lessonsOfReply(deps: LessonDeps, reply: RepliedTo): readonly Lesson[] {
  const { conversation, messages, draft } = reply;
  const { settings } = deps.stores.get(conversation.storeId);
  const { lessons, aside } = readReply({
    text: newTextOf(reply.text),
    draft,
    asked: waitingMessages(messages).flatMap((message) => asksOf(message.question).map((ask) => ask.withContext)),
    customerName: conversation.customerName,
    greetings: everyGreeting(settings),
    closings: everyClosing(settings),
    glosses: deps.glosses,
    inHouseWords: (text) => (draft === null ? text : inOwnWords(text, settings.house?.wordings ?? [], draft.language)),
    known: knownPersonOf(deps, conversation),
    vectorOf: deps.vectorOf ?? null,
    said: messages.flatMap((message) => (message.role === 'customer' ? [message.question] : [])),
  });
  return [...lessons, ...aside.flatMap(asException)];
}

/** What was granted to one customer: a lead sees it, and it answers nobody. */
function asException({ question, ...change }: ChangeAside): readonly Lesson[] {
  const { type, relation, scope, sure, before, after } = change;
  if (type !== 'exception' || question === '' || after === '') return [];
  return [{ type, relation, scope, sure, question, answer: after, before, changed: null, changes: [change] }];
}

/**
 * The same for a reply that leaves now. Where more was asked since its draft, nobody knows which of the asks it answers:
 * then it teaches only what fills the one gap of the newest draft while all else of that draft stands in it.
 */
export function lessonsOfNewReply(deps: LessonDeps & Pick<Database, 'drafts'>, reply: RepliedTo): readonly Lesson[] {
  const newest = deps.drafts.current(reply.conversation.id);
  if (reply.draft === null || answersTheNewest(reply.draft, reply.messages, newest)) return lessonsOfReply(deps, reply);
  const isBase = newest !== null && newest.id !== reply.draft.id && isNewestAsked(newest, reply.messages);
  return isBase && fillsItsOnlyGap(newest, reply.text) ? lessonsOfReply(deps, { ...reply, draft: newest }) : [];
}

/** Whether a draft answers what is asked now: the customer has said nothing since, and no newer draft takes it otherwise. */
function answersTheNewest(draft: Draft, messages: readonly Message[], newest: Draft | null): boolean {
  if (!isNewestAsked(draft, messages)) return false;
  return newest === null || newest.messageId !== draft.messageId || asksTogether(newest) === asksTogether(draft);
}

function isNewestAsked({ messageId }: Draft, messages: readonly Message[]): boolean {
  const lastWord = messages.findLast((message) => message.role === 'customer' && message.automatic === null);
  return messageId === lastWord?.id || messageId === messageToAnswer(messages)?.id;
}

function asksTogether({ asks }: Draft): string {
  return JSON.stringify(asks.map((ask) => ask.context));
}

function fillsItsOnlyGap({ asks, sentences }: Draft, text: string): boolean {
  const sent = answersByAsk(sentences, newTextOf(text));
  const isKept = (ask: number): boolean => {
    const drafted = sentences.filter((sentence) => sentence.ask === ask).map((sentence) => sentence.text);
    return wordsOf(drafted.join(' ')).join(' ') === wordsOf(sent.get(ask) ?? '').join(' ');
  };
  const gaps = asks.filter((ask) => ask.evidence === null);
  return gaps.length === 1 && asks.every((ask, i) => ask.evidence === null || isKept(i));
}
