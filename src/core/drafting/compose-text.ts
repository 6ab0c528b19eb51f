import { gapWith, gapsIn, namedInGap } from '#shared/gaps.ts';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Ask, DraftSentence } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { StoreSettings } from '#shared/model/store.ts';
import { closingFor, greetingFor } from '#shared/reply-style.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import { inOwnWords } from '../style/wordings.ts';

const gapWords: Record<ReplyLanguage, (ask: string) => string> = {
  en: (ask) => gapWith(`no answer found for “${ask}”`),
  zh: (ask) => gapWith(`未找到答案：“${ask}”`),
  ja: (ask) => gapWith(`回答が見つかりません：「${ask}」`),
};

/**
 * Whether a text still holds a gap that the desk left for the agent, a macro's variable, or what an edit has left of
 * one. `said`: texts of others, in which a variable is only quoted.
 */
export function holdsGap(text: string, said: readonly string[] = []): boolean {
  return gapsIn(text, said).length > 0;
}

export type ComposeInput = {
  readonly settings: StoreSettings;
  readonly language: ReplyLanguage;
  readonly customerName: string;
  readonly asks: readonly Ask[];
  readonly evidence: readonly Evidence[];
};

/**
 * The sentences of a reply: greeting, for each ask its answer or a gap, closing and signature. An answer that serves
 * several asks is given once. Every answer sentence names its evidence; joined they are the draft's text.
 */
export function composedSentences(input: ComposeInput): readonly DraftSentence[] {
  const sentences: DraftSentence[] = [];
  const wordings = input.settings.house?.wordings ?? [];
  sentences.push(...phraseSentences('greeting', greetingFor(input.settings, input.language, input.customerName), ''));
  const given = new Set<number>();
  input.asks.forEach((ask, askIndex) => {
    const start = sentences.length === 0 ? '' : '\n\n';
    if (ask.evidence === null) {
      sentences.push({
        part: 'gap',
        text: gapWords[input.language](namedInGap(ask.text)),
        lead: start,
        evidence: null,
        ask: askIndex,
      });
      return;
    }
    if (given.has(ask.evidence)) return;
    given.add(ask.evidence);
    const answer = input.evidence[ask.evidence]?.answer ?? '';
    sentencesOf(inOwnWords(answer, wordings, input.language)).forEach((sentence, i) => {
      sentences.push({
        part: 'answer',
        text: sentence.text,
        lead: i === 0 ? start : sentence.lead,
        evidence: ask.evidence,
        ask: askIndex,
      });
    });
  });
  sentences.push(...phraseSentences('closing', closingFor(input.settings, input.language), '\n\n'));
  return sentences;
}

/** A greeting or closing, line by line, so that each line is known again in what was sent. */
function phraseSentences(part: 'greeting' | 'closing', phrase: string, start: string): readonly DraftSentence[] {
  return sentencesOf(phrase).map(({ text, lead }, i) => ({
    part,
    text,
    lead: i === 0 ? start : lead,
    evidence: null,
    ask: null,
  }));
}

/** What the composer shows. */
export function joinedText(sentences: readonly DraftSentence[]): string {
  return sentences.map((sentence) => sentence.lead + sentence.text).join('');
}
