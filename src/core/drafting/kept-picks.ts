import type { Evidence } from '#shared/model/evidence.ts';
import { messageToAnswer } from '../conversations/waiting-messages.ts';
import type { Database } from '../ports/repositories/index.ts';
import { pickedEvidence } from '../retrieval/retrieve-evidence.ts';

/** A passage that a person chose for one of the asks, whatever the desk thinks of it. */
export type PickedPassage = { readonly ask: number; readonly evidence: Evidence };

/** How sure an answer is that a person picked; no search is as sure. */
export const pickedConfidence = 1;

type PicksDeps = Pick<Database, 'conversations' | 'drafts' | 'knowledge' | 'learned'>;

/**
 * What a person picked for the draft of the message that still waits, also where that went stale, each passage in its newest words. What has
 * been retired or forgotten since is no longer among it.
 */
export function keptPicks(deps: PicksDeps, conversationId: string): readonly PickedPassage[] {
  const draft = deps.drafts.current(conversationId);
  if (draft === null || (draft.state !== 'open' && draft.state !== 'stale')) return [];
  if (messageToAnswer(deps.conversations.messages(conversationId))?.id !== draft.messageId) return [];
  return draft.asks.flatMap(({ evidence, confidence }, ask) => {
    const source = evidence === null ? undefined : draft.evidence[evidence];
    const isPassage = source?.kind === 'knowledge' || source?.kind === 'learned';
    const isPicked = isPassage && confidence === pickedConfidence;
    if (!isPicked || !isInUse(deps, source)) return [];
    return [{ ask, evidence: pickedEvidence(deps, source.id) }];
  });
}

function isInUse(deps: PicksDeps, { kind, id }: Evidence): boolean {
  const owner = kind === 'learned' ? deps.learned.get(id) : deps.knowledge.find(id);
  return owner?.state === 'active';
}
