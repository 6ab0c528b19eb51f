import type { SilenceReason } from '#shared/model/draft.ts';
import { answersByAsk } from '../learning/aligned-answers.ts';
import { wordsOf } from '../learning/kept-share.ts';
import type { AskRow, OutcomeRow } from '../ports/repositories/outcome-facts.ts';

/** What became of one answer: sent as it stood, or changed, left out or refused; null: nothing was decided about it. */
export type AnswerResult = 'kept' | 'changed' | null;

export type AskFact = {
  readonly silence: SilenceReason | null;
  /** The desk itself offered an answer. */
  readonly isOffered: boolean;
  /** The entry whose answer was offered, also where a lesson corrects it. */
  readonly entryId: string | null;
  /** Of what was offered, or where nothing was, of what came nearest. */
  readonly topic: string | null;
  readonly result: AnswerResult;
};

/** One outcome as it is counted. */
export type OutcomeFact = Omit<OutcomeRow, 'row' | 'asks' | 'sentences' | 'sentText' | 'draftLanguage'> & {
  /** Characters. */
  readonly sentLength: number;
  /** What a reply and the outcome that takes it back have in common within their conversation. */
  readonly replyKey: string;
  readonly asks: readonly AskFact[];
  /** The desk offered a draft in which no answer was picked by hand. */
  readonly hasOffer: boolean;
};

export function factOf(row: OutcomeRow): OutcomeFact {
  const { id, storeId, profileId, conversationId, draftId, act, keptShare, reason, waitedMs, unsupported } = row;
  const { createdAt, language, channel, asks, sentText, draftLanguage } = row;
  const results = resultsOf(row);
  return {
    id,
    storeId,
    profileId,
    conversationId,
    draftId,
    act,
    keptShare,
    reason,
    waitedMs,
    unsupported,
    createdAt,
    language,
    channel,
    sentLength: sentText.length,
    replyKey: `${draftId} ${waitedMs} ${sentText.length} ${digest(sentText)}`,
    asks: asks.map((ask, i) => askFact(ask, results(ask, i))),
    hasOffer: draftLanguage !== null && !asks.some(({ isPicked }) => isPicked),
  };
}

function askFact(ask: AskRow, result: AnswerResult): AskFact {
  const isOffered = ask.isAnswered && !ask.isPicked;
  const entryId = ask.kind === 'knowledge' ? ask.ownerId : ask.correctsEntryId;
  return { silence: ask.silence, isOffered, entryId: isOffered ? entryId : null, topic: ask.topic, result };
}

/** What a draft was refused for says something of its answers only where they were at fault. */
const faults: ReadonlySet<OutcomeRow['reason']> = new Set(['wrong', 'incomplete']);

function resultsOf(row: OutcomeRow): (ask: AskRow, at: number) => AnswerResult {
  const { act, draftLanguage } = row;
  // A translation changes every word and says the same.
  const isOwn = (ask: AskRow): boolean =>
    ask.isAnswered &&
    !ask.isPicked &&
    (ask.language === null || ask.language === 'und' || ask.language === draftLanguage);
  if (act === 'accepted') return (ask) => (isOwn(ask) ? 'kept' : null);
  if (act === 'discarded') return (ask) => (isOwn(ask) && faults.has(row.reason) ? 'changed' : null);
  if (act !== 'edited') return () => null;
  const sent = answersByAsk(row.sentences, row.sentText);
  const worded = (text: string): string => wordsOf(text).join(' ');
  return (ask, at) => {
    if (!isOwn(ask)) return null;
    const own = row.sentences.filter((sentence) => sentence.ask === at && sentence.part === 'answer');
    return worded(own.map(({ text }) => text).join(' ')) === worded(sent.get(at) ?? '') ? 'kept' : 'changed';
  };
}

/** FNV-1a, 32 bits: tells two replies of one conversation apart without keeping them. */
function digest(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
