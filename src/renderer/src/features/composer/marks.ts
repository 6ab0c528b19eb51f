import { gapsIn } from '#shared/gaps.ts';
import type { DraftSentence } from '#shared/model/draft.ts';

/**
 * One stretch of the text in the editor that comes from a draft's sentence. `source`: word for word, tied to evidence.
 * `edited`: the agent changed it, so the evidence no longer speaks for it. `gap`: an ask without an answer.
 */
export type Mark = {
  readonly start: number;
  readonly end: number;
  readonly kind: 'source' | 'edited' | 'gap';
  /** Of the draft; -1: a gap that none of its sentences left. */
  readonly sentence: number;
  readonly evidence: number | null;
  readonly ask: number | null;
};

type Found = { readonly sentence: number; readonly start: number; readonly end: number };

/** Below this share of common words a changed sentence counts as a new one. */
const leastLikeness = 0.4;

function exactlyFound(text: string, sentences: readonly DraftSentence[]): Found[] {
  const searchFrom = new Map<string, number>();
  const found: Found[] = [];
  sentences.forEach(({ text: wanted }, sentence) => {
    if (wanted.trim() === '') return;
    const start = text.indexOf(wanted, searchFrom.get(wanted) ?? 0);
    if (start < 0) return;
    searchFrom.set(wanted, start + wanted.length);
    found.push({ sentence, start, end: start + wanted.length });
  });
  return found;
}

/** The most finds that keep the draft's order and do not overlap. */
function inOrder(found: readonly Found[]): Found[] {
  const best: Found[][] = [];
  for (const [index, item] of found.entries()) {
    let chain: Found[] = [];
    for (let before = 0; before < index; before += 1) {
      const candidate = best[before] ?? [];
      if ((candidate.at(-1)?.end ?? 0) <= item.start && candidate.length > chain.length) chain = candidate;
    }
    best.push([...chain, item]);
  }
  return best.reduce<Found[]>((longest, chain) => (chain.length > longest.length ? chain : longest), []);
}

function wordSet(text: string): Set<string> {
  const words = new Set<string>();
  for (const part of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    if (part.isWordLike) words.add(part.segment.toLowerCase());
  }
  return words;
}

/** Share of the words that two texts have in common (Dice), 0 to 1. */
export function likeness(a: string, b: string): number {
  const left = wordSet(a);
  const right = wordSet(b);
  if (left.size + right.size === 0) return 0;
  let common = 0;
  for (const word of left) if (right.has(word)) common += 1;
  return (2 * common) / (left.size + right.size);
}

/** In a stretch without exact finds: the piece that a changed sentence most likely became. */
function changedIn(text: string, start: number, end: number, wanted: string): { start: number; end: number } | null {
  let best: { start: number; end: number } | null = null;
  let bestLikeness = leastLikeness;
  for (const piece of new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text.slice(start, end))) {
    const trimmed = piece.segment.trim();
    const score = trimmed === '' ? 0 : likeness(trimmed, wanted);
    if (score < bestLikeness) continue;
    const from = start + piece.index + piece.segment.indexOf(trimmed);
    best = { start: from, end: from + trimmed.length };
    bestLikeness = score;
  }
  return best;
}

/** What is left of a gap that an agent changed or half deleted: it still waits to be filled. */
function gapWithin(text: string, start: number, end: number): { start: number; end: number } | null {
  const gap = gapIn(text.slice(start, end));
  return gap === null ? null : { start: start + gap.start, end: start + gap.end };
}

/**
 * Where the draft's answers and gaps stand in the text as it is now, and every other gap in it, in text order. `said`:
 * what the customer wrote, in which a variable is no gap.
 */
export function marksOf(text: string, sentences: readonly DraftSentence[], said: readonly string[] = []): Mark[] {
  const drafted = draftedMarks(text, sentences);
  const others = gapsIn(text, said).filter(
    ({ start, end }) => !drafted.some((mark) => mark.kind === 'gap' && mark.start < end && start < mark.end),
  );
  if (others.length === 0) return drafted;
  const free = drafted.filter((mark) => !others.some(({ start, end }) => mark.start < end && start < mark.end));
  const marks = others.map((gap): Mark => ({ ...gap, kind: 'gap', sentence: -1, evidence: null, ask: null }));
  return [...free, ...marks].toSorted((a, b) => a.start - b.start);
}

function draftedMarks(text: string, sentences: readonly DraftSentence[]): Mark[] {
  const anchors = new Map(inOrder(exactlyFound(text, sentences)).map((found) => [found.sentence, found]));
  const marks: Mark[] = [];
  let from = 0;
  sentences.forEach(({ part, text: wanted, evidence, ask }, sentence) => {
    const exact = anchors.get(sentence);
    if (exact !== undefined) from = exact.end;
    // What a model says of courtesy, or of what the agent told it, stands on no source.
    if (part !== 'gap' && (part !== 'answer' || evidence === null)) return;
    if (exact !== undefined) {
      marks.push({ ...exact, kind: part === 'gap' ? 'gap' : 'source', evidence, ask });
      return;
    }
    if (wanted.trim() === '') return;
    const next = [...anchors.values()].find((anchor) => anchor.sentence > sentence);
    const end = next?.start ?? text.length;
    const changed = part === 'gap' ? gapWithin(text, from, end) : changedIn(text, from, end, wanted);
    if (changed === null) return;
    marks.push({ ...changed, kind: part === 'gap' ? 'gap' : 'edited', sentence, evidence, ask });
    from = changed.end;
  });
  return marks;
}

export type Segment = { readonly text: string; readonly mark: Mark | null };

/** The text cut at its marks: joined again, the segments spell it. */
export function segmentsOf(text: string, marks: readonly Mark[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start > at) segments.push({ text: text.slice(at, mark.start), mark: null });
    segments.push({ text: text.slice(mark.start, mark.end), mark });
    at = mark.end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), mark: null });
  return segments;
}

/** Asks for which the draft left a gap that is no longer in the text: the agent has written something there. */
export function filledAsks(sentences: readonly DraftSentence[], marks: readonly Mark[]): ReadonlySet<number> {
  const open = new Set(marks.flatMap((mark) => (mark.kind === 'gap' && mark.ask !== null ? [mark.ask] : [])));
  const asked = sentences.flatMap(({ part, ask }) => (part === 'gap' && ask !== null ? [ask] : []));
  return new Set(asked.filter((ask) => !open.has(ask)));
}

/** The first gap after the caret, or the first of all. */
export function gapAfter(marks: readonly Mark[], caret: number): Mark | null {
  const gaps = marks.filter((mark) => mark.kind === 'gap');
  return gaps.find((gap) => gap.start > caret) ?? gaps[0] ?? null;
}

/** The first gap in a text, also where no draft's sentence marks it. */
export function gapIn(
  text: string,
  said: readonly string[] = [],
): { readonly start: number; readonly end: number } | null {
  return gapsIn(text, said)[0] ?? null;
}
