import type { Ask, Draft } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { messageToAnswer } from '../conversations/waiting-messages.ts';
import type { Clock } from '../ports/clock.ts';
import type { Database } from '../ports/repositories/index.ts';
import { pickedEvidence } from '../retrieval/retrieve-evidence.ts';

/** A passage that a person chose for one of the asks, whatever the desk thinks of it. */
export type PickedPassage = { readonly ask: number; readonly evidence: Evidence };

/** How sure an answer is that a person picked; no search is as sure. */
export const pickedConfidence = 1;

type PicksDeps = Pick<Database, 'conversations' | 'drafts' | 'knowledge' | 'learned' | 'passages'> & {
  readonly clock: Clock;
  readonly profileId: () => string | null;
};

/** What a person picked for the draft of the message that still waits, also where that went stale. */
export function keptPicks(
  deps: Pick<Database, 'conversations' | 'drafts'>,
  conversationId: string,
): readonly PickedPassage[] {
  const draft = deps.drafts.current(conversationId);
  if (draft === null) return [];
  if (messageToAnswer(deps.conversations.messages(conversationId))?.id !== draft.messageId) return [];
  return draft.asks.flatMap((each, ask) => {
    const evidence = pickedFor(draft, each);
    return evidence === null ? [] : [{ ask, evidence }];
  });
}

/**
 * The passages that a person picked in the words they have now, by ask; of two for one ask the last. Not what may not be
 * said now: it was retired or forgotten, its time is over, its set is off.
 */
export function picksInUse(
  deps: PicksDeps,
  storeId: string,
  picked: readonly PickedPassage[],
): ReadonlyMap<number, Evidence> {
  return new Map(
    picked.flatMap(({ ask, evidence }): ReadonlyArray<[number, Evidence]> => {
      if (!isPassage(evidence)) return [[ask, evidence]];
      return mayAnswer(deps, storeId, evidence) ? [[ask, pickedEvidence(deps, evidence.id)]] : [];
    }),
  );
}

/** Whether a person picked an answer of the draft: then it is not the desk's alone. */
export function holdsPick(draft: Draft): boolean {
  return draft.asks.some((ask) => pickedFor(draft, ask) !== null);
}

/** The passage that a person picked for an ask of a draft; null where the desk chose, or is silent. */
function pickedFor({ evidence: all }: Draft, { evidence, confidence, isPicked }: Ask): Evidence | null {
  const source = evidence === null ? undefined : all[evidence];
  if (source === undefined || !isPassage(source)) return null;
  // In drafts made before picks were marked, certainty marks them.
  return (isPicked ?? confidence === pickedConfidence) ? source : null;
}

function isPassage({ kind }: Evidence): boolean {
  return kind === 'knowledge' || kind === 'learned';
}

/** Whatever the channel and subject: a person has decided on those. A correction answers as long as what it corrects. */
function mayAnswer(deps: PicksDeps, storeId: string, { id, correctsEntryId }: Evidence): boolean {
  const owners = correctsEntryId === null ? [id] : [id, correctsEntryId];
  const scope = { storeId, profileId: deps.profileId(), about: null, channel: null, at: deps.clock.now() };
  return deps.passages.answering(owners, scope).size === owners.length;
}
