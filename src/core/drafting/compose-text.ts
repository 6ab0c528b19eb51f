import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Ask, DraftSentence } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { StoreSettings } from '#shared/model/store.ts';
import { sentencesOf } from '../conversations/sentences.ts';

/** Marks a place where only the agent can write. A reply that still holds one is not sent. */
const gapOpening = '[✎';

const gapWords: Record<ReplyLanguage, (ask: string) => string> = {
  en: (ask) => `${gapOpening} no answer found for “${ask}”]`,
  zh: (ask) => `${gapOpening} 未找到答案：“${ask}”]`,
  ja: (ask) => `${gapOpening} 回答が見つかりません：「${ask}」]`,
};

/** Whether a text still holds a gap that the desk left for the agent, or what an edit has left of one. */
export function holdsGap(text: string): boolean {
  return text.includes(gapOpening);
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
  sentences.push(...phraseSentences('greeting', greetingOf(input), ''));
  const given = new Set<number>();
  input.asks.forEach((ask, askIndex) => {
    const start = sentences.length === 0 ? '' : '\n\n';
    if (ask.evidence === null) {
      sentences.push({
        part: 'gap',
        text: gapWords[input.language](gapText(ask.text)),
        lead: start,
        evidence: null,
        ask: askIndex,
      });
      return;
    }
    if (given.has(ask.evidence)) return;
    given.add(ask.evidence);
    sentencesOf(input.evidence[ask.evidence]?.answer ?? '').forEach((sentence, i) => {
      sentences.push({
        part: 'answer',
        text: sentence.text,
        lead: i === 0 ? start : sentence.lead,
        evidence: ask.evidence,
        ask: askIndex,
      });
    });
  });
  sentences.push(...phraseSentences('closing', closingOf(input), '\n\n'));
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

/** The ask as it is named in a gap: on one line, without the brackets that would end it. */
function gapText(ask: string): string {
  const line = [...ask.replace(/[[\]\s]+/g, ' ').trim()];
  return line.length > 120 ? `${line.slice(0, 119).join('')}…` : line.join('');
}

function greetingOf({ settings, language, customerName }: ComposeInput): string {
  const name = addressedAs(speakableName(customerName), language);
  if (name === '') return settings.greetingUnnamed[language];
  return settings.greeting[language].replaceAll('{name}', () => name);
}

/** English shops write to "Marta", not to "Marta Lindqvist"; an initial or a title alone is no way to address anybody. */
function addressedAs(name: string, language: ReplyLanguage): string {
  const [first, ...others] = name.split(' ');
  const isGivenName =
    /^\p{Script=Latin}{2,}$/u.test(first ?? '') && !/^(?:mr|mrs|ms|miss|dr|prof|sir|herr|frau|mme)$/i.test(first ?? '');
  return language === 'en' && others.length > 0 && isGivenName ? (first ?? name) : name;
}

/** A name a greeting can use: no address, no line breaks, not a sentence, nothing that turns the line around. */
function speakableName(name: string): string {
  const line = name.replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ').trim();
  return line.length > 60 || !/\p{L}/u.test(line) || /[@<>[\]{}/\\]|https?:/.test(line) ? '' : line;
}

function closingOf({ settings, language }: ComposeInput): string {
  return [settings.closing[language], settings.signature[language]].filter((part) => part !== '').join('\n');
}
