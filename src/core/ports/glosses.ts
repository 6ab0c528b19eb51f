/** Reads Chinese and Japanese in English words, from dictionaries: for models and entries that know English alone. */
export type Glosses = {
  /** Another where texts are read otherwise. */
  readonly version: string;
  /**
   * A text in English words, in the order of the text: `返品の送料は無料ですか` → `return goods postage free`. What is in other
   * scripts stands as it is; so does a text that is neither Chinese nor Japanese, in whatever letters.
   */
  readingOf(text: string): string;
};
