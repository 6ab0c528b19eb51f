/** How much a wording speaks for something: most tell alone (2), some only beside others (1), fewer still hint (0.5). */
export type Cue = readonly [pattern: RegExp, weight: number];

/** What general service language shows a sentence to be, in one language. Over folded text (`foldedInPlace`). */
export type Signals = {
  /** Meant for this customer, this time. */
  readonly oneOff: readonly Cue[];
  /** Something went wrong, and we say so: a benefit beside it makes up for it. */
  readonly apology: RegExp;
  /** It speaks to the one who reads, or of what we will do for them, and not to anybody who may read. */
  readonly addressed: RegExp;
  /** What a customer gains by it: alone it is any rule, beside an act for one customer it is goodwill. */
  readonly benefit: RegExp;
  /** An act of ours that is done, for the one who reads. */
  readonly done: RegExp;
  /** An act that is done for everybody: "we have moved". */
  readonly doneForAll: RegExp;
  /** What holds for everybody. */
  readonly general: readonly Cue[];
  /** How this customer's order, parcel, account or appointment stands. */
  readonly ownState: readonly Cue[];
  /** One thing to do; counted. */
  readonly step: RegExp;
  /** Words that set steps one after another. */
  readonly sequence: RegExp;
  readonly policy: readonly Cue[];
  readonly fact: readonly Cue[];
  /** A whole clause that says nothing of the matter. */
  readonly courtesy: RegExp;
  /** Words that carry no content: courtesy, hedges, forms of address, what a sentence is built with. */
  readonly filler: RegExp;
  /** Words that mean the same in a shop's letters; each is read as the first of its row. */
  readonly alike: ReadonlyArray<readonly [meaning: string, words: RegExp]>;
  /** Shows that an address, telephone or name is the store's. */
  readonly ours: RegExp;
  /** Shows that it is the customer's. */
  readonly theirs: RegExp;
};

export function weightOf(cues: readonly Cue[], text: string): number {
  return cues.reduce((sum, [pattern, weight]) => sum + (pattern.test(text) ? weight : 0), 0);
}
