import { draftReply } from '#core/drafting/draft-reply.ts';
import { saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { embedPassages } from '#core/retrieval/index-passage.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import type { BenchDesk } from './bench-desk.ts';
import type { FaqEntry } from './faq.ts';
import { type Figure, figureOf } from './measure.ts';

const warmUp = 3;

/** From an edit of the knowledge to a draft that says the new text. */
export async function editFigures(bench: BenchDesk, entries: readonly FaqEntry[], runs: number): Promise<Figure[]> {
  const { deps } = bench.desk;
  const random = seededRandom(3);
  const samples: number[] = [];
  for (let run = 0; run < runs + warmUp; run++) {
    const index = random.whole(0, entries.length - 1);
    const entry = entries[index];
    if (entry === undefined) continue;
    const conversationId = bench.take(entry.content.question);
    await draftReply(deps, { conversationId });
    const answer = `${entry.content.answer} (Edition ${run + 1}.)`;
    const from = performance.now();
    saveKnowledge(deps, {
      storeId: bench.inbox.storeId,
      entryId: bench.entryIds[index] ?? null,
      content: { ...entry.content, answer },
    });
    await embedPassages(deps);
    const draft = await draftReply(deps, { conversationId });
    const ms = performance.now() - from;
    if (!draft.evidence.some((one) => one.answer === answer)) {
      throw new Error(`The draft after an edit knows nothing of it: ${entry.content.question}`);
    }
    if (run >= warmUp) samples.push(ms);
  }
  return [figureOf('edit of an entry → draft with the new text', samples)];
}
