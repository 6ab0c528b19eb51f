import { z } from 'zod';
import type { OutcomeFactRepository, OutcomeRow } from '#core/ports/repositories/outcome-facts.ts';
import { Language } from '#shared/model/basics.ts';
import { Channel } from '#shared/model/conversation.ts';
import { DraftSentence, SilenceReason } from '#shared/model/draft.ts';
import { Evidence } from '#shared/model/evidence.ts';
import type { Connection } from './connection.ts';
import { checkedJson } from './stored-json.ts';

type Row = {
  row: number;
  id: string;
  store_id: string;
  profile_id: string | null;
  conversation_id: string;
  draft_id: string | null;
  act: OutcomeRow['act'];
  sent_text: string;
  kept_share: number | null;
  reason: OutcomeRow['reason'];
  waited_ms: number;
  unsupported: number;
  created_at: number;
  language: string | null;
  channel: string | null;
  draft_language: string | null;
  asks: string | null;
  evidence: string | null;
  sentences: string | null;
};

const factsAfter = `
  SELECT o.rowid AS row, o.id, o.store_id, o.profile_id, o.conversation_id, o.draft_id, o.act, o.sent_text, o.kept_share,
         o.reason, o.waited_ms, coalesce(json_array_length(o.unsupported), 0) AS unsupported, o.created_at,
         c.language, c.channel, CASE WHEN d.silence IS NULL THEN d.language END AS draft_language, d.asks, d.evidence,
         CASE WHEN o.act = 'edited' THEN d.sentences END AS sentences
    FROM outcome o
    LEFT JOIN draft d ON d.id = o.draft_id
    LEFT JOIN conversation c ON c.id = o.conversation_id
   WHERE o.rowid > ? ORDER BY o.rowid LIMIT ?`;

// Of a draft only what is counted is looked at: its texts and features are most of its bytes.
const place = z.number().int().nonnegative();
const Asks = z.array(
  z.object({
    silence: SilenceReason.nullable(),
    evidence: place.nullable(),
    isPicked: z.boolean().nullish(),
    candidates: z.array(z.object({ evidence: place })).nullish(),
  }),
);
const Passages = z.array(Evidence.pick({ kind: true, id: true, correctsEntryId: true, topic: true, language: true }));
const Sentences = z.array(DraftSentence);

/** What figures are made of, of one database. */
export function outcomeFactRepository(connection: Connection): OutcomeFactRepository {
  const after = connection.prepare<Row>(factsAfter);
  return { after: (row, limit) => after.all(row, limit).map(rowOf) };
}

function rowOf(row: Row): OutcomeRow {
  return {
    row: row.row,
    id: row.id,
    storeId: row.store_id,
    profileId: row.profile_id,
    conversationId: row.conversation_id,
    draftId: row.draft_id,
    act: row.act,
    sentText: row.sent_text,
    keptShare: row.kept_share,
    reason: row.reason,
    waitedMs: row.waited_ms,
    unsupported: row.unsupported,
    createdAt: row.created_at,
    // An outcome of another desk may stand here without its conversation.
    language: Language.catch('und').parse(row.language),
    channel: Channel.catch('email').parse(row.channel),
    draftLanguage: Language.nullable().catch(null).parse(row.draft_language),
    asks: row.asks === null || row.evidence === null ? [] : asksOf(row.asks, row.evidence),
    sentences: row.sentences === null ? [] : checkedJson(Sentences, row.sentences, 'draft.sentences'),
  };
}

function asksOf(asks: string, evidence: string): OutcomeRow['asks'] {
  const passages = checkedJson(Passages, evidence, 'draft.evidence');
  return checkedJson(Asks, asks, 'draft.asks').map(({ silence, evidence: answer, isPicked, candidates }) => {
    const passage = passages[answer ?? candidates?.[0]?.evidence ?? -1];
    return {
      silence,
      isAnswered: answer !== null,
      isPicked: isPicked === true,
      kind: passage?.kind ?? null,
      ownerId: passage?.id ?? null,
      correctsEntryId: passage?.correctsEntryId ?? null,
      topic: passage?.topic ?? null,
      language: passage?.language ?? null,
    };
  });
}
