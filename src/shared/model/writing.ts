import { z } from 'zod';
import { Id, Instant } from './basics.ts';

/** Models of a task, asked one after the other until one answers. What needs no model always comes last. */
const Chain = z.array(Id).max(5);

/** Which language models may write for a store. It belongs to this desk: no corpus carries it elsewhere. */
export const StoreWriting = z.object({
  /** Only models on this machine are asked: nothing leaves it for the sake of writing. */
  isLocalOnly: z.boolean(),
  /** Drafts are written as messages come, not only when an agent asks for it. */
  isAhead: z.boolean(),
  chains: z.object({ draft: Chain, rewrite: Chain, translate: Chain, summarise: Chain }),
});
export type StoreWriting = z.infer<typeof StoreWriting>;

/** A store nobody has decided anything about: no model, and nothing leaves. */
export const plainWriting: StoreWriting = {
  isLocalOnly: true,
  isAhead: false,
  chains: { draft: [], rewrite: [], translate: [], summarise: [] },
};

/** What was decided, by whom and when. */
export const WritingChange = z.object({ writing: StoreWriting, who: z.string(), at: Instant });
export type WritingChange = z.infer<typeof WritingChange>;

/** A sentence of a text and of its translation; joined with what stands before each they give the whole. */
export const TranslatedSentence = z.object({
  /** White space. */
  lead: z.string(),
  text: z.string(),
  /** False: it stands here as it was written, for what a model made of it says something else. */
  isTranslated: z.boolean(),
});
export type TranslatedSentence = z.infer<typeof TranslatedSentence>;
