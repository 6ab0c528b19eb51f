import type { PreTrainedTokenizer } from '@xenova/transformers';

/** Tokens of one text, its two markers included; what follows is not read (sentence_bert_config.json upstream). */
export const maximumTokens = 256;

// Far beyond what 256 tokens of any writing take; spares the tokenizer a pasted log of megabytes.
const maximumCharacters = 20_000;

/**
 * The token ids of one text, from `[CLS]` to `[SEP]`, 2 to 256 of them.
 * Cut here because transformers.js 4.3.1 cuts the closing `[SEP]` away too, unlike the reference tokenizer.
 */
export function tokenIdsOf(tokenizer: PreTrainedTokenizer, text: string): readonly number[] {
  const ids = tokenizer.encode(text.slice(0, maximumCharacters));
  const last = ids.at(-1);
  if (ids.length <= maximumTokens || last === undefined) return ids;
  return [...ids.slice(0, maximumTokens - 1), last];
}
