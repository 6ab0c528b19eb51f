import type { Ask, Draft } from '#shared/model/draft.ts';
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
  return draft.asks.flatMap((each, ask) => {
    const source = pickedFor(draft, each);
    if (source === null || !isInUse(deps, source)) return [];
    return [{ ask, evidence: pickedEvidence(deps, source.id) }];
  });
}

/** The passage that a person picked for an ask of a draft; null where the desk chose, or is silent. */
function pickedFor({ evidence: all }: Draft, { evidence, confidence }: Ask): Evidence | null {
  const source = evidence === null ? undefined : all[evidence];
  const isPassage = source?.kind === 'knowledge' || source?.kind === 'learned';
  return isPassage && confidence === pickedConfidence ? source : null;
}

/** Whether a person picked an answer of the draft: then it is not the desk's alone. */
export function holdsPick(draft: Draft): boolean {
  return draft.asks.some((ask) => pickedFor(draft, ask) !== null);
}

function isInUse(deps: PicksDeps, { kind, id }: Evidence): boolean {
  const owner = kind === 'learned' ? deps.learned.get(id) : deps.knowledge.find(id);
  return owner?.state === 'active';
}
