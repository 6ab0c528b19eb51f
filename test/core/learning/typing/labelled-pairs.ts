import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { detectLanguage } from '#core/conversations/detect-language.ts';
import { sentencesOf } from '#core/conversations/sentences.ts';
import { surelyTyped } from '#core/learning/learn-from-edit.ts';
import { type Lesson, readReply } from '#core/learning/lessons-of.ts';
import type { VectorOf } from '#core/learning/typing/typed-answer.ts';
import type { Embedder } from '#core/ports/embedder.ts';
import { type TypeJudge, isHolding } from '#core/learning/typing/model/type-by-model.ts';
import type { Draft } from '#shared/model/draft.ts';
import { LessonRelation, LessonType } from '#shared/model/lesson.ts';

const LabelledPair = z.object({
  id: z.string(),
  language: z.enum(['en', 'zh', 'ja']),
  trade: z.string(),
  customerName: z.string(),
  question: z.string(),
  /** Empty: the reply was written by hand. */
  draft: z.string(),
  sent: z.string(),
  type: LessonType,
  relation: LessonRelation,
  also: z.array(LessonType).default([]),
  /** What belongs to the customer, or tells how their order stands. */
  own: z.array(z.string()).default([]),
  /** What was granted to them alone. */
  oneOff: z.string().nullable().default(null),
});
export type LabelledPair = z.infer<typeof LabelledPair>;

/**
 * Sets by who wrote them, none of whom saw what another wrote. `built` and `apart` are older than the reader, `later` and
 * the others younger; each was read once by a reader that did not know it before it was built upon.
 */
export const authors = {
  first: ['built', 'apart', 'later'],
  second: ['blind'],
  third: ['desks'],
  fourth: ['counters'],
  fifth: ['everyday'],
} as const;
type FittedSet = (typeof authors)[keyof typeof authors][number];
export const sets: readonly FittedSet[] = Object.values(authors).flat();

/** By yet another hand: an examination, on which nothing is fitted. */
export const examination = 'unseen' as const;
export type PairSet = FittedSet | typeof examination;

export function labelledPairs(set: PairSet): readonly LabelledPair[] {
  return readFileSync(path.join(import.meta.dirname, `${set}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => LabelledPair.parse(JSON.parse(line)));
}

const id = '01890a5d-ac96-774b-bcce-b302099a8057';

function draftOf({ question, draft, language }: LabelledPair): Draft | null {
  if (draft === '') return null;
  return {
    id,
    conversationId: id,
    messageId: id,
    state: 'open',
    language,
    asks: [{ text: question, context: question, evidence: 0, silence: null, confidence: 0.9 }],
    evidence: [
      {
        kind: 'knowledge',
        id,
        versionId: id,
        question: '',
        answer: draft,
        topic: null,
        language: detectLanguage(draft),
        correctsEntryId: null,
        confidence: 0.9,
        cosine: null,
        overlap: 1,
      },
    ],
    sentences: sentencesOf(draft).map(({ lead, text }) => ({ part: 'answer', text, lead, evidence: 0, ask: 0 })),
    text: draft,
    confidence: 0.9,
    silence: null,
    learnedItemIds: [],
    embedderId: null,
    createdAt: 1,
  };
}

export type PairReading = {
  /** `none`: nothing was found. */
  readonly type: LessonType | 'none';
  readonly relation: LessonRelation | null;
  /** Of the lesson, 0…1. */
  readonly sure: number;
  /** Everything that would be kept of it to answer with. */
  readonly taught: string;
  /** The same with the evidence of style and one-offs. */
  readonly kept: string;
  readonly lessons: readonly Lesson[];
};

/** How a pair is read: by which vectors, and by whose judgement where not the product's. */
export type PairReader = { readonly vectorOf: VectorOf | null; readonly judge?: TypeJudge };

/** What the product reads out of a pair, as it reads a sent reply. */
export function readingOf(pair: LabelledPair, { vectorOf, judge }: PairReader): PairReading {
  const { lessons, aside } = readReply({
    text: pair.sent,
    draft: draftOf(pair),
    asked: [pair.question],
    customerName: pair.customerName,
    greetings: [],
    closings: [],
    glosses: null,
    vectorOf,
    judge,
  });
  const [lesson] = lessons;
  const order: readonly LessonType[] = ['exception', 'style', 'personal'];
  const type = lesson?.type ?? order.find((one) => aside.some((change) => change.type === one)) ?? 'none';
  return {
    type,
    lessons,
    relation: lesson?.relation ?? null,
    sure: Math.max(0, ...lessons.map((one) => one.sure)),
    taught: lessons.map(({ question, answer }) => `${question}\n${answer}`).join('\n'),
    // The passage a lesson is about is the store's.
    kept: JSON.stringify({ lessons, aside }, (key, value: unknown) =>
      key === 'changed' || key === 'evidence' ? undefined : value,
    ),
  };
}

/** Makes the vectors that reading these pairs asks for. */
export async function vectorsOfPairs(embedder: Embedder, pairs: readonly LabelledPair[]): Promise<VectorOf> {
  const texts = new Set<string>();
  const noting: VectorOf = (text) => {
    texts.add(text);
    return null;
  };
  for (const pair of pairs) readingOf(pair, { vectorOf: noting });
  const all = [...texts];
  const vectors = new Map<string, Float32Array>();
  for (let i = 0; i < all.length; i += batch) {
    const some = all.slice(i, i + batch);
    const made = await embedder.embed(some, undefined, 'answer');
    some.forEach((text, j) => vectors.set(text, made[j] ?? new Float32Array(embedder.dimensions)));
  }
  return (text) => vectors.get(text) ?? null;
}

const batch = 64;

export type TypingFigures = {
  readonly pairs: number;
  readonly right: number;
  /** Labelled type → read type → count. */
  readonly confusion: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly oneOffs: number;
  /** Taught to who wrote them, until a lead looks. */
  readonly oneOffsTaught: readonly string[];
  /** Of these, those typed so surely that a lead's rules may share them. */
  readonly oneOffsSure: readonly string[];
  readonly ownKept: readonly string[];
  readonly relations: number;
  readonly relationsRight: number;
  /** Labelled a fact, policy or procedure. */
  readonly lessons: number;
  /** Of these, those that nobody is taught. */
  readonly lessonsLost: number;
};

export function typingFigures(pairs: readonly LabelledPair[], reader: PairReader): TypingFigures {
  const confusion = new Map<string, Map<string, number>>();
  const read = pairs.map((pair) => ({ pair, got: readingOf(pair, reader) }));
  for (const { pair, got } of read) {
    const row = confusion.get(pair.type) ?? new Map<string, number>();
    confusion.set(pair.type, row.set(got.type, (row.get(got.type) ?? 0) + 1));
  }
  const right = read.filter(({ pair, got }) => pair.type === got.type);
  const related = right.filter(({ got }) => got.relation !== null);
  return {
    pairs: pairs.length,
    right: right.length,
    confusion,
    oneOffs: pairs.filter(({ oneOff }) => oneOff !== null).length,
    oneOffsTaught: read.flatMap(({ pair, got }) =>
      pair.oneOff !== null && got.taught.includes(pair.oneOff) ? [pair.id] : [],
    ),
    oneOffsSure: read.flatMap(({ pair, got }) =>
      pair.oneOff !== null && got.taught.includes(pair.oneOff) && got.sure >= surelyTyped ? [pair.id] : [],
    ),
    ownKept: read.flatMap(({ pair, got }) => pair.own.filter((value) => got.kept.includes(value)).map(() => pair.id)),
    relations: related.length,
    relationsRight: related.filter(({ pair, got }) => pair.relation === got.relation).length,
    lessons: pairs.filter(({ type }) => isHolding(type)).length,
    lessonsLost: read.filter(({ pair, got }) => isHolding(pair.type) && (got.type === 'none' || !isHolding(got.type)))
      .length,
  };
}
