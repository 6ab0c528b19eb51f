import { macroVariables } from './model/macro.ts';

/** Marks a place where only the agent can write. A reply that still holds one is not sent. */
const gapOpening = '[✎';

/** The words of a gap: on one line, without the brackets that would end it. */
export function gapWith(words: string): string {
  return `${gapOpening} ${words}]`;
}

/** Text as it may stand in a gap: on one line, without brackets, at most 120 characters. */
export function namedInGap(text: string): string {
  const line = [...text.replace(/[[\]\s]+/g, ' ').trim()];
  return line.length > 120 ? `${line.slice(0, 119).join('')}…` : line.join('');
}

/** One that an agent changed or half deleted still is one. */
const gapPattern = /\[✎[^\]\n]*\]?/gu;
/** A macro's variable that was pasted or typed: nobody would fill it in any more. */
const names = macroVariables.map((name) => name.replace('.', String.raw`\.`)).join('|');
const rawVariable = new RegExp(
  String.raw`\{\{[ \t]*(?:ask[ \t]*[:：][^{}\n]*(?:\}\})?|(?:${names})[ \t]*(?:\}\}|\|[^{}\n]*(?:\}\})?))`,
  'giu',
);

export type Gap = { readonly start: number; readonly end: number };

/**
 * Where a text still waits to be filled in, in its order: gaps that the desk left and variables of macros, whatever an
 * edit has left of them. `said` are texts that others wrote: a variable that stands in one is quoted, not open.
 */
export function gapsIn(text: string, said: readonly string[] = []): readonly Gap[] {
  const placeOf = (found: RegExpMatchArray): Gap => ({
    start: found.index ?? 0,
    end: (found.index ?? 0) + found[0].length,
  });
  const raw = [...text.matchAll(rawVariable)].filter(([found]) => !said.some((other) => other.includes(found)));
  return [...text.matchAll(gapPattern), ...raw].map(placeOf).toSorted((a, b) => a.start - b.start);
}
