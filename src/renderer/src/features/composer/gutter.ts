import type { Mark } from './marks.ts';

/** A stretch of lines in the margin: the sentences that stand on one piece of evidence, or a gap. */
export type GutterRun = {
  readonly key: string;
  readonly kind: Mark['kind'];
  readonly evidence: number | null;
  readonly ask: number | null;
  readonly top: number;
  readonly bottom: number;
  /** Runs that share a line stand side by side. */
  readonly lane: number;
};

export type MeasuredMark = { readonly mark: Mark; readonly top: number; readonly bottom: number };

/** Puts neighbouring sentences from the same evidence together and gives each run a free lane. */
export function gutterRuns(measured: readonly MeasuredMark[]): GutterRun[] {
  const runs: GutterRun[] = [];
  for (const { mark, top, bottom } of measured) {
    const last = runs.at(-1);
    if (last !== undefined && last.kind !== 'gap' && mark.kind !== 'gap' && last.evidence === mark.evidence) {
      // Which of its sentences were changed shows in the text; the run counts as changed when all were.
      const kind = last.kind === 'edited' && mark.kind === 'edited' ? 'edited' : 'source';
      runs[runs.length - 1] = { ...last, kind, bottom: Math.max(last.bottom, bottom) };
      continue;
    }
    const beside = runs.filter((run) => run.bottom > top + 2).map((run) => run.lane);
    let lane = 0;
    while (beside.includes(lane)) lane += 1;
    runs.push({ key: `${mark.sentence}`, kind: mark.kind, evidence: mark.evidence, ask: mark.ask, top, bottom, lane });
  }
  return runs;
}
