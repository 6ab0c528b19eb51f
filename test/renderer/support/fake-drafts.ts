import type { Ask, Draft, DraftSentence } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { StoreSettings } from '#shared/model/store.ts';
import { newId } from './sample.ts';

const gapWords = {
  en: (ask: string) => `[✎ no answer found for “${ask}”]`,
  zh: (ask: string) => `[✎ 未找到答案：“${ask}”]`,
  ja: (ask: string) => `[✎ 回答が見つかりません：「${ask}」]`,
};

export type DraftParts = {
  readonly conversationId: string;
  readonly messageId: string;
  readonly language: 'en' | 'zh' | 'ja';
  readonly customerName: string;
  readonly settings: StoreSettings;
  readonly asks: readonly Ask[];
  readonly evidence: readonly Evidence[];
  readonly silence: Draft['silence'];
};

function sentencesIn(text: string): Array<{ text: string; lead: string }> {
  const pieces = [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)].map(
    (piece) => piece.segment,
  );
  let lead = '';
  return pieces.map((piece) => {
    const trimmed = piece.trim();
    const sentence = { text: trimmed, lead };
    lead = piece.slice(piece.indexOf(trimmed) + trimmed.length);
    return sentence;
  });
}

function answerSentences(parts: DraftParts, given: Set<number>): DraftSentence[] {
  return parts.asks.flatMap((ask, index): DraftSentence[] => {
    if (ask.evidence === null) {
      return [{ part: 'gap', text: gapWords[parts.language](ask.text), lead: '\n\n', evidence: null, ask: index }];
    }
    if (given.has(ask.evidence)) return [];
    given.add(ask.evidence);
    return sentencesIn(parts.evidence[ask.evidence]?.answer ?? '').map((sentence, at) => ({
      part: 'answer' as const,
      text: sentence.text,
      lead: at === 0 ? '\n\n' : sentence.lead,
      evidence: ask.evidence,
      ask: index,
    }));
  });
}

/** What is used for an ask, then what came near. */
function candidatesOf({ evidence, asks }: DraftParts, ask: Ask): NonNullable<Ask['candidates']> {
  const near = evidence.map((_, index) => index).filter((index) => asks.every((other) => other.evidence !== index));
  return (ask.evidence === null ? near : [ask.evidence, ...near])
    .filter((index) => evidence[index]?.kind === 'knowledge' || evidence[index]?.kind === 'learned')
    .slice(0, 3)
    .map((index) => ({ evidence: index, confidence: evidence[index]?.confidence ?? 0 }));
}

/** A draft worded as the desk words it: greeting, answers and gaps, closing. */
export function fakeDraft(parts: DraftParts): Draft {
  const { language, settings, asks, silence } = parts;
  const greeting =
    parts.customerName === ''
      ? settings.greetingUnnamed[language]
      : settings.greeting[language].replace('{name}', parts.customerName);
  const closing = [settings.closing[language], settings.signature[language]].filter((text) => text !== '').join('\n');
  const sentences: DraftSentence[] =
    silence === null
      ? [
          { part: 'greeting', text: greeting, lead: '', evidence: null, ask: null },
          ...answerSentences(parts, new Set()),
          { part: 'closing', text: closing, lead: '\n\n', evidence: null, ask: null },
        ]
      : [];
  const answered = asks.filter((ask) => ask.evidence !== null);
  const used = new Set(answered.map((ask) => ask.evidence));
  return {
    id: newId(),
    conversationId: parts.conversationId,
    messageId: parts.messageId,
    state: 'open',
    language,
    asks: asks.map((ask) => ({ ...ask, candidates: ask.candidates ?? candidatesOf(parts, ask) })),
    evidence: [...parts.evidence],
    sentences,
    text: sentences.map((sentence) => sentence.lead + sentence.text).join(''),
    confidence: silence === null && answered.length > 0 ? Math.min(...answered.map((ask) => ask.confidence)) : 0,
    silence,
    learnedItemIds: parts.evidence.flatMap((one, index) => (one.kind === 'learned' && used.has(index) ? [one.id] : [])),
    embedderId: 'preview',
    createdAt: Date.now(),
  };
}
