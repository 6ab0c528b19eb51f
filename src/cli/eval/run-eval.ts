import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Desk } from '#backend/desk.ts';
import { newTextOf } from '#core/conversations/new-text.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { takeMessages } from '#core/inbox/take-messages.ts';
import { importKnowledge } from '#core/knowledge/import-knowledge.ts';
import { keptShareOf } from '#core/learning/kept-share.ts';
import { embedPassages } from '#core/retrieval/index-passage.ts';
import { readKnownWords } from '#core/retrieval/read-known-words.ts';
import { isOutgrown, learnModel, refittedModel } from '#core/retrieval/learn-model.ts';
import type { IncomingMessage } from '#core/ports/inbox-connector.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { Inbox } from '#shared/model/inbox.ts';
import type { QueryResult } from './figures.ts';
import { type KnowledgeLine, type QueryLine, readKnowledgeLines, readQueries, scopeOf } from './read-set.ts';
import { chrf, rougeL } from './text-likeness.ts';

export type EvalInput = {
  readonly knowledgeFile: string;
  readonly queriesFile: string;
  readonly isLearning: boolean;
  readonly limit: number;
  readonly onProgress: (line: string) => void;
};

export type EvalRun = {
  readonly entries: number;
  readonly importMs: number;
  readonly results: readonly QueryResult[];
};

/** Puts a measuring set through the desk's own use cases on a desk made for it. Nothing of a query is known before its draft. */
export async function runEval(desk: Desk, input: EvalInput): Promise<EvalRun> {
  const { deps } = desk;
  const inbox = addStore(desk);
  const started = performance.now();
  const bytes = await readFile(input.knowledgeFile);
  await importKnowledge(deps, {
    storeId: inbox.storeId,
    file: { name: path.basename(input.knowledgeFile), bytes },
    isDryRun: false,
  });
  await embedPassages(deps, undefined, (done, total) => input.onProgress(`embedded ${done} of ${total} texts`));
  await readKnownWords(deps);
  desk.setModel(inbox.storeId, await learnModel(deps, inbox.storeId));
  const importMs = performance.now() - started;

  const judge = createJudge(desk, await readKnowledgeLines(input.knowledgeFile));
  const results: QueryResult[] = [];
  for (const query of await readQueries(input.queriesFile, input.limit)) {
    results.push(await runQuery(desk, inbox, query, judge, input.isLearning));
    if (input.isLearning && results.length % refittedEvery === 0) await relearn(desk, inbox.storeId);
    if (results.length % 200 === 0) input.onProgress(`${results.length} queries`);
  }
  return { entries: deps.knowledge.countActive(inbox.storeId), importMs, results };
}

/** A desk refits when it has a quiet moment: between two bursts of messages. */
const refittedEvery = 10;

/** What the index loop of a running desk does after outcomes. */
async function relearn({ deps, setModel }: Desk, storeId: string): Promise<void> {
  const model = deps.modelOf(storeId);
  setModel(
    storeId,
    isOutgrown(deps, storeId, model) ? await learnModel(deps, storeId) : await refittedModel(deps, storeId, model),
  );
}

function addStore(desk: Desk): Inbox {
  const { deps } = desk;
  const nothing = { en: '', zh: '', ja: '' };
  const settings = {
    name: 'Measured',
    language: 'en' as const,
    greeting: nothing,
    greetingUnnamed: nothing,
    closing: nothing,
    signature: nothing,
  };
  const at = deps.clock.now();
  const store = deps.stores.add({ id: deps.ids.newId(), versionId: deps.ids.newId(), settings, at });
  return deps.inboxes.add({
    id: deps.ids.newId(),
    storeId: store.id,
    name: 'Measured',
    settings: { kind: 'sample' },
    createdAt: at,
  });
}

/** Knows which passages are right, from the set's own labels. */
type Judge = {
  isRight(query: QueryLine, evidence: Evidence): boolean;
  /** What the human sends: a reply that was recorded, or the right entry's answer, or an answer of his own. */
  humanReply(query: QueryLine): string;
};

function createJudge(desk: Desk, lines: readonly KnowledgeLine[]): Judge {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const byTopic = new Map(lines.map((line) => [line.topic ?? '', line]));
  const goldOf = (query: QueryLine): readonly KnowledgeLine[] =>
    (query.gold_ids ?? []).flatMap((id) => byId.get(id) ?? []);
  return {
    isRight(query, evidence) {
      if (query.oos === true) return false;
      if (query.topic != null) return evidence.topic === query.topic;
      const corrected = evidence.correctsEntryId === null ? null : desk.deps.knowledge.get(evidence.correctsEntryId);
      return goldOf(query).some((gold) =>
        [evidence, corrected].some(
          (one) =>
            one !== null &&
            isSameText(one.answer, gold.answer) &&
            (one !== evidence ||
              evidence.kind === 'learned' ||
              isSameText(one.question, gold.question ?? gold.title ?? '')),
        ),
      );
    },
    humanReply(query) {
      const right = query.topic == null ? goldOf(query)[0] : byTopic.get(query.topic);
      return (
        query.replies?.[0] ?? (query.oos === true ? undefined : right?.answer) ?? `Answered by hand (${query.id}).`
      );
    },
  };
}

function isSameText(a: string, b: string): boolean {
  const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  return folded(a) === folded(b);
}

async function runQuery(
  desk: Desk,
  inbox: Inbox,
  query: QueryLine,
  judge: Judge,
  isLearning: boolean,
): Promise<QueryResult> {
  const { deps } = desk;
  const conversationId = takeQuery(desk, inbox, query);
  const started = performance.now();
  const draft = await draftReply(deps, { conversationId, about: scopeOf(query) });
  const draftMs = performance.now() - started;

  const ranked = draft.evidence;
  const rank = ranked.findIndex((evidence) => judge.isRight(query, evidence));
  const isAnswered = draft.silence === null;
  const replies = isAnswered ? (query.replies ?? []) : [];
  const best = (likeness: (a: string, b: string) => number): number | null =>
    replies.length === 0 ? null : Math.max(...replies.map((reply) => likeness(draft.text, reply)));
  const result = {
    isInScope: query.oos !== true,
    rank: rank < 0 ? null : rank + 1,
    isAnswered,
    isTopRight: rank === 0,
    confidence: confidenceOf(draft),
    draftMs,
    rougeL: best(rougeL),
    chrf: best(chrf),
  };
  const text = judge.humanReply(query);
  // The same figure as of a reply that is sent, of which nothing is learned.
  if (!isLearning) return { ...result, keptShare: draft.text === '' ? null : keptShareOf(draft.text, newTextOf(text)) };
  const { outcome } = await acceptDraft(deps, {
    conversationId,
    draftId: draft.id,
    lastMessageId: draft.messageId,
    text,
    // A human's reply of the set: nobody is there to be asked.
    confirmed: 'all',
  });
  return { ...result, keptShare: outcome.keptShare };
}

/** The desk's own probability that what stands on top is right, offered or not. */
function confidenceOf(draft: Draft): number {
  return draft.silence === null ? draft.confidence : Math.max(0, ...draft.asks.map((ask) => ask.confidence));
}

function takeQuery(desk: Desk, inbox: Inbox, query: QueryLine): string {
  const { deps } = desk;
  const now = deps.clock.now();
  const turns = [...(query.history ?? []), { role: 'customer', text: query.text }];
  const messages = turns
    // A tool's output is no message of a conversation, and sets repeat the question as the last turn of its history.
    .filter(
      (turn, i) =>
        turn.role !== 'tool' && !(i === turns.length - 2 && turn.role === 'customer' && turn.text === query.text),
    )
    .map((turn, i, all): IncomingMessage => ({
      remoteId: `${query.id}/${i}`,
      references: [],
      threadId: query.id,
      role: turn.role === 'customer' ? 'customer' : 'agent',
      authorName: '',
      authorAddress: '',
      customerAddress: `${query.id}@example.com`,
      customerName: '',
      subject: '',
      text: turn.text,
      attachments: [],
      automatic: null,
      channel: 'email',
      sentAt: now - (all.length - i),
    }));
  const { changed } = deps.transaction(() => takeMessages(deps, inbox, messages));
  const [conversationId] = changed;
  return conversationId ?? '';
}
