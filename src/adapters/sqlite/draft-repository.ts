import { z } from 'zod';
import type { DraftRepository } from '#core/ports/repositories/conversations.ts';
import { Id } from '#shared/model/basics.ts';
import { Ask, Draft, DraftSentence } from '#shared/model/draft.ts';
import { Evidence } from '#shared/model/evidence.ts';
import type { Connection } from './connection.ts';
import { found } from './found.ts';
import { checkedJson } from './stored-json.ts';

type DraftRow = {
  id: string;
  conversation_id: string;
  message_id: string;
  state: Draft['state'];
  language: Draft['language'];
  asks: string;
  evidence: string;
  sentences: string;
  text: string;
  confidence: number;
  silence: Draft['silence'];
  learned_item_ids: string;
  embedder_id: string | null;
  created_at: number;
};

const Asks = z.array(Ask);
const Evidences = z.array(Evidence);
const Sentences = z.array(DraftSentence);
const Ids = z.array(Id);

/** The drafts of one database. */
export function draftRepository(connection: Connection): DraftRepository {
  return { ...reads(connection), ...writes(connection) };
}

// Where a person reopened what was answered, nothing waits for a draft. Where a machine wrote after the
// customer, the draft for what the customer wrote is enough.
const toDraft = `
  SELECT c.id FROM conversation c
   WHERE c.status = 'unanswered'
     AND NOT EXISTS (
       SELECT 1 FROM draft d
        WHERE d.state IN ('open', 'accepted', 'discarded')
          AND d.message_id IN (
            (SELECT m.id FROM message m WHERE m.conversation_id = c.id AND m.role = 'customer'
              ORDER BY m.sent_at DESC, m.id DESC LIMIT 1),
            (SELECT m.id FROM message m WHERE m.conversation_id = c.id AND m.role = 'customer' AND m.automatic IS NULL
              ORDER BY m.sent_at DESC, m.id DESC LIMIT 1)))
     AND (SELECT m.role FROM message m
           WHERE m.conversation_id = c.id AND (m.role = 'customer' OR m.automatic IS NULL)
           ORDER BY m.sent_at DESC, m.id DESC LIMIT 1) = 'customer'
     AND NOT EXISTS (
       SELECT 1 FROM outbox_item o WHERE o.conversation_id = c.id AND o.state NOT IN ('sent', 'cancelled'))
   ORDER BY c.waiting_since, c.id LIMIT ?`;

type Reads = Pick<DraftRepository, 'get' | 'current' | 'openNaming' | 'openOfStore' | 'conversationsToDraft'>;

function reads(connection: Connection): Reads {
  const one = connection.prepare<DraftRow>('SELECT * FROM draft WHERE id = ?');
  const current = connection.prepare<DraftRow>(`
    SELECT * FROM (SELECT * FROM draft WHERE conversation_id = ? ORDER BY created_at DESC, id DESC LIMIT 1)
     WHERE state IN ('open', 'stale')`);
  const openNaming = connection.prepare<DraftRow>(`
    SELECT d.* FROM draft d
     WHERE d.state = 'open' AND d.id IN (
       SELECT e.draft_id FROM json_each(?) owner CROSS JOIN draft_evidence e ON e.owner_id = owner.value)
     ORDER BY d.created_at, d.id`);
  const openOfStore = connection.prepare<DraftRow>(`
    SELECT d.* FROM draft d CROSS JOIN conversation c ON c.id = d.conversation_id
     WHERE d.state = 'open' AND c.store_id = ? ORDER BY d.created_at, d.id`);
  const conversationsToDraft = connection.prepare<{ id: string }>(toDraft);

  return {
    get: (draftId) => draftOf(found(one.get(draftId), 'draft', draftId)),
    current: (conversationId) => {
      const row = current.get(conversationId);
      return row === undefined ? null : draftOf(row);
    },
    openNaming: (ownerIds) => openNaming.all(JSON.stringify(ownerIds)).map(draftOf),
    openOfStore: (storeId) => openOfStore.all(storeId).map(draftOf),
    conversationsToDraft: (limit) => conversationsToDraft.all(limit).map((row) => row.id),
  };
}

function writes(connection: Connection): Pick<DraftRepository, 'add' | 'setState' | 'reopenLatest'> {
  const insert = connection.prepare(`
    INSERT INTO draft (id, conversation_id, message_id, state, language, asks, evidence, sentences, has_gap, text,
      confidence, silence, learned_item_ids, embedder_id, created_at)
    VALUES (@id, @conversationId, @messageId, @state, @language, @asks, @evidence, @sentences, @hasGap, @text,
      @confidence, @silence, @learnedItemIds, @embedderId, @createdAt)`);
  const insertEvidence = connection.prepare('INSERT OR IGNORE INTO draft_evidence (owner_id, draft_id) VALUES (?, ?)');
  const setState = connection.prepare('UPDATE draft SET state = ? WHERE id = ?');
  const reopenLatest = connection.prepare(`
    UPDATE draft SET state = 'open'
     WHERE state = 'discarded' AND id = (
       SELECT id FROM draft WHERE conversation_id = ? ORDER BY created_at DESC, id DESC LIMIT 1)`);

  return {
    add: (draft) => {
      connection.transaction(() => {
        insert.run({
          ...draft,
          asks: JSON.stringify(draft.asks),
          evidence: JSON.stringify(draft.evidence),
          sentences: JSON.stringify(draft.sentences),
          hasGap: draft.sentences.some((sentence) => sentence.part === 'gap') ? 1 : 0,
          learnedItemIds: JSON.stringify(draft.learnedItemIds),
        });
        for (const { kind, id } of draft.evidence) {
          if (kind === 'knowledge' || kind === 'learned') insertEvidence.run(id, draft.id);
        }
      });
    },
    setState: (draftId, state) => {
      if (setState.run(state, draftId) === 0) found(undefined, 'draft', draftId);
    },
    reopenLatest: (conversationId) => {
      reopenLatest.run(conversationId);
    },
  };
}

function draftOf(row: DraftRow): Draft {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    messageId: row.message_id,
    state: row.state,
    language: row.language,
    asks: checkedJson(Asks, row.asks, 'draft.asks'),
    evidence: checkedJson(Evidences, row.evidence, 'draft.evidence'),
    sentences: checkedJson(Sentences, row.sentences, 'draft.sentences'),
    text: row.text,
    confidence: row.confidence,
    silence: row.silence,
    learnedItemIds: checkedJson(Ids, row.learned_item_ids, 'draft.learned_item_ids'),
    embedderId: row.embedder_id,
    createdAt: row.created_at,
  };
}
