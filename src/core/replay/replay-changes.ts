import { AppError } from '#shared/errors.ts';
import type { Conversation, Message } from '#shared/model/conversation.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { ReplayReport } from '#shared/model/replay.ts';
import { newTextOf } from '../conversations/new-text.ts';
import { tolerantModel } from '../insights/report-coverage.ts';
import type { Database } from '../ports/repositories/index.ts';
import type { LearningDeps } from '../retrieval/learn-model.ts';
import type { LearnedModel } from '../retrieval/store-model.ts';
import { type ReplayedAsk, answerChanges, isChanged } from './answer-changes.ts';
import { type Rehearsal, type RehearsalDeps, lastQuestion, preparedFor, rehearsedDraft } from './rehearse-draft.ts';
import { type SupposedEdit, type Supposition, supposed } from './supposed-entries.ts';
import { supposedLessons } from './supposed-learned.ts';
import { supposedPassages } from './supposed-passages.ts';
import { withChanges } from './with-changes.ts';

export type ReplayDeps = RehearsalDeps &
  LearningDeps &
  Pick<Database, 'conversations' | 'sets'> & {
    /** What the desk will hold of its own confidence once it has learned from the changed knowledge. */
    readonly learnedModel: (deps: LearningDeps, storeId: string) => Promise<LearnedModel>;
    /** Lets other work run between slices: drafts go on meanwhile. */
    readonly passTurn: () => Promise<void>;
  };

export type ReplayInput = {
  readonly storeId: string;
  readonly changes: readonly SupposedEdit[];
  /** How many of the newest conversations are replayed. */
  readonly conversations: number;
};

/** Conversations whose texts are embedded together. */
const slice = 16;
const pageSize = 200;

/**
 * What would be answered to the last question of the newest conversations if the changes were published, beside what is
 * answered now: only the answers that change, also those that are held back or let go because the desk trusts itself
 * otherwise with other knowledge. Both are drafted in one turn from the thread as it stood; facts of the
 * shop are left out. Nothing is written. The same desk and the same changes give the same report. Errors: `cancelled`,
 * `not_found`, `invalid_input`.
 */
export async function replayChanges(
  deps: ReplayDeps,
  { storeId, changes, conversations: wanted }: ReplayInput,
  signal?: AbortSignal,
  onProgress?: (done: number, total: number) => void,
): Promise<ReplayReport> {
  const waiting = waitedFor(deps, signal);
  const changed = await deskWith(waiting, supposed(deps, storeId, changes), signal);
  // What is tolerated stays; from which confidence on that is kept is for the new trials to say.
  const model = tolerantModel(await deps.learnedModel(changed, storeId), deps.stores.get(storeId));
  const sides = { before: waiting, after: { ...changed, modelOf: () => model } };
  return replayed(waiting, sides, { storeId, wanted, isTouched: () => true }, signal, onProgress);
}

/**
 * The same for lessons that would be others, for everybody: what only the person at the desk hears stays out on both sides,
 * and both trust themselves alike and count their words in one way. Where none of these lessons, nor what they stand for, was
 * among the answers, one that tips over is not their doing.
 */
export async function replayItems(
  deps: Omit<ReplayDeps, 'learnedModel'>,
  input: { readonly storeId: string; readonly items: readonly LearnedItem[]; readonly conversations: number },
  signal?: AbortSignal,
  onProgress?: (done: number, total: number) => void,
): Promise<ReplayReport> {
  const { storeId, items } = input;
  const model = deps.modelOf(storeId);
  const everybodys = { ...waitedFor(deps, signal), profileId: () => null, modelOf: () => model };
  const present = items.map(({ id }) => deps.learned.get(id));
  const before = await deskWith(everybodys, supposedLessons(deps, storeId, present), signal);
  const after = await deskWith(everybodys, supposedLessons(deps, storeId, items), signal);
  const theirs = new Set(
    items.flatMap(({ id, correctsEntryId }) => [id, ...(correctsEntryId === null ? [] : [correctsEntryId])]),
  );
  const isTouched = (draft: Draft, ask: number): boolean => shownFor(draft, ask).some(({ id }) => theirs.has(id));
  const asking = { storeId, wanted: input.conversations, isTouched };
  return replayed(everybodys, { before, after }, asking, signal, onProgress);
}

/** The desk, until nobody waits any more. */
function waitedFor<D extends Pick<ReplayDeps, 'passTurn'>>(deps: D, signal: AbortSignal | undefined): D {
  const passTurn = async (): Promise<void> => {
    await deps.passTurn();
    if (signal?.aborted === true) throw new AppError('cancelled', 'Nobody waits for the replay any more');
  };
  return { ...deps, passTurn };
}

async function deskWith<D extends Parameters<typeof withChanges>[0] & Pick<ReplayDeps, 'embedder'>>(
  deps: D,
  supposition: Supposition,
  signal: AbortSignal | undefined,
): Promise<D> {
  return withChanges(deps, supposition, await supposedPassages(deps, supposition, signal));
}

type Asking = {
  readonly storeId: string;
  /** How many of the newest conversations. */
  readonly wanted: number;
  /** Whether what is asked about has to do with the answers to an ask. */
  readonly isTouched: (draft: Draft, ask: number) => boolean;
};

async function replayed(
  deps: Omit<ReplayDeps, 'learnedModel'>,
  sides: { readonly before: RehearsalDeps; readonly after: RehearsalDeps },
  { storeId, wanted, isTouched }: Asking,
  signal?: AbortSignal,
  onProgress?: (done: number, total: number) => void,
): Promise<ReplayReport> {
  const at = deps.clock.now();
  const conversations = newestConversations(deps, storeId, wanted);
  const asks: ReplayedAsk[] = [];
  for (let start = 0; start < conversations.length; start += slice) {
    const threads = conversations.slice(start, start + slice).flatMap((conversation) => {
      const messages = deps.conversations.messages(conversation.id);
      const rehearsal = lastQuestion(deps, conversation, messages);
      return rehearsal === null ? [] : [{ conversation, messages, rehearsal }];
    });
    const prepared = await preparedFor(
      deps,
      threads.map(({ rehearsal }) => rehearsal),
      { storeId, about: null },
      signal,
    );
    for (const thread of threads) {
      await deps.passTurn();
      const before = rehearsedDraft(sides.before, thread.rehearsal, prepared, { at, about: null });
      const after = rehearsedDraft(sides.after, thread.rehearsal, prepared, { at, about: null });
      asks.push(...replayedAsks(thread, before, after, isTouched));
    }
    onProgress?.(Math.min(start + slice, conversations.length), conversations.length);
  }
  const others = asks.filter(isChanged);
  return {
    conversations: conversations.length,
    asks: asks.length,
    changedAsks: others.length,
    changedConversations: new Set(others.map(({ conversationId }) => conversationId)).size,
    changes: [...answerChanges(asks)],
  };
}

/** Those whose last message is newest, whatever became of them. */
function newestConversations(
  deps: Pick<ReplayDeps, 'conversations'>,
  storeId: string,
  wanted: number,
): readonly Conversation[] {
  const found = (['unanswered', 'answered', 'closed'] as const).flatMap((status) => {
    const page = (offset: number, limit: number) => deps.conversations.list({ storeId, status, offset, limit });
    // Those that wait come oldest first, all others newest first.
    const from = status === 'unanswered' ? Math.max(0, page(0, 1).total - wanted) : 0;
    const rows: Conversation[] = [];
    for (let offset = from; rows.length < wanted; offset += pageSize) {
      const { items } = page(offset, pageSize);
      rows.push(...items);
      if (items.length < pageSize) break;
    }
    return rows;
  });
  return found.toSorted((a, b) => b.lastMessageAt - a.lastMessageAt || (a.id < b.id ? 1 : -1)).slice(0, wanted);
}

type Thread = {
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
  readonly rehearsal: Rehearsal;
};

function replayedAsks(
  { conversation, messages, rehearsal }: Thread,
  before: Draft,
  after: Draft,
  isTouched: Asking['isTouched'],
): readonly ReplayedAsk[] {
  const { last } = rehearsal.question;
  const sent = sentAfter(messages, last.id);
  return rehearsal.question.asked.map((part, i) => ({
    conversationId: conversation.id,
    customerName: conversation.customerName,
    customerAddress: conversation.customerAddress,
    ask: part.text,
    askedAt: last.sentAt,
    before: toldFor(before, i),
    after: toldFor(isTouched(before, i) || isTouched(after, i) ? after : before, i),
    sent,
  }));
}

function toldFor(draft: Draft, ask: number): Evidence | null {
  const place = draft.asks[ask]?.evidence ?? null;
  return place === null ? null : (draft.evidence[place] ?? null);
}

/** All that was weighed for an ask. */
function shownFor(draft: Draft, ask: number): readonly Evidence[] {
  const { evidence = null, candidates } = draft.asks[ask] ?? {};
  const places = [...(evidence === null ? [] : [evidence]), ...(candidates ?? []).map((one) => one.evidence)];
  return places.flatMap((place) => draft.evidence[place] ?? []);
}

/** What an agent wrote next; null where nobody has. */
function sentAfter(messages: readonly Message[], messageId: string): string | null {
  const place = messages.findIndex(({ id }) => id === messageId);
  const reply = messages.slice(place + 1).find(({ role, automatic }) => role === 'agent' && automatic === null);
  return reply === undefined ? null : newTextOf(reply.text);
}
