import type { Language } from '#shared/model/basics.ts';
import type { Channel } from '#shared/model/conversation.ts';
import type { DraftSentence, SilenceReason } from '#shared/model/draft.ts';
import type { Outcome } from '#shared/model/outcome.ts';

/** One thing that was asked, in the draft that an outcome is of. */
export type AskRow = {
  readonly silence: SilenceReason | null;
  /** It has evidence: the desk's, or picked by a person. */
  readonly isAnswered: boolean;
  readonly isPicked: boolean;
  /** What answers it, or where nothing does, what came nearest. */
  readonly kind: 'knowledge' | 'learned' | 'order' | 'product' | null;
  readonly ownerId: string | null;
  /** For a learned item: the entry it corrects. */
  readonly correctsEntryId: string | null;
  readonly topic: string | null;
  readonly language: Language | null;
};

/** An outcome with what is counted of its draft and its conversation. */
export type OutcomeRow = Omit<Outcome, 'draftText' | 'unsupported' | 'confidence'> & {
  /** Its place in the order in which this desk got it. */
  readonly row: number;
  readonly unsupported: number;
  readonly language: Language;
  readonly channel: Channel;
  /** Null where the draft was silent or there was none. */
  readonly draftLanguage: Language | null;
  readonly asks: readonly AskRow[];
  /** Of an edited draft; else none. */
  readonly sentences: readonly DraftSentence[];
};

/** Outcomes as figures are made of them. They are append-only: what was read once stays so. */
export type OutcomeFactRepository = {
  /** Those that came after a row, oldest first. */
  after(row: number, limit: number): readonly OutcomeRow[];
};
