import type { Thread } from '#shared/contract/conversation.ts';
import type { Conversation, DraftState, Message } from '#shared/model/conversation.ts';
import type { Ask } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { type KnowledgeEntry, unlimited, writtenHere } from '#shared/model/knowledge.ts';
import { sampleMacros } from './sample-macros.ts';
import type { Macro } from '#shared/model/macro.ts';
import type { KnowledgeSet } from '#shared/model/knowledge-set.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { Order } from '#shared/model/order.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import { type Store, type StoreSettings, plainSettings } from '#shared/model/store.ts';
import { fakeDraft } from './fake-drafts.ts';
import { learnedFrom, outcomesOf } from './fake-history.ts';
import { seasonOf } from './fake-season.ts';
import {
  type SampleConversation,
  momentAt,
  newId,
  sampleConversations,
  sampleEntries,
  sampleOrders,
  sampleStore,
  share,
} from './sample.ts';
import { deskFileRules } from '#shared/model/reply-file.ts';

export type World = {
  stores: Store[];
  entries: KnowledgeEntry[];
  history: Map<string, KnowledgeEntry[]>;
  sets: KnowledgeSet[];
  macros: Macro[];
  threads: Map<string, Thread>;
  learned: LearnedItem[];
  outcomes: Outcome[];
};

function entriesFor(
  storeId: string,
  now: number,
): { entries: KnowledgeEntry[]; bySampleId: Map<string, KnowledgeEntry> } {
  const bySampleId = new Map<string, KnowledgeEntry>();
  sampleEntries.forEach((sample, index) => {
    const at = now - Math.floor(share(index) * 90) * 86_400_000;
    bySampleId.set(sample.id, {
      id: newId(),
      storeId: index % 11 === 0 ? null : storeId,
      versionId: newId(),
      version: 1,
      state: 'active',
      setId: null,
      source: {
        ...writtenHere,
        origin: 'import',
        file: index % 7 === 3 ? 'returns-policy.pdf' : 'knowledge.jsonl',
        row: index % 7 === 3 ? null : index + 1,
        page: index % 7 === 3 ? 3 : null,
        headings: index % 7 === 3 ? ['Returns', 'Refunds and exchanges'] : [],
      },
      change: { who: '', why: '' },
      ...unlimited,
      kind: 'pair',
      question: sample.question,
      answer: sample.answer,
      topic: sample.topic ?? null,
      scope: [...(sample.scope ?? [])],
      language: sample.language,
      createdAt: at,
      updatedAt: at,
    });
  });
  return { entries: [...bySampleId.values()], bySampleId };
}

function placeOf({ source }: KnowledgeEntry): Evidence['place'] {
  const { file, row, page, headings, url } = source;
  return file === null ? null : { file, row, page, headings, url };
}

/** An entry as evidence. */
export function evidenceOf(entry: KnowledgeEntry, confidence: number): Evidence {
  return {
    kind: 'knowledge',
    id: entry.id,
    versionId: entry.versionId,
    question: entry.question,
    answer: entry.answer,
    topic: entry.topic,
    language: entry.language,
    correctsEntryId: null,
    overlaysEntryId: entry.overlaysEntryId,
    place: placeOf(entry),
    validUntil: entry.topic === 'shipping' ? Date.now() + 40 * 3_600_000 : null,
    confidence,
    cosine: Math.min(0.98, confidence * 0.7 + 0.2),
    overlap: Math.min(1, confidence * 0.8),
  };
}

function ordersOf(now: number): Order[] {
  return sampleOrders.map((raw) => {
    const order = raw as unknown as Order & { placedAt: unknown; promisedAt: unknown };
    return {
      ...order,
      placedAt: momentAt(String(order.placedAt), now),
      promisedAt:
        order.promisedAt === null || order.promisedAt === undefined ? null : momentAt(String(order.promisedAt), now),
      carrier: order.carrier ?? null,
      trackingNumber: order.trackingNumber ?? null,
      trackingUrl: order.trackingUrl ?? null,
      parcels: order.status === 'shipped' || order.status === 'delivered' ? 1 : 0,
      source: { kind: 'shopify', name: 'hob-and-leaf.myshopify.com' },
      readAt: now - 120_000,
    };
  });
}

function messagesOf(sample: SampleConversation, conversationId: string, now: number): Message[] {
  return sample.turns.map((turn, index) => {
    const before = sample.turns[index - 1];
    const quoted = before === undefined ? '' : `\n\n> ${before.text.replaceAll('\n', '\n> ')}`;
    return {
      id: newId(),
      conversationId,
      remoteId: `<${sample.id}-${index}@example.com>`,
      role: turn.role,
      authorName: turn.role === 'customer' ? sample.customer.name : 'Noor',
      authorAddress: turn.role === 'customer' ? sample.customer.address : 'hello@hobandleaf.example',
      text: turn.text + quoted,
      question: turn.text,
      attachments: [...(turn.attachments ?? [])],
      automatic: turn.automatic ? ('auto_reply' as const) : null,
      sentAt: momentAt(turn.at, now),
    };
  });
}

function conversationOf(
  sample: SampleConversation,
  id: string,
  storeId: string,
  inboxId: string,
  messages: readonly Message[],
): Conversation {
  const last = messages.at(-1);
  const lastAgent = messages.findLastIndex((message) => message.role === 'agent');
  const waiting = messages.slice(lastAgent + 1).find((message) => message.automatic === null);
  return {
    id,
    storeId,
    inboxId,
    subject: sample.subject,
    customerName: sample.customer.name,
    customerAddress: sample.customer.address,
    channel: null,
    language: sample.language,
    status: waiting === undefined ? 'answered' : 'unanswered',
    waitingSince: waiting?.sentAt ?? null,
    lastMessageAt: last?.sentAt ?? 0,
    messageCount: messages.length,
    preview: (last?.question ?? '').replaceAll('\n', ' ').slice(0, 140),
  };
}

function orderEvidence(order: Order): Evidence {
  return {
    kind: 'order',
    id: order.number,
    versionId: null,
    question: `Order ${order.number}`,
    answer: `Your order ${order.number} is ${order.status}. ${order.carrier === null ? '' : `It travels with ${order.carrier}, tracking number ${order.trackingNumber}.`}`,
    topic: null,
    language: 'en',
    correctsEntryId: null,
    confidence: 0.96,
    cosine: null,
    overlap: 0,
    reading: { source: order.source, readAt: order.readAt, isOld: false, isClaimed: false },
  };
}

type Known = {
  bySampleId: Map<string, KnowledgeEntry>;
  entries: KnowledgeEntry[];
  orders: Order[];
  settings: StoreSettings;
};

function draftOf(
  sample: SampleConversation,
  conversation: Conversation,
  messages: readonly Message[],
  known: Known,
  seed: number,
) {
  const last = messages.at(-1);
  if (conversation.status !== 'unanswered' || last === undefined) return null;
  const evidence: Evidence[] = [];
  const questions = last.question.split(/(?<=[?？。.!])\s*/u).filter((sentence) => /[?？か]/u.test(sentence));
  const asks = sample.expects.map((expected, index): Ask => {
    const text = questions[index]?.trim() ?? expected.ask;
    const entry = known.bySampleId.get(expected.entryIds?.[0] ?? '');
    const order = known.orders.find((each) => each.number === expected.order);
    const confidence = 0.55 + share(seed + index * 7) * 0.43;
    const found =
      entry !== undefined ? evidenceOf(entry, confidence) : order === undefined ? null : orderEvidence(order);
    if (found === null)
      return {
        text,
        context: '',
        evidence: null,
        silence: index % 2 === 0 ? 'weak_evidence' : 'no_evidence',
        confidence: index % 2 === 0 ? 0.44 : 0.04,
        ...(index % 2 === 0 ? { offeredFrom: 0.885 } : {}),
      };
    const at = evidence.findIndex((one) => one.id === found.id);
    if (at < 0) evidence.push(found);
    return {
      text,
      context: '',
      evidence: at < 0 ? evidence.length - 1 : at,
      silence: null,
      confidence: found.confidence,
    };
  });
  const sameLanguage = known.entries.filter(
    (entry) => entry.language === sample.language && !evidence.some((one) => one.id === entry.id),
  );
  for (let near = 0; near < 4; near += 1) {
    const entry = sameLanguage[Math.floor(share(seed * 3 + near) * sameLanguage.length)];
    if (entry !== undefined && !evidence.some((one) => one.id === entry.id))
      evidence.push(evidenceOf(entry, 0.44 - near * 0.09));
  }
  const isAnswered = asks.some((ask) => ask.evidence !== null);
  return fakeDraft({
    conversationId: conversation.id,
    messageId: last.id,
    language: sample.language,
    customerName: sample.customer.name,
    settings: known.settings,
    asks,
    evidence,
    silence: asks.length === 0 ? 'nothing_asked' : isAnswered ? null : 'weak_evidence',
  });
}

/** How far a row's draft is, as the list tells it. */
export function draftStateOf(thread: Thread): DraftState {
  if (thread.outbox.some((item) => item.state === 'failed')) return 'failed';
  if (thread.outbox.length > 0) return 'sending';
  const { draft } = thread;
  if (draft === null || draft.state === 'accepted' || draft.state === 'discarded') return 'none';
  if (draft.silence !== null) return 'silent';
  return draft.sentences.some((sentence) => sentence.part === 'gap') ? 'partial' : 'ready';
}

/** A store with its mail, knowledge and history; `copies` makes the lists long. */
export function createWorld(inboxId: string, copies: number): World {
  const now = Date.now();
  const settings = { ...plainSettings, ...sampleStore.settings, name: sampleStore.name } as StoreSettings;
  const store: Store = { id: newId(), settings, version: 1, createdAt: now };
  const second: Store = {
    id: newId(),
    settings: { ...plainSettings, name: '柚子屋', language: 'ja' },
    version: 1,
    createdAt: now,
  };
  const { entries, bySampleId } = entriesFor(store.id, now);
  const known: Known = { entries, bySampleId, orders: ordersOf(now), settings };
  const threads = new Map<string, Thread>();
  for (let copy = 0; copy < copies; copy += 1) {
    sampleConversations.forEach((sample, index) => {
      const id = newId();
      const messages = messagesOf(sample, id, now - copy * 7_200_000);
      const conversation = conversationOf(sample, id, store.id, inboxId, messages);
      const orders = known.orders.filter((order) => order.customerAddress === sample.customer.address).slice(0, 2);
      const draft = draftOf(sample, conversation, messages, known, index + copy * 100);
      const limits = { maxLength: 25_000, closesAt: null, files: deskFileRules };
      threads.set(id, { conversation, messages, orders, limits, helpdesk: null, draft, outbox: [] });
    });
  }
  const season = seasonOf(store.id, entries, now);
  return {
    stores: [store, second],
    entries: [...season.entries, ...entries],
    sets: season.sets,
    macros: sampleMacros(),
    history: new Map([...entries.map((entry): [string, KnowledgeEntry[]] => [entry.id, [entry]]), ...season.history]),
    threads,
    learned: learnedFrom(store.id, threads, entries, now, copies),
    outcomes: outcomesOf(store.id, threads, now),
  };
}
