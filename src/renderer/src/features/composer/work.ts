import type { Draft } from '#shared/model/draft.ts';
import type { MacroPart } from '#shared/model/macro.ts';
import { marksOf } from './marks.ts';

/** What an agent has in the editor: the text, and the draft it started from. */
export type Work = {
  readonly base: Draft | null;
  readonly text: string;
  /** Macros that were put into it, as they stood then. */
  readonly macros?: readonly MacroPart[];
  /** Entries and learned items that were written into the text. */
  readonly inserted?: readonly string[];
  /** SHA-256 of the files it is sent with. */
  readonly files?: readonly string[];
};

/** A draft that can still be worked on. */
export function openDraft(draft: Draft | null): Draft | null {
  return draft !== null && (draft.state === 'open' || draft.state === 'stale') ? draft : null;
}

/** Whether a person changed anything that a newer draft must not overwrite. */
export function isEdited(work: Work): boolean {
  return work.text !== (work.base?.text ?? '');
}

/**
 * What to show when there may be kept work and there may be a draft. Untouched work gives way to the current draft;
 * edited work stays, and a draft that says something else is offered as `newer`.
 */
export function workWith(
  kept: Work | null,
  current: Draft | null,
): { readonly work: Work; readonly newer: Draft | null } {
  const fresh: Work = { base: current, text: current?.text ?? '' };
  if (kept === null || !isEdited(kept)) return { work: fresh, newer: null };
  if (current === null) return { work: kept, newer: null };
  if (kept.base?.id === current.id) return { work: { ...kept, base: current }, newer: null };
  if (kept.text === current.text) return { work: fresh, newer: null };
  if (kept.base?.text === current.text || current.text === '') return { work: { ...kept, base: current }, newer: null };
  return { work: kept, newer: current };
}

/**
 * Edited work with one ask answered as another draft answers it, in its gap or in the place of the answer it has; all
 * else stays as the agent wrote it. Null where the gap is gone or they have changed that answer, and where the draft
 * does not answer it.
 */
export function workWithAnswer(work: Work, answered: Draft, ask: number): Work | null {
  const place = placeOf(work, ask);
  const sentences = answered.sentences.filter((sentence) => sentence.part === 'answer' && sentence.ask === ask);
  if (place === null || sentences.length === 0) return null;
  const answer = sentences.map((sentence, index) => (index === 0 ? '' : sentence.lead) + sentence.text).join('');
  return { ...work, base: answered, text: work.text.slice(0, place.start) + answer + work.text.slice(place.end) };
}

/** Where the gap of an ask stands, or the answer it has, word for word. */
function placeOf({ base, text }: Work, ask: number): { readonly start: number; readonly end: number } | null {
  const marks = marksOf(text, base?.sentences ?? []).filter((mark) => mark.ask === ask);
  const gap = marks.find((mark) => mark.kind === 'gap');
  if (gap !== undefined) return gap;
  const [first, last] = [marks[0], marks.at(-1)];
  const drafted = base?.sentences.filter((sentence) => sentence.part === 'answer' && sentence.ask === ask) ?? [];
  const whole = drafted.map((sentence, index) => (index === 0 ? '' : sentence.lead) + sentence.text).join('');
  if (first === undefined || last === undefined || text.slice(first.start, last.end) !== whole) return null;
  return { start: first.start, end: last.end };
}
