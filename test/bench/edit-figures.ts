import { startDraftLoop } from '#backend/loops/draft-loop.ts';
import { startIndexLoop } from '#backend/loops/index-loop.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { hasMovedFrom } from '#core/retrieval/learn-model.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import type { BenchDesk } from './bench-desk.ts';
import type { FaqEntry } from './faq.ts';
import { type Figure, figureOf } from './measure.ts';

const warmUp = 3;

/** An entry to edit, the conversation that asks for it, and what it says afterwards. */
type Edit = { readonly conversationId: string; readonly answer: string; save(): Promise<unknown> };

function editOf(bench: BenchDesk, entries: readonly FaqEntry[], index: number, edition: number): Edit {
  const entry = entries[index];
  if (entry === undefined) throw new Error(`There is no entry ${index}`);
  const answer = `${entry.content.answer} (Edition ${edition}.)`;
  return {
    conversationId: bench.take(entry.content.question),
    answer,
    save: () =>
      saveKnowledge(bench.desk.deps, {
        storeId: bench.inbox.storeId,
        entryId: bench.entryIds[index] ?? null,
        content: { ...entry.content, answer },
      }),
  };
}

/** From an edit of the knowledge to a draft that says the new text. */
export async function editFigures(
  bench: BenchDesk,
  entries: readonly FaqEntry[],
  runs: number,
  options: { readonly name?: string; readonly aim?: number | null } = {},
): Promise<Figure[]> {
  const { deps } = bench.desk;
  const random = seededRandom(3);
  const samples: number[] = [];
  for (let run = 0; run < runs + warmUp; run++) {
    const edit = editOf(bench, entries, random.whole(0, entries.length - 1), run + 1);
    await draftReply(deps, { conversationId: edit.conversationId });
    const from = performance.now();
    await edit.save();
    const draft = await draftReply(deps, { conversationId: edit.conversationId });
    const ms = performance.now() - from;
    if (!draft.evidence.some((one) => one.answer === edit.answer))
      throw new Error('The draft after an edit knows nothing of it.');
    if (run >= warmUp) samples.push(ms);
  }
  return [
    figureOf(options.name ?? 'edit of an entry → draft with the new text', samples, { aim: options.aim ?? null }),
  ];
}

/** Pause between two edits: the confidence is learned anew meanwhile, in the background of the next ones. */
const pauseMs = 400;

/** The same as the desk does it by itself: the draft goes stale, its loop makes the next, while confidence is learned. */
export async function editFiguresOfLoops(
  bench: BenchDesk,
  entries: readonly FaqEntry[],
  runs: number,
  options: { readonly name: string; readonly aim: number },
): Promise<Figure[]> {
  const { desk, inbox } = bench;
  const { deps } = desk;
  const failed = (error: unknown): never => {
    throw error;
  };
  const drafts = startDraftLoop(deps, failed);
  const index = startIndexLoop(
    {
      ...deps,
      embedders: { next: () => null, takeOver: () => false, soleId: () => null },
      onTakenOver: () => undefined,
      setModel(storeId, model) {
        const hasMoved = hasMovedFrom(deps.modelOf(storeId), model);
        desk.setModel(storeId, model);
        if (hasMoved) drafts.redraft(storeId);
      },
    },
    failed,
  );
  let onDraft = (_conversationId: string): unknown => undefined;
  bench.listen((name, payload) => {
    if (name === 'draft.ready') onDraft((payload as { readonly conversationId: string }).conversationId);
    if (name !== 'knowledge.changed') return;
    index.relearn(1);
    drafts.redraftTouched(inbox.storeId, (payload as { readonly entryIds: string[] }).entryIds);
  });
  await index.settled();
  const random = seededRandom(5);
  const samples: number[] = [];
  for (let run = 0; run < runs + warmUp; run++) {
    const edit = editOf(bench, entries, random.whole(0, entries.length - 1), 1_000 + run);
    const isSaid = (): boolean =>
      deps.drafts.current(edit.conversationId)?.evidence.some((one) => one.answer === edit.answer) === true;
    // Its first draft; those that earlier edits touched are still being made, as on a busy desk.
    await new Promise<void>((resolve) => {
      onDraft = (conversationId) => conversationId === edit.conversationId && resolve();
      drafts.wake();
    });
    const from = performance.now();
    await new Promise<void>((resolve, reject) => {
      onDraft = (conversationId) => conversationId === edit.conversationId && isSaid() && resolve();
      edit.save().catch(reject);
    });
    if (run >= warmUp) samples.push(performance.now() - from);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  bench.listen(() => undefined);
  await drafts.stop();
  await index.stop();
  return [figureOf(options.name, samples, { aim: options.aim })];
}
