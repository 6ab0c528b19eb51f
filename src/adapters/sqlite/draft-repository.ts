import { z } from 'zod';
import type {
  AskWithoutAnswer,
  DraftRepository,
  RecentAsk,
  UsedPassage,
} from '#core/ports/repositories/conversations.ts';
import { Id } from '#shared/model/basics.ts';
import { Ask, Draft, DraftSentence, DraftWriter } from '#shared/model/draft.ts';
import { Evidence } from '#shared/model/evidence.ts';
import type { Connection } from './connection.ts';
import { found } from './found.ts';
import { checkedJson, jsonOrNull } from './stored-json.ts';

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
  writer: string | null;
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

// Of several drafts for a message the newest counts: that an older one knew no answer may be mended.
const withoutAnswer = `
  SELECT d.id AS draftId, d.conversation_id AS conversationId, d.message_id AS messageId, ask.key AS ask,
         ask.value ->> 'text' AS text, ask.value ->> 'context' AS context, ask.value ->> 'silence' AS silence,
         m.sent_at AS askedAt, c.customer_name AS customerName, c.customer_address AS customerAddress
    FROM conversation c CROSS JOIN draft d ON d.conversation_id = c.id
    JOIN message m ON m.id = d.message_id
    CROSS JOIN json_each(d.asks) ask
   WHERE c.store_id = @storeId AND ask.value ->> 'evidence' IS NULL
     AND ask.value ->> 'silence' IN ('no_evidence', 'weak_evidence', 'ambiguous', 'other_language')
     AND NOT EXISTS (SELECT 1 FROM draft later
                      WHERE later.conversation_id = d.conversation_id AND later.message_id = d.message_id
                        AND (later.created_at, later.id) > (d.created_at, d.id))
   ORDER BY m.sent_at DESC, d.id DESC, ask.key LIMIT @limit`;

const recent = `
  SELECT d.conversation_id AS conversationId, ask.value ->> 'text' AS text, ask.value ->> 'context' AS context,
         m.sent_at AS askedAt, c.customer_name AS customerName, c.customer_address AS customerAddress
    FROM conversation c CROSS JOIN draft d ON d.conversation_id = c.id
    JOIN message m ON m.id = d.message_id
    CROSS JOIN json_each(d.asks) ask
   WHERE c.store_id = @storeId
     AND NOT EXISTS (SELECT 1 FROM draft later
                      WHERE later.conversation_id = d.conversation_id AND later.message_id = d.message_id
                        AND (later.created_at, later.id) > (d.created_at, d.id))
   ORDER BY m.sent_at DESC, d.id DESC, ask.key LIMIT @limit`;

/** What answers the asks of open drafts, an ask each. In drafts made before picks were marked, certainty marks them. */
const usedPassages = `
  SELECT d.id AS draftId, d.conversation_id, ask.value ->> 'context' AS context,
         d.evidence -> (ask.value ->> 'evidence') ->> 'kind' AS kind,
         d.evidence -> (ask.value ->> 'evidence') ->> 'id' AS ownerId,
         d.evidence -> (ask.value ->> 'evidence') ->> 'correctsEntryId' AS correctsEntryId,
         coalesce(ask.value ->> 'isPicked', ask.value ->> 'confidence' = 1) AS isPicked
    FROM draft d CROSS JOIN json_each(d.asks) ask
   WHERE d.state = 'open' AND ask.value ->> 'evidence' IS NOT NULL`;

type Reads = Omit<DraftRepository, 'add' | 'setState' | 'reopenLatest'>;

function reads(connection: Connection): Reads {
  const one = connection.prepare<DraftRow>('SELECT * FROM draft WHERE id = ?');
  const newest = connection.prepare<DraftRow>(
    'SELECT * FROM draft WHERE conversation_id = ? ORDER BY created_at DESC, id DESC LIMIT 1',
  );
  const openOfStore = connection.prepare<DraftRow>(`
    SELECT d.* FROM draft d CROSS JOIN conversation c ON c.id = d.conversation_id
     WHERE d.state = 'open' AND c.store_id = ? ORDER BY d.created_at, d.id`);
  const oldestOpen = connection.prepare<{ at: number | null }>(
    "SELECT min(created_at) AS at FROM draft WHERE state = 'open'",
  );
  const openAsks = connection.prepare<Pick<DraftRow, 'id' | 'conversation_id' | 'asks'> & { names: string }>(`
    SELECT d.id, d.conversation_id, d.asks,
           (SELECT json_group_array(e.owner_id) FROM draft_evidence e WHERE e.draft_id = d.id) AS names
      FROM draft d CROSS JOIN conversation c ON c.id = d.conversation_id
     WHERE d.state = 'open' AND c.store_id = ? ORDER BY d.created_at, d.id`);
  const openUsing = connection.prepare<{ id: string }>(`
    SELECT DISTINCT used.draftId AS id
      FROM json_each(?) owner CROSS JOIN draft_evidence e ON e.owner_id = owner.value
      JOIN (${usedPassages}) used ON used.draftId = e.draft_id
     WHERE owner.value IN (used.ownerId, used.correctsEntryId)`);
  const usedByOpen = connection.prepare<Omit<UsedPassage, 'isPicked'> & { isPicked: number }>(`
    SELECT used.draftId, c.channel, used.context, used.ownerId, used.correctsEntryId, used.isPicked
      FROM (${usedPassages}) used CROSS JOIN conversation c ON c.id = used.conversation_id
     WHERE c.store_id = ? AND used.kind IN ('knowledge', 'learned')`);
  const ofConversation = connection.prepare<DraftRow>(
    'SELECT * FROM draft WHERE conversation_id = ? ORDER BY created_at DESC, id DESC',
  );
  const conversationsToDraft = connection.prepare<{ id: string }>(toDraft);
  const answeredBy = connection.prepare<{ id: string; conversationId: string; createdAt: number }>(`
    SELECT DISTINCT d.id, d.conversation_id AS conversationId, d.created_at AS createdAt
      FROM draft_evidence e CROSS JOIN draft d ON d.id = e.draft_id CROSS JOIN json_each(d.asks) ask
     WHERE e.owner_id = @ownerId AND d.created_at >= @since AND ask.value ->> 'evidence' IS NOT NULL
       AND d.evidence -> (ask.value ->> 'evidence') ->> 'id' = @ownerId
     ORDER BY d.created_at DESC, d.id DESC`);
  const recentAsks = connection.prepare<RecentAsk>(recent);
  const asksWithoutAnswer = connection.prepare<AskWithoutAnswer>(withoutAnswer);

  return {
    get: (draftId) => draftOf(found(one.get(draftId), 'draft', draftId)),
    find(draftId) {
      const row = one.get(draftId);
      return row === undefined ? null : draftOf(row);
    },
    current: (conversationId) => {
      const row = newest.get(conversationId);
      return row?.state === 'open' || row?.state === 'stale' ? draftOf(row) : null;
    },
    newest: (conversationId) => {
      const row = newest.get(conversationId);
      return row === undefined ? null : draftOf(row);
    },
    openUsing: (ownerIds) => openUsing.all(JSON.stringify(ownerIds)).map((row) => row.id),
    usedByOpen: (storeId) => usedByOpen.all(storeId).map((row) => ({ ...row, isPicked: row.isPicked === 1 })),
    openAsks: (storeId) =>
      openAsks.all(storeId).map((row) => ({
        id: row.id,
        conversationId: row.conversation_id,
        asks: checkedJson(Asks, row.asks, 'draft.asks'),
        names: checkedJson(Ids, row.names, 'draft_evidence.owner_id'),
      })),
    oldestOpenAt: () => oldestOpen.get()?.at ?? null,
    openOfStore: (storeId) => openOfStore.all(storeId).map(draftOf),
    ofConversation: (conversationId) => ofConversation.all(conversationId).map(draftOf),
    answeredBy: (ownerId, since) => answeredBy.all({ ownerId, since }),
    recentAsks: (storeId, limit) => recentAsks.all({ storeId, limit }),
    asksWithoutAnswer: (storeId, limit) => asksWithoutAnswer.all({ storeId, limit }),
    conversationsToDraft: (limit) => conversationsToDraft.all(limit).map((row) => row.id),
  };
}

function writes(connection: Connection): Pick<DraftRepository, 'add' | 'setState' | 'reopenLatest'> {
  const insert = connection.prepare(`
    INSERT INTO draft (id, conversation_id, message_id, state, language, asks, evidence, sentences, has_gap, text,
      confidence, silence, learned_item_ids, embedder_id, created_at, writer)
    VALUES (@id, @conversationId, @messageId, @state, @language, @asks, @evidence, @sentences, @hasGap, @text,
      @confidence, @silence, @learnedItemIds, @embedderId, @createdAt, @writer)`);
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
          writer: jsonOrNull(draft.writer ?? null),
        });
        for (const { kind, id, correctsEntryId } of draft.evidence) {
          if (kind === 'knowledge' || kind === 'learned') insertEvidence.run(id, draft.id);
          if (correctsEntryId !== null) insertEvidence.run(correctsEntryId, draft.id);
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
    ...(row.writer === null ? {} : { writer: checkedJson(DraftWriter, row.writer, 'draft.writer') }),
    createdAt: row.created_at,
  };
}
