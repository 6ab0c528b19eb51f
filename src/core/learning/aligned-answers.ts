import type { DraftSentence } from '#shared/model/draft.ts';
import { isCourtesy } from '../conversations/courtesy.ts';
import { type Sentence, sentencesOf } from '../conversations/sentences.ts';
import { likeness } from './kept-share.ts';

/** Sentences less alike than this are not the same sentence reworded. */
const sameFrom = 0.35;

/**
 * What was sent for each ask of a draft: the sent sentences are matched with the drafted ones in order, the unmatched
 * go to the ask whose drafted sentences they replaced, else to the one they stand next to. Greeting, closing and
 * signature go to none.
 */
export function answersByAsk(drafted: readonly DraftSentence[], sentText: string): ReadonlyMap<number, string> {
  const sent = sentencesOf(sentText);
  const matches = matched(drafted, sent);
  const owners = sent.map((sentence, i): number | null => {
    const match = matches[i] ?? null;
    if (match !== null) return drafted[match]?.ask ?? null;
    if (isOutside(drafted, matches, i) && isCourtesy(sentence.text)) return null;
    return adoptedBy(drafted, matches, i);
  });
  const answers = new Map<number, string>();
  sent.forEach((sentence, i) => {
    const ask = owners[i] ?? null;
    if (ask === null) return;
    const before = answers.get(ask);
    answers.set(ask, before === undefined ? sentence.text : before + sentence.lead + sentence.text);
  });
  return answers;
}

/** What a hand-written reply says beside greeting, closing and signature. */
export function writtenAnswer(sentText: string, greetings: readonly string[], closings: readonly string[]): string {
  const sent = sentencesOf(sentText);
  const openings = greetings.flatMap(sentencesOf);
  const endings = closings.flatMap(sentencesOf);
  const isPhrase = (sentence: Sentence | undefined, phrases: readonly Sentence[]): boolean =>
    sentence !== undefined &&
    (isCourtesy(sentence.text) || phrases.some((phrase) => likeness(phrase.text, sentence.text) > 0.6));
  let start = 0;
  let end = sent.length;
  while (start < end && isPhrase(sent[start], openings)) start++;
  while (end > start && isPhrase(sent[end - 1], endings)) end--;
  return sent
    .slice(start, end)
    .map((sentence, i) => (i === 0 ? '' : sentence.lead) + sentence.text)
    .join('');
}

/** For each sent sentence the drafted one it is, or null: the order-keeping matching with the most likeness in sum. */
function matched(drafted: readonly DraftSentence[], sent: readonly Sentence[]): ReadonlyArray<number | null> {
  const rows = drafted.length;
  const columns = sent.length;
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const alike = drafted.map((from) => sent.map((to) => (from.part === 'gap' ? 0 : likeness(from.text, to.text))));
  const value = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const pair = (i: number, j: number): number => {
    const score = alike[i]?.[j] ?? 0;
    return score >= sameFrom ? score : Number.NEGATIVE_INFINITY;
  };
  for (let i = rows - 1; i >= 0; i--) {
    const row = best[i];
    if (row === undefined) continue;
    for (let j = columns - 1; j >= 0; j--) {
      row[j] = Math.max(value(i + 1, j), value(i, j + 1), pair(i, j) + value(i + 1, j + 1));
    }
  }
  const result = new Array<number | null>(columns).fill(null);
  let i = 0;
  let j = 0;
  while (i < rows && j < columns) {
    if (value(i, j) === pair(i, j) + value(i + 1, j + 1)) result[j++] = i++;
    else if (value(i, j) === value(i + 1, j)) i++;
    else j++;
  }
  return result;
}

/** Whether a sent sentence stands before the first or after the last answer that was kept. */
function isOutside(drafted: readonly DraftSentence[], matches: ReadonlyArray<number | null>, index: number): boolean {
  const isAnswer = (match: number | null): boolean => match !== null && drafted[match]?.part === 'answer';
  return !matches.slice(0, index).some(isAnswer) || !matches.slice(index + 1).some(isAnswer);
}

function adoptedBy(
  drafted: readonly DraftSentence[],
  matches: ReadonlyArray<number | null>,
  index: number,
): number | null {
  const before = matches.slice(0, index).findLast((match) => match !== null) ?? -1;
  const after = matches.slice(index + 1).find((match) => match !== null) ?? drafted.length;
  const replaced = drafted.slice(before + 1, after);
  const asks = [...new Set(replaced.map((sentence) => sentence.ask).filter((ask) => ask !== null))];
  const place = index - (matches.slice(0, index).findLastIndex((match) => match !== null) + 1);
  if (asks.length > 0) return asks[Math.min(asks.length - 1, place)] ?? null;
  const next = matches.slice(index).findIndex((match) => match !== null);
  const left = next < 0 ? matches.length - index : next;
  const count = (part: DraftSentence['part']): number => replaced.filter((sentence) => sentence.part === part).length;
  // As many sentences as a greeting or a closing had, where it stood: it was put in other words.
  if (place < count('greeting') || left <= count('closing')) return null;
  const neighbour = drafted[before]?.part === 'answer' ? drafted[before] : drafted[after];
  return neighbour?.part === 'answer' ? neighbour.ask : null;
}
