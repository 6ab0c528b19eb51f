import { otherLanguageOf } from '#shared/answer-language.ts';
import type { EmitEvent } from '#shared/contract/events.ts';
import { AppError } from '#shared/errors.ts';
import type { Conversation, Message } from '#shared/model/conversation.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { MacroPart } from '#shared/model/macro.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import type { ConfirmedMark, SupportMark } from '#shared/model/support.ts';
import { bareSubjectOf } from '../conversations/fold-messages.ts';
import { newTextOf } from '../conversations/new-text.ts';
import { replyLimitsOf } from '../conversations/reply-limits.ts';
import { keptShareOf, wordsOf } from '../learning/kept-share.ts';
import { type ContradictionMemory, contradictionMemory } from '../learning/governance/lesson-contradictions.ts';
import { type FindSame, type Teaching, findingSame } from '../learning/governance/same-lesson.ts';
import { type RulesDeps, shareByRules } from '../learning/governance/share-by-rules.ts';
import { learnFromEdit, teachingOf } from '../learning/learn-from-edit.ts';
import { lessonsBesideMacros } from '../learning/lessons-beside-macros.ts';
import { type LessonDeps, lessonsOfNewReply } from '../learning/lessons-of-reply.ts';
import { isUntranslated } from '../learning/translation.ts';
import { type ReplyVectorDeps, replyVectors } from '../learning/typing/reply-vectors.ts';
import { recordUses } from '../macros/macro-uses.ts';
import { refuseFaulty, takeFromWork } from '../outbox/reply-files.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { InboxTraits } from '../ports/inbox-connector.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type EmbedDeps, embedPassages } from '../retrieval/index-passage.ts';
import { embedderPatienceMs, withEmbedderInTime } from '../retrieval/limited-embedder.ts';
import { checkReply, sentUnsupported, unconfirmed } from '../support/check-reply.ts';
import { type PrepareDeps, prepareCheck } from '../support/prepare-check.ts';
import { holdsGap } from './compose-text.ts';
import { holdsPick } from './kept-picks.ts';

export type AcceptDeps = EmbedDeps &
  LessonDeps &
  PrepareDeps &
  ReplyVectorDeps &
  RulesDeps &
  Pick<
    Database,
    | 'transaction'
    | 'stores'
    | 'conversations'
    | 'drafts'
    | 'outbox'
    | 'outcomes'
    | 'learned'
    | 'knowledge'
    | 'macros'
    | 'files'
  > & {
    readonly clock: Clock;
    readonly ids: IdSource;
    readonly emit: EmitEvent;
    /** Who sends; null: not known. */
    readonly profileId: () => string | null;
    readonly timeLimit: (ms: number) => AbortSignal;
    /** What lessons were compared with lately. */
    readonly contradictions?: ContradictionMemory | undefined;
    /** How long a reply waits before it leaves, for second thoughts, ms. */
    readonly undoMs: number;
    /** What a conversation's inbox can take, and a new name for a reply there; null where it was removed. */
    readonly inboxFor: (inboxId: string) => InboxTraits | null;
  };

export type AcceptInput = {
  readonly conversationId: string;
  readonly draftId: string | null;
  /** The last message the agent saw. */
  readonly lastMessageId: string;
  readonly text: string;
  /** The agent means the text to be in another language than the customer's. */
  readonly isLanguageMeant?: boolean | undefined;
  /** Macros that were put into it, as they stood then. */
  readonly macros?: readonly MacroPart[] | undefined;
  /** SHA-256 of the attached files that are to leave with it. */
  readonly files?: readonly string[] | undefined;
  /** Entries and learned items that the agent wrote into the text. */
  readonly inserted?: readonly string[];
  /** Marks that a person has seen and sends all the same; `all` where nobody is asked. */
  readonly confirmed?: readonly ConfirmedMark[] | 'all';
};

export type Accepted = {
  readonly outbox: OutboxItem;
  readonly outcome: Outcome;
  readonly learned: readonly LearnedItem[];
};

/**
 * Takes what the agent sends: into the outbox, with its outcome and its lessons, in one transaction. From its commit on
 * the reply is never lost; `deliverReply` takes it from there. The lessons are embedded before this returns, so that
 * the next draft finds them. Errors: `reply_incomplete`, `reply_too_long`, `thread_moved_on`, `reply_untranslated`,
 * `reply_unsupported`, `files_refused`, `conflict` (already sent).
 */
export async function acceptDraft(given: AcceptDeps, input: AcceptInput): Promise<Accepted> {
  const deps = withEmbedderInTime(given, embedderPatienceMs);
  const prepared = await prepareCheck(deps, input);
  const vectorOf = await replyVectors(deps, (noting) => teachingsOf({ ...deps, vectorOf: noting }, input));
  const typing = { ...deps, vectorOf };
  const findSame = await findingSame(deps, teachingsOf(typing, input));
  const accepted = deps.transaction(() => {
    const conversation = deps.conversations.get(input.conversationId);
    const messages = deps.conversations.messages(input.conversationId);
    const draft = input.draftId === null ? null : deps.drafts.get(input.draftId);
    refuseUnsendable(deps, conversation, messages, draft, input);
    const marks = checkReply(deps, { ...input, steer: draft?.writer?.steer ?? null }, prepared);
    refuseUnsupported(marks, input);
    return record(typing, conversation, messages, draft, { ...input, findSame }, sentUnsupported(marks));
  });
  deps.emit('outbox.changed', { conversationId: input.conversationId });
  if (accepted.outbox.files.length > 0) deps.emit('files.changed', { conversationId: input.conversationId });
  deps.emit('conversation.changed', { conversationId: input.conversationId });
  if (accepted.learned.length > 0) {
    await embedLessons(deps);
    shareByRules(deps, deps.contradictions ?? contradictionMemory(), accepted.learned);
    const itemIds = accepted.learned.map((item) => item.id);
    deps.emit('learned.changed', { storeId: accepted.outcome.storeId, itemIds });
  }
  return accepted;
}

/** More texts than this wait behind an import: words find the lessons until their turn comes. */
const mostEmbedded = 200;

async function embedLessons(deps: AcceptDeps): Promise<void> {
  const embedder = deps.embedder();
  if (embedder === null || deps.passages.count(embedder.id).toEmbed > mostEmbedded) return;
  // The reply is accepted whatever becomes of the embedder; `learned.changed` has them embedded later.
  await embedPassages(deps).catch(() => undefined);
}

function refuseUnsendable(
  deps: AcceptDeps,
  conversation: Conversation,
  messages: readonly Message[],
  draft: Draft | null,
  input: AcceptInput,
): void {
  if (holdsGap(input.text, saidByCustomer(conversation, messages)))
    throw new AppError('reply_incomplete', 'The reply still holds a gap to fill');
  const { maxLength, closesAt } = replyLimitsOf(inboxOf(deps, conversation), conversation, messages);
  if (input.text.length > maxLength) {
    throw new AppError('reply_too_long', `The inbox takes ${maxLength} characters`, {
      detail: { maxLength, length: input.text.length },
    });
  }
  if (closesAt !== null && closesAt <= deps.clock.now()) {
    throw new AppError('reply_window_closed', 'The channel takes no reply so long after the customer’s last message', {
      detail: { closedAt: closesAt },
    });
  }
  if (draft !== null && draft.conversationId !== conversation.id) {
    throw new AppError('invalid_input', 'The draft belongs to another conversation');
  }
  if (draft?.state === 'accepted') throw new AppError('conflict', 'This draft has been sent already');
  const isOnItsWay = deps.outbox
    .ofConversation(conversation.id)
    .some(({ state }) => state === 'waiting' || state === 'sending' || state === 'uncertain');
  if (isOnItsWay) throw new AppError('conflict', 'A reply to this conversation is on its way already');
  if (messages.at(-1)?.id !== input.lastMessageId) {
    throw new AppError('thread_moved_on', 'The thread has a message the agent has not seen', {
      detail: { lastMessageId: messages.at(-1)?.id ?? '' },
    });
  }
  if (draft !== null && input.isLanguageMeant !== true && isUntranslated(draft, input.text))
    throw new AppError('reply_untranslated', 'The reply is in a language the customer did not write');
}

/** Where a customer writes braces themselves, quoting them is no gap. */
function saidByCustomer({ customerName }: Conversation, messages: readonly Message[]): readonly string[] {
  return [customerName, ...messages.flatMap(({ role, text }) => (role === 'customer' ? [text] : []))];
}

function refuseUnsupported(marks: readonly SupportMark[], { confirmed = [] }: AcceptInput): void {
  const left = confirmed === 'all' ? [] : unconfirmed(marks, confirmed);
  const [first] = left;
  if (first === undefined) return;
  throw new AppError('reply_unsupported', 'The reply says what no source says', {
    detail: { count: left.length, said: first.said, says: first.says ?? '' },
  });
}

function inboxOf(deps: AcceptDeps, { inboxId }: Conversation): InboxTraits {
  const inbox = deps.inboxFor(inboxId);
  if (inbox === null) throw new AppError('not_found', 'The inbox was removed');
  return inbox;
}

function record(
  deps: AcceptDeps,
  conversation: Conversation,
  messages: readonly Message[],
  draft: Draft | null,
  input: AcceptInput & { readonly findSame: FindSame },
  unsupported: Outcome['unsupported'],
): Accepted {
  const at = deps.clock.now();
  const inbox = inboxOf(deps, conversation);
  const files = takeFromWork(deps, conversation.id, input.files ?? []);
  refuseFaulty(files, inbox.replyRules(conversation.channel).files);
  const outbox: OutboxItem = {
    id: deps.ids.newId(),
    conversationId: conversation.id,
    inboxId: conversation.inboxId,
    draftId: draft?.id ?? null,
    body: input.text,
    files: [...files],
    remoteId: inbox.newRemoteId(),
    state: 'waiting',
    attempts: 0,
    problem: null,
    nextTryAt: deps.undoMs === 0 ? null : at + deps.undoMs,
    createdAt: at,
    sentAt: null,
    sentAs: null,
  };
  deps.outbox.add(outbox);
  const profileId = deps.profileId();
  const outcome: Outcome = { ...outcomeOf(outbox, conversation, messages, draft), profileId, unsupported };
  deps.outcomes.append(outcome);
  const { lessons, inserted } = taughtBy(deps, conversation, messages, draft, input);
  recordUses(deps, { outcomeId: outcome.id, text: input.text, inserted });
  if (draft !== null) deps.drafts.setState(draft.id, 'accepted');
  else retireCurrentDraft(deps, conversation.id);
  deps.conversations.save(
    { ...conversation, status: 'answered', waitingSince: null },
    bareSubjectOf(conversation.subject),
  );
  const learned = learnFromEdit(deps, {
    storeId: conversation.storeId,
    conversationId: conversation.id,
    outcomeId: outcome.id,
    lessons,
    findSame: input.findSame,
  });
  return { outbox, outcome, learned };
}

/** What the reply teaches, and the macros that stand in it. */
function taughtBy(
  deps: AcceptDeps,
  conversation: Conversation,
  messages: readonly Message[],
  draft: Draft | null,
  input: AcceptInput,
) {
  // One that was taken back to be edited may stand in it again.
  const inserted = [...(input.macros ?? []), ...deps.macros.takenBack(conversation.id)];
  const lessons = lessonsBesideMacros(input.text, inserted, (text) =>
    lessonsOfNewReply(deps, { conversation, messages, draft, text }),
  );
  return { lessons, inserted };
}

/** The same before anything is written, to see who has said it already. */
function teachingsOf(deps: AcceptDeps, input: AcceptInput): readonly Teaching[] {
  const conversation = deps.conversations.get(input.conversationId);
  const messages = deps.conversations.messages(input.conversationId);
  const draft = input.draftId === null ? null : deps.drafts.get(input.draftId);
  const { lessons } = taughtBy(deps, conversation, messages, draft, input);
  return lessons.map((lesson) => teachingOf(deps, conversation.storeId, lesson));
}

/** A draft that was not used; should the reply be taken back, the conversation gets one anew. */
function retireCurrentDraft(deps: AcceptDeps, conversationId: string): void {
  const current = deps.drafts.current(conversationId);
  if (current !== null) deps.drafts.setState(current.id, 'stale');
}

/** The outcome of a reply bears the reply's id, so that taking it back finds it. */
function outcomeOf(
  { id, draftId, body, createdAt }: OutboxItem,
  conversation: Conversation,
  messages: readonly Message[],
  draft: Draft | null,
): Omit<Outcome, 'profileId'> {
  const draftText = draft?.text ?? '';
  // An answer that the agent picked is theirs: it says nothing of how good the desk's own was.
  const isPicked = draft !== null && holdsPick(draft);
  const isTranslated = draft !== null && otherLanguageOf(draft) !== null && !isUntranslated(draft, body);
  const isUnchanged = !isPicked && wordsOf(draftText).join(' ') === wordsOf(body).join(' ');
  return {
    id,
    storeId: conversation.storeId,
    conversationId: conversation.id,
    draftId,
    act: draftText === '' ? 'written' : isUnchanged ? 'accepted' : 'edited',
    draftText,
    sentText: body,
    keptShare: draftText === '' || isPicked || isTranslated ? null : keptShareOf(draftText, newTextOf(body)),
    confidence: draft === null || draft.silence !== null ? null : draft.confidence,
    reason: null,
    waitedMs: Math.max(0, createdAt - (conversation.waitingSince ?? messages.at(-1)?.sentAt ?? createdAt)),
    createdAt,
  };
}
