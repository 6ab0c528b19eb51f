import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import type { BenchDesk } from './bench-desk.ts';
import type { FaqEntry } from './faq.ts';
import { type Figure, figureOf } from './measure.ts';

const warmUp = 3;

/** From a reply that is sent with other words than were drafted to the next draft, which says them. */
export async function lessonFigures(
  bench: BenchDesk,
  entries: readonly FaqEntry[],
  runs: number,
  options: { readonly name?: string; readonly aim?: number | null } = {},
): Promise<Figure[]> {
  const { deps } = bench.desk;
  const random = seededRandom(5);
  const samples: number[] = [];
  let unanswered = 0;
  for (let run = 0; samples.length < runs; run++) {
    if (unanswered > 10 * runs) throw new Error('Hardly a question is answered.');
    const { question } = random.pick(entries).content;
    const draft = await draftReply(deps, { conversationId: bench.take(question) });
    const told = draft.sentences.findLast(({ part }) => part === 'answer');
    if (draft.silence !== null || told === undefined) {
      unanswered++;
      continue;
    }
    const lesson = `${told.text} Taught in lesson ${run + 1}.`;
    const next = bench.take(question);
    const from = performance.now();
    await acceptDraft(deps, {
      conversationId: draft.conversationId,
      draftId: draft.id,
      lastMessageId: deps.conversations.messages(draft.conversationId).at(-1)?.id ?? '',
      text: draft.text.replace(told.text, lesson),
      confirmed: 'all',
    });
    const after = await draftReply(deps, { conversationId: next });
    const ms = performance.now() - from;
    if (!after.evidence.some(({ kind, answer }) => kind === 'learned' && answer.includes(`lesson ${run + 1}.`)))
      throw new Error('The draft after a lesson knows nothing of it.');
    if (run >= warmUp) samples.push(ms);
  }
  return [
    figureOf(options.name ?? 'lesson of a sent reply → the next draft says it', samples, { aim: options.aim ?? null }),
  ];
}
