import type { AskReasoning, LeftOutPassage, WeighedPassage } from '#shared/model/reasoning.ts';
import type { AnswerChange } from '#shared/model/replay.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { Gap } from '#shared/model/gap.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import { AppError } from '#shared/errors.ts';
import type { FakeState } from './fake-state.ts';
import { share } from './sample.ts';

type AskName = Extract<keyof Handlers, 'ask.ask' | 'replay.run' | 'draft.history' | `gap.${string}`>;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function evidenceOf(entry: KnowledgeEntry, confidence: number): Evidence {
  const { id, versionId, question, answer, topic, language } = entry;
  return {
    kind: 'knowledge',
    id,
    versionId,
    question,
    answer,
    topic,
    language,
    correctsEntryId: null,
    confidence,
    cosine: confidence * 0.9,
    overlap: confidence * 0.7,
  };
}

/** Reasons, replays and gaps of the made-up desk: made up as well, from its entries and conversations. */
export function fakeAskHandlers(state: FakeState): Pick<Handlers, AskName> {
  const { world, emit } = state;
  const dismissed = new Set<string>();
  const inLanguage = (text: string): KnowledgeEntry[] => {
    const language = /[\u3040-\u30ff]/.test(text) ? 'ja' : /[\u4e00-\u9fff]/.test(text) ? 'zh' : 'en';
    const words = text.toLowerCase().match(/[\p{L}]{4,}|[\u4e00-\u9fff]{2}/gu) ?? [];
    const score = (entry: KnowledgeEntry): number =>
      words.filter((word) => `${entry.question} ${entry.answer}`.toLowerCase().includes(word)).length;
    return world.entries
      .filter((entry) => entry.language === language && entry.state === 'active')
      .toSorted((a, b) => score(b) - score(a));
  };

  function weighed(entry: KnowledgeEntry, i: number): WeighedPassage {
    const confidence = Math.max(0.06, 0.91 - i * 0.24);
    const set = world.sets.find(({ id }) => id === entry.setId);
    return {
      evidence: evidenceOf(entry, confidence),
      layer: entry.setId !== null ? 'set' : entry.storeId === null ? 'base' : 'store',
      setName: set?.name ?? null,
      coverage: confidence * 0.6,
      score: confidence,
      movedUp: i === 0 && entry.overlaysEntryId !== null ? 'overlays' : null,
    };
  }

  function leftOut(entry: KnowledgeEntry, i: number): LeftOutPassage {
    const reasons = ['other_channel', 'no_more_valid', 'retired'] as const;
    return {
      entryId: entry.id,
      question: entry.question,
      answer: entry.answer,
      language: entry.language,
      layer: 'store',
      setName: null,
      cosine: 0.5,
      overlap: 0.4,
      score: 0.5,
      reason: reasons[i] ?? 'retired',
      overlaidById: null,
      boundary: i === 1 ? { time: '2026-11-12T00:00', zone: 'Asia/Shanghai' } : null,
      limits: i === 0 ? ['whatsapp', 'line'] : [],
    };
  }

  function gapsOf(): Gap[] {
    const threads = [...world.threads.values()].filter(({ messages }) => messages.length > 0).slice(0, 14);
    return threads.map((thread, i): Gap => {
      const asked = thread.messages.find(({ role }) => role === 'customer');
      const text = thread.draft?.asks[0]?.text ?? asked?.question.slice(0, 120) ?? '';
      const at = asked?.sentAt ?? Date.now();
      const count = Math.max(1, 23 - i * 2);
      const answer = inLanguage(text)[i % 5];
      return {
        key: `${thread.conversation.id}/0`,
        question: text,
        language: thread.conversation.language,
        count,
        customers: Math.max(1, count - 2),
        firstAskedAt: at - Math.floor(share(i) * 40) * 86_400_000,
        lastAskedAt: at,
        causes: [
          { cause: i % 3 === 0 ? 'weak_evidence' : 'no_evidence', count: Math.max(1, count - 1) },
          ...(count > 1 ? [{ cause: 'wrong' as const, count: 1 }] : []),
        ],
        examples: threads.slice(i, i + 4).map(({ conversation, draft, messages }) => ({
          conversationId: conversation.id,
          customer: conversation.customerName,
          text: draft?.asks[0]?.text ?? messages[0]?.question.slice(0, 100) ?? '',
          askedAt: conversation.lastMessageAt,
          cause: 'no_evidence',
        })),
        answers:
          i % 4 === 3 || answer === undefined
            ? []
            : [
                { text: answer.answer, count: Math.ceil(count / 2), lastAt: at },
                { text: answer.answer.split(/(?<=[.。])/)[0] ?? '', count: 1, lastAt: at - 86_400_000 },
              ],
      };
    });
  }

  return {
    'ask.ask': async ({ text, at }) => {
      await pause(300);
      const found = inLanguage(text);
      const isSilent = text.length < 4;
      const asks: AskReasoning[] = text
        .split(/(?<=[?？])\s*/)
        .filter((part) => part !== '')
        .map((part, i): AskReasoning => {
          const own = found.slice(i, i + 4);
          return {
            text: part,
            context: part,
            offeredId: isSilent ? null : (own[0]?.id ?? null),
            silence: isSilent ? 'no_evidence' : null,
            confidence: 0.91,
            asksShop: /order|订单|注文/i.test(part),
            candidates: own.map(weighed),
            leftOut: i === 0 ? found.slice(5, 8).map(leftOut) : [],
          };
        });
      return {
        language: found[0]?.language === 'zh' ? 'zh' : found[0]?.language === 'ja' ? 'ja' : 'en',
        at: at ?? Date.now(),
        asks,
        reply: {
          text: isSilent ? '' : `Hello,\n\n${found[0]?.answer ?? ''}\n\nKind regards,\nHob & Leaf`,
          silence: isSilent ? 'no_evidence' : null,
          confidence: isSilent ? 0 : 0.91,
        },
      };
    },
    'replay.run': async ({ conversations }, { signal }) => {
      const threads = [...world.threads.values()];
      for (let done = 0; done <= 10 && !signal.aborted; done++) {
        const of = { task: 'replay' as const, subject: world.stores[0]?.settings.name ?? '' };
        emit('progress.changed', { ...of, done: done * 20, total: 200, isFinished: done === 10 });
        await pause(120);
      }
      if (signal.aborted) throw new AppError('cancelled', 'Nobody waits any more');
      const kinds = ['lost', 'reworded', 'replaced', 'gained'] as const;
      const changes = kinds.map((kind, i): AnswerChange => {
        const entry = world.entries[i * 3];
        const other = world.entries[i * 3 + 1];
        if (entry === undefined || other === undefined) throw new AppError('not_found', 'There are no entries');
        const after = { ...evidenceOf(entry, 0.8), answer: entry.answer.replace(/\d+/, '30') };
        const shown = threads.slice(i, i + 5 - i);
        return {
          kind,
          before: kind === 'gained' ? null : evidenceOf(entry, 0.9),
          after: kind === 'lost' ? null : kind === 'replaced' ? evidenceOf(other, 0.7) : after,
          risk: [0.83, 0.55, 0.34, 0.1][i] ?? 0.1,
          risks: [
            ['lost', 'was_sure'] as const,
            ['numbers', 'was_sure'] as const,
            ['other_source'] as const,
            ['gained'] as const,
          ][i]?.slice() ?? ['gained'],
          sent: i === 1 ? entry.answer : null,
          customers: 5 - i,
          cases: shown.map(({ conversation, draft }) => ({
            conversationId: conversation.id,
            customer: conversation.customerName,
            ask: draft?.asks[0]?.text ?? conversation.preview,
            askedAt: conversation.lastMessageAt,
            confidenceBefore: 0.9,
            confidenceAfter: 0.8,
          })),
          caseCount: shown.length + 2,
        };
      });
      return { conversations, asks: 260, changedAsks: 14, changedConversations: 12, changes };
    },
    'gap.list': async ({ limit }) => {
      await pause(200);
      const gaps = gapsOf().filter(({ key }) => !dismissed.has(key));
      return { gaps: gaps.slice(0, limit), asks: 214, groups: 61, checked: gaps.length, toEmbed: 0 };
    },
    'gap.dismiss': ({ key }) => {
      dismissed.add(key);
      return {};
    },
    'gap.restore': ({ key }) => {
      dismissed.delete(key);
      return {};
    },
    'draft.history': ({ conversationId }) => {
      const { draft } = state.threadOf(conversationId);
      if (draft === null) return [];
      const used = new Set(draft.asks.flatMap((ask) => ask.evidence ?? []));
      const older = { ...draft, id: draft.messageId, state: 'stale' as const, createdAt: draft.createdAt - 86_400_000 };
      const entries = draft.evidence.flatMap((evidence, i) =>
        used.has(i) ? world.entries.filter(({ id }) => id === evidence.id) : [],
      );
      const says = (entry: KnowledgeEntry, now: KnowledgeEntry | null) => ({
        entryId: entry.id,
        used: { version: 1, writtenAt: entry.createdAt, who: 'Noor', why: '' },
        now,
      });
      const changed = (entry: KnowledgeEntry) => ({ ...entry, version: 2, answer: entry.answer.replace(/\d+/, '30') });
      return [
        { draft, saysNow: entries.map((entry) => says(entry, null)) },
        { draft: older, saysNow: entries.map((entry) => says(entry, changed(entry))) },
      ];
    },
  };
}
