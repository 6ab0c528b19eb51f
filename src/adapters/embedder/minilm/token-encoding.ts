import type { PreTrainedTokenizer } from '@xenova/transformers';

/** Tokens of one text, its two markers included; what follows is not read (sentence_bert_config.json upstream). */
export const maximumTokens = 256;

// Far beyond what 256 tokens of any writing take; spares the tokenizer a pasted log of megabytes.
const maximumCharacters = 20_000;

/**
 * The token ids of one text, from its opening to its closing marker (`[CLS]` and `[SEP]` here), at most `most` of them.
 * Cut here because transformers.js 4.3.1 cuts the closing `[SEP]` away too, unlike the reference tokenizer.
 */
export function tokenIdsOf(
  tokenizer: PreTrainedTokenizer,
  text: string,
  most: number = maximumTokens,
): readonly number[] {
  const ids = tokenizer.encode(text.slice(0, maximumCharacters));
  const last = ids.at(-1);
  if (ids.length <= most || last === undefined) return ids;
  return [...ids.slice(0, most - 1), last];
}
