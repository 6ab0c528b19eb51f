import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { Language } from '#shared/model/basics.ts';
import { Channel } from '#shared/model/conversation.ts';
import { LessonReach } from '#shared/model/learned-item.ts';
import { LessonAct, LessonRules, LessonStanding } from '#shared/model/lesson-review.ts';
import { LessonType } from '#shared/model/lesson.ts';
import { MacroContent } from '#shared/model/macro.ts';
import { KnowledgeKind } from '#shared/model/knowledge.ts';
import { Role } from '#shared/model/profile.ts';
import { SourceSettings } from '#shared/model/source.ts';
import { StoreSettings } from '#shared/model/store.ts';
import { Validity } from '#shared/model/validity.ts';
import { stableText } from './stable-text.ts';

/*
 * The rows of a corpus as an export writes them, a line each. Texts are taken as they are kept, whatever a form would
 * make of them today; what a desk could not show is refused when it is read (`isShowable`).
 */

/** A UUID in lower case: ids are compared byte by byte. */
const Id = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
/** Text that UTF-8 can carry: no half of a surrogate pair. */
const Text = z.string().refine((text) => !/\p{Surrogate}/u.test(text), { message: 'It is no text.' });
const Texts = z.array(Text);
const Count = z.number().int().positive();
/** Milliseconds since the epoch; no calendar knows a later day. */
const Instant = z.number().int().nonnegative().max(8.64e15);

const row = { id: Id, originDesk: Id, createdAt: Instant };
const version = { ...row, number: Count };
const place = { storeId: Id.nullable(), setId: Id.nullable() };

const Attribute = z.strictObject({
  name: Text,
  value: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('text'), text: Text }),
    z.strictObject({ type: z.literal('quantity'), amount: z.number(), unit: Text }),
    z.strictObject({ type: z.literal('money'), amount: z.number(), currency: Text.max(3) }),
    z.strictObject({ type: z.literal('yesNo'), isTrue: z.boolean() }),
    z.strictObject({ type: z.literal('link'), url: Text }),
  ]),
});

const Origin = z.strictObject({
  origin: z.enum(['import', 'person', 'sample']),
  sourceId: Id.nullable(),
  file: Text.nullable(),
  row: z.number().int().nullable(),
  page: z.number().int().nullable(),
  headings: Texts,
  url: Text.nullable(),
});

export const StoreRecord = z.strictObject({ type: z.literal('store'), ...row });
export const StoreVersionRecord = z.strictObject({
  type: z.literal('storeVersion'),
  ...version,
  storeId: Id,
  settings: StoreSettings,
});
export const SetRecord = z.strictObject({ type: z.literal('set'), ...row });
export const SetVersionRecord = z.strictObject({
  type: z.literal('setVersion'),
  ...version,
  setId: Id,
  state: z.enum(['active', 'retired']),
  name: Text,
  stores: z.array(Id),
  who: Text,
});
export const SourceRecord = z.strictObject({
  type: z.literal('source'),
  ...row,
  ...place,
  name: Text,
  settings: SourceSettings,
  removedAt: Instant.nullable(),
});
export const EntryRecord = z.strictObject({ type: z.literal('entry'), ...row, ...place });
export const EntryVersionRecord = z.strictObject({
  type: z.literal('entryVersion'),
  ...version,
  entryId: Id,
  state: z.enum(['active', 'retired']),
  kind: KnowledgeKind,
  question: Text,
  answer: Text,
  topic: Text.nullable(),
  scope: Texts,
  language: Language,
  channels: z.array(Channel),
  attributes: z.array(Attribute),
  validity: Validity.nullable(),
  overlaysEntryId: Id.nullable(),
  source: Origin,
  who: Text,
  why: Text,
});
export const LearnedRecord = z.strictObject({
  type: z.literal('learned'),
  ...row,
  storeId: Id,
  kind: z.enum(['corrects', 'adds']),
  language: Language,
  topic: Text.nullable(),
  correctsEntryId: Id.nullable(),
  before: Text,
  /** Names only: what was said to a customer is no part of a corpus. */
  outcomeId: Id,
  conversationId: Id,
  /** These three since format 2: who taught it, what kind of change it is, the lesson whose place it is to take. */
  authorId: Id.nullable().optional(),
  lessonType: LessonType.nullable().optional(),
  supersedesId: Id.nullable().optional(),
});
export const LearnedVersionRecord = z.strictObject({
  type: z.literal('learnedVersion'),
  ...version,
  itemId: Id,
  state: z.enum(['active', 'forgotten']),
  question: Text,
  answer: Text,
  /** These four since format 2: whom it reaches, and to what it is limited. */
  reach: LessonReach.optional(),
  scope: Texts.optional(),
  channels: z.array(Channel).optional(),
  customerGroup: Text.optional(),
});
export const MacroRecord = z.strictObject({ type: z.literal('macro'), ...row });
export const MacroVersionRecord = z.strictObject({
  type: z.literal('macroVersion'),
  ...version,
  macroId: Id,
  state: z.enum(['active', 'retired']),
  /** What it carries is named by content: `files/` holds the bytes. */
  content: MacroContent,
  who: Text,
});
export const DismissalRecord = z.strictObject({
  type: z.literal('dismissal'),
  ...row,
  kind: Text,
  key: Text,
  who: Text,
});

/** Since format 3: a reply that says the same as a lesson. Whose it was is a name without a face, to count people by. */
export const ConfirmationRecord = z.strictObject({
  type: z.literal('confirmation'),
  ...row,
  itemId: Id,
  versionId: Id,
  outcomeId: Id,
  conversationId: Id,
  personId: Id.nullable(),
  takenBackAt: Instant.nullable(),
});
/** Since format 3: what became of lessons, and why. Of whoever decided it tells what they are at that desk. */
export const DecisionRecord = z.strictObject({
  type: z.literal('decision'),
  ...row,
  storeId: Id.nullable(),
  act: LessonAct,
  role: Role.nullable(),
  why: Text,
  rulesVersionId: Id.nullable(),
  undoesId: Id.nullable(),
  items: z
    .array(
      z.strictObject({
        itemId: Id,
        before: LessonStanding.nullable(),
        after: LessonStanding,
        versionBefore: Id.nullable(),
        versionAfter: Id,
      }),
    )
    .refine(
      (items) => new Set(items.map(({ itemId }) => itemId)).size === items.length,
      'A lesson stands there twice.',
    ),
  entries: z.array(z.strictObject({ entryId: Id, versionBefore: Id, versionAfter: Id })),
  confirmationIds: z.array(Id),
});
/** Since format 3: what a store shares without a look, a version a row. */
export const RulesRecord = z.strictObject({
  type: z.literal('rules'),
  ...row,
  storeId: Id,
  number: Count,
  role: Role.nullable(),
  rules: LessonRules.shape.rules,
});

export const CorpusRecord = z.discriminatedUnion('type', [
  StoreRecord,
  StoreVersionRecord,
  SetRecord,
  SetVersionRecord,
  SourceRecord,
  EntryRecord,
  EntryVersionRecord,
  LearnedRecord,
  LearnedVersionRecord,
  MacroRecord,
  MacroVersionRecord,
  DismissalRecord,
  ConfirmationRecord,
  DecisionRecord,
  RulesRecord,
]);
export type CorpusRecord = z.infer<typeof CorpusRecord>;
export type RecordOf<T extends CorpusRecord['type']> = Extract<CorpusRecord, { type: T }>;

export type OwnerRecord = RecordOf<
  'store' | 'set' | 'source' | 'entry' | 'learned' | 'macro' | 'dismissal' | 'confirmation' | 'decision' | 'rules'
>;
export type VersionRecord = RecordOf<
  'storeVersion' | 'setVersion' | 'entryVersion' | 'learnedVersion' | 'macroVersion'
>;

/** What an owner's versions are called; null for what has none. */
export const versionTypeOf = {
  store: 'storeVersion',
  set: 'setVersion',
  source: null,
  entry: 'entryVersion',
  learned: 'learnedVersion',
  macro: 'macroVersion',
  dismissal: null,
  confirmation: null,
  decision: null,
  rules: null,
} as const satisfies Record<OwnerRecord['type'], VersionRecord['type'] | null>;

/** The owner of a version. */
export function ownerIdOf(record: VersionRecord): string {
  switch (record.type) {
    case 'storeVersion':
      return record.storeId;
    case 'setVersion':
      return record.setId;
    case 'entryVersion':
      return record.entryId;
    case 'macroVersion':
      return record.macroId;
    default:
      return record.itemId;
  }
}

/** A record as its line, without the line end: the same record gives the same bytes. */
export function lineOf(record: CorpusRecord): string {
  return stableText(record, ['type', 'id', 'number', 'state', 'question', 'answer']);
}

/** The record of a line. Errors: `invalid_input` where it is not exactly what `lineOf` would write. */
export function recordOf(line: string): CorpusRecord {
  const parsed = CorpusRecord.safeParse(jsonOf(line));
  if (!parsed.success) throw new AppError('invalid_input', 'The line is no row of a corpus', { cause: parsed.error });
  // Anything a second writing would change (a number too large, a key twice) would not come out as it went in.
  if (lineOf(parsed.data) !== line)
    throw new AppError('invalid_input', 'The line is not written as Deskside writes it');
  return completed(parsed.data);
}

/** With what an older format did not know: its lessons were everybody's. */
function completed(record: CorpusRecord): CorpusRecord {
  if (record.type === 'learned') return { authorId: null, lessonType: null, supersedesId: null, ...record };
  if (record.type !== 'learnedVersion') return record;
  return { reach: 'everyone', scope: [], channels: [], customerGroup: '', ...record };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new AppError('invalid_input', 'The line is no JSON', { cause });
  }
}
