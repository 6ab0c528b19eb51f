import type { Gap } from '#shared/model/gap.ts';
import type { KnowledgeContent } from '#shared/model/knowledge.ts';

/** The entry that would close a gap: its question, and what agents answered – the answer that was chosen, else the most usual one. */
export function entryOfGap(gap: Gap, answer = 0): Partial<KnowledgeContent> {
  return {
    kind: 'pair',
    question: gap.question,
    answer: gap.answers[answer]?.text ?? '',
    language: gap.language,
  };
}
