import { z } from 'zod';
import { Id, Problem, ReplyLanguage } from '../model/basics.ts';
import { Draft } from '../model/draft.ts';
import { TranslatedSentence } from '../model/writing.ts';
import { request } from './definition.ts';

/** Why models gave no answer that serves, in the order in which they were asked. */
export const ModelProblems = z.array(z.object({ modelName: z.string(), problem: Problem }));
export type ModelProblems = z.infer<typeof ModelProblems>;

export const draftWritingRequests = {
  /**
   * Has a language model word the conversation's open draft, with what the agent wants said. `isWorded` false: the draft
   * is the desk's own as before, and `problems` say why. What is written so far comes as `writing.progress`. Cancelling
   * the call stops it; a second one for the same conversation stops the first. Errors: `conflict`, `nothing_to_word`,
   * `cancelled`.
   */
  'draft.write': request(
    z.object({ conversationId: Id, steer: z.string().trim().max(1_000).nullable(), writingId: Id }),
    z.object({ draft: Draft, isWorded: z.boolean(), problems: ModelProblems }),
  ),
  /**
   * A text of a conversation, of a draft or of a message, in another language, sentence by sentence; null where no model
   * could. Each was compared with the sentence it came from, and one that adds anything is left as it was written.
   */
  'draft.translated': request(
    z.object({ conversationId: Id, text: z.string().trim().min(1).max(20_000), to: ReplyLanguage }),
    z.object({
      translation: z.object({ sentences: z.array(TranslatedSentence), modelName: z.string() }).nullable(),
      problems: ModelProblems,
    }),
  ),
};
