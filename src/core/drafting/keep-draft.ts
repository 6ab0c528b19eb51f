import type { EmitEvent } from '#shared/contract/events.ts';
import type { Conversation } from '#shared/model/conversation.ts';
import type { Ask, Draft } from '#shared/model/draft.ts';
import { factFreshMs } from '#shared/model/order.ts';
import { messageToAnswer } from '../conversations/waiting-messages.ts';
import type { Database } from '../ports/repositories/index.ts';

type KeepDeps = Pick<Database, 'transaction' | 'conversations' | 'drafts'> & { readonly emit: EmitEvent };

/**
 * Writes the draft. Not where the thread has moved on while it was made (the newer message gets its own) or a person has
 * answered or closed the conversation: then it comes back as stale. Nor where an open draft says the same from the same
 * sources already: then that one stays, and nobody is disturbed. `hasAskedShop`: false where the shop's facts are the
 * known ones, which have only grown older. `keepsWording`: what a language model worded from the same evidence stays.
 */
export function keptDraft(
  deps: KeepDeps,
  draft: Draft,
  {
    status,
    hasAskedShop,
    keepsWording = false,
  }: {
    readonly status: Conversation['status'];
    readonly hasAskedShop: boolean;
    readonly keepsWording?: boolean | undefined;
  },
): Draft {
  const kept = deps.transaction((): Draft => {
    const last = messageToAnswer(deps.conversations.messages(draft.conversationId));
    const isAsBefore = last?.id === draft.messageId && deps.conversations.get(draft.conversationId).status === status;
    if (!isAsBefore) return { ...draft, state: 'stale' };
    const newest = deps.drafts.newest(draft.conversationId);
    if (newest?.state === 'open' && saysTheSame(newest, draft, hasAskedShop)) return newest;
    if (keepsWording && newest?.state === 'open' && isWordingOf(newest, draft, hasAskedShop)) return newest;
    if (newest?.state === 'open') deps.drafts.setState(newest.id, 'stale');
    // The newest draft counts, also where the machine's clock was set back since the one before, whatever became of it.
    const next = { ...draft, createdAt: Math.max(draft.createdAt, (newest?.createdAt ?? 0) + 1) };
    deps.drafts.add(next);
    return next;
  });
  if (kept.id === draft.id && kept.state === 'open')
    deps.emit('draft.ready', { conversationId: draft.conversationId, draftId: draft.id });
  return kept;
}

function saysTheSame(a: Draft, b: Draft, hasAskedShop: boolean): boolean {
  return a.text === b.text && a.silence === b.silence && standsOnTheSame(a, b, hasAskedShop);
}

/** Whether `a` is what a model made of the evidence that `b` stands on, in the store's phrases of today. */
function isWordingOf(a: Draft, b: Draft, hasAskedShop: boolean): boolean {
  if (a.writer == null || !standsOnTheSame(a, b, hasAskedShop)) return false;
  const phrases = (draft: Draft): string =>
    draft.sentences.flatMap(({ part, text }) => (part === 'greeting' || part === 'closing' ? [text] : [])).join('\n');
  const said = (draft: Draft): string => JSON.stringify(draft.evidence.map((one) => one.answer));
  return said(a) === said(b) && (b.silence !== null || phrases(a) === phrases(b));
}

function standsOnTheSame(a: Draft, b: Draft, hasAskedShop: boolean): boolean {
  const sources = (draft: Draft): string =>
    JSON.stringify([
      draft.asks.map((ask) => [ask.evidence, ask.silence, ask.isPicked ?? false, wantedAsRead(ask)]),
      draft.evidence.map((one) => one.versionId ?? [one.id, hasAskedShop && one.reading?.isOld]),
    ]);
  const isSame = a.messageId === b.messageId && sources(a) === sources(b);
  return isSame && (!hasAskedShop || oldestReading(b) - oldestReading(a) <= factFreshMs);
}

/** What a person reads as the reason of a silence, in halves of a percent. */
function wantedAsRead({ offeredFrom }: Ask): number | null {
  return offeredFrom == null ? null : Math.ceil(200 * offeredFrom);
}

/** When the oldest of the shop's facts in a draft was read. */
function oldestReading(draft: Draft): number {
  const times = draft.evidence.flatMap(({ reading }) => (reading ? [reading.readAt] : []));
  return times.length === 0 ? 0 : Math.min(...times);
}
