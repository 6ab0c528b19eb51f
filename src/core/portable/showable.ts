import { z } from 'zod';
import { KnowledgeChange, KnowledgeContent, KnowledgeOrigin, KnowledgePlace } from '#shared/model/knowledge.ts';
import { KnowledgeSet } from '#shared/model/knowledge-set.ts';
import { LearnedItem } from '#shared/model/learned-item.ts';
import { Source } from '#shared/model/source.ts';
import type { CorpusRecord } from './records.ts';

const Entry = KnowledgeContent.extend(KnowledgeChange.shape).extend({ source: KnowledgeOrigin });

/** What the window can show of each kind of row; the others show nothing that somebody words. */
const limits: Readonly<Partial<Record<CorpusRecord['type'], z.ZodType>>> = {
  setVersion: z.object({ name: KnowledgeSet.shape.name }),
  source: z.object({ name: Source.shape.name }).and(KnowledgePlace),
  entryVersion: Entry,
  learnedVersion: LearnedItem.pick({ question: true, answer: true }),
};

/**
 * Whether a desk can show a row: one that it cannot would hide every list it stands in, and versions are never taken
 * away again.
 */
export function isShowable(record: CorpusRecord): boolean {
  return limits[record.type]?.safeParse(record).success ?? true;
}
