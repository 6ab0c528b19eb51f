import type { KnowledgeContent } from '#shared/model/knowledge.ts';
import { foldedLine } from '../knowledge/folded-line.ts';

/** A plan compares each text many times over: what is made of it is kept as long as the text itself. */
const keys = new WeakMap<KnowledgeContent, string>();

/** Two texts say the same, letter case, width and white space aside, about the same things. */
export function sayingKey(content: KnowledgeContent): string {
  const known = keys.get(content);
  if (known !== undefined) return known;
  const key = JSON.stringify([
    foldedLine(content.question),
    foldedLine(content.answer),
    content.scope.toSorted(),
    content.topic,
    content.channels.toSorted(),
    content.attributes,
    content.validity,
  ]);
  keys.set(content, key);
  return key;
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
const sameText = (a: string, b: string): boolean => a === b || spaced(a) === spaced(b);
const sameData = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

type Same = (a: KnowledgeContent, b: KnowledgeContent) => boolean;

/** What of an entry a source or a person may have changed, and when it is the same: white space says nothing. */
const compared: { readonly [F in keyof KnowledgeContent]?: Same } = {
  question: (a, b) => sameText(a.question, b.question),
  answer: (a, b) => sameText(a.answer, b.answer),
  topic: (a, b) => a.topic === b.topic,
  scope: (a, b) => sameData(a.scope.toSorted(), b.scope.toSorted()),
  channels: (a, b) => sameData(a.channels.toSorted(), b.channels.toSorted()),
  attributes: (a, b) => sameData(a.attributes, b.attributes),
  validity: (a, b) => sameData(a.validity, b.validity),
};

/** Whether two entries hold the same, white space aside. What was only recognised differently is no difference. */
export function holdsSame(a: KnowledgeContent, b: KnowledgeContent): boolean {
  return a === b || Object.values(compared).every((isSame) => isSame(a, b));
}

/** What a person may set beside: a source only guesses it, and an edit of it is one all the same. */
const guessed = ['kind', 'language', 'overlaysEntryId'] as const;

/** The same, and no person has set anything in `now`. */
export function isAsRead(read: KnowledgeContent, now: KnowledgeContent): boolean {
  return holdsSame(read, now) && guessed.every((field) => read[field] === now[field]);
}

/**
 * What the source says now, with what a person changed in `now` since `read` kept wherever the source did not change
 * the same thing.
 */
export function withEditsKept(read: KnowledgeContent, now: KnowledgeContent, said: KnowledgeContent): KnowledgeContent {
  const kept: Record<string, unknown> = {};
  for (const [field, isSame] of Object.entries(compared))
    if (isSame(said, read)) kept[field] = now[field as keyof KnowledgeContent];
  for (const field of guessed) if (now[field] !== read[field]) kept[field] = now[field];
  const after = { ...said, ...kept };
  // A source never says what an entry stands over: unless a person has set it, it stays while it is asked the same.
  const isAskedSame = after.question === now.question || foldedLine(after.question) === foldedLine(now.question);
  return isAskedSame ? { ...after, overlaysEntryId: now.overlaysEntryId } : after;
}
