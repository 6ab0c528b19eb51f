import type { Draft } from '#shared/model/draft.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { Database } from '../ports/repositories/index.ts';

/** What an entry that a draft used said then, and what it says now. */
export type SaidSince = {
  readonly entryId: string;
  /** Null where the version is not kept here. */
  readonly used: {
    readonly version: number;
    readonly writtenAt: number;
    readonly who: string;
    readonly why: string;
  } | null;
  /** Null where it is the same version still. */
  readonly now: KnowledgeEntry | null;
};

export type PastDraft = { readonly draft: Draft; readonly saysNow: readonly SaidSince[] };

/** Every draft of a conversation, newest first, with its evidence as it was that day. Errors: `not_found`. */
export function draftHistory(
  deps: Pick<Database, 'conversations' | 'drafts' | 'knowledge'>,
  conversationId: string,
): readonly PastDraft[] {
  deps.conversations.get(conversationId);
  return deps.drafts.ofConversation(conversationId).map((draft) => ({ draft, saysNow: saidSince(deps, draft) }));
}

function saidSince(deps: Pick<Database, 'knowledge'>, { asks, evidence }: Draft): readonly SaidSince[] {
  const used = new Set(asks.flatMap((ask) => ask.evidence ?? []));
  return evidence.flatMap((one, i): SaidSince[] => {
    if (!used.has(i) || one.kind !== 'knowledge' || one.versionId === null) return [];
    const version = deps.knowledge.findVersion(one.versionId);
    const now = deps.knowledge.find(one.id);
    return [
      {
        entryId: one.id,
        used:
          version === null
            ? null
            : {
                version: version.version,
                writtenAt: version.updatedAt,
                who: version.change.who,
                why: version.change.why,
              },
        now: now === null || now.versionId === one.versionId ? null : now,
      },
    ];
  });
}
