import { z } from 'zod';
import { Id, Instant, Language } from './basics.ts';
import { Channel } from './conversation.ts';
import { SilenceReason } from './draft.ts';
import { Share } from './evidence.ts';
import { Outcome } from './outcome.ts';

const count = z.number().int().nonnegative();

/** Figures of a set of outcomes: counts, so that whoever shows a share can say of how many. */
export const InsightFigures = z.object({
  /** Replies: sent as drafted, edited, written by hand. */
  answered: count,
  accepted: count,
  edited: count,
  /** Of the edited, those of which less than half of the drafted words were sent. */
  strong: count,
  written: count,
  discarded: count,
  closed: count,
  /** Drafts the desk itself offered an answer in and somebody sent, edited or refused; and those sent as drafted. */
  dealt: count,
  dealtAccepted: count,
  /** What customers asked in the drafts that were dealt with, and for how much of it an answer was offered. */
  asks: count,
  asksOffered: count,
  /** Offered answers that were sent as they stood, and those that were changed, left out or refused. */
  answersKept: count,
  answersChanged: count,
  /** Mean share of drafted words that were sent, and over how many replies; null where there are none. */
  keptShare: Share.nullable(),
  keptOf: count,
  /** Replies that held a fact no source stands behind, and how many such facts. */
  unsupportedReplies: count,
  unsupportedFacts: count,
  /** From the customer's message to the reply, ms; null where there are none. */
  medianWaitMs: z.number().nullable(),
  slowWaitMs: z.number().nullable(),
});
export type InsightFigures = z.infer<typeof InsightFigures>;

/** What outcomes are told apart by. */
export const InsightDimension = z.enum(['store', 'topic', 'entry', 'agent', 'language', 'channel']);
export type InsightDimension = z.infer<typeof InsightDimension>;

/** Which outcomes are meant; null: all. An empty topic: what has none. */
export const InsightFilter = z.object({
  /** Null: every store of the desk. */
  storeId: Id.nullable(),
  from: Instant,
  to: Instant,
  /** Whose; null: everybody's, for an agent their own. */
  profileId: Id.nullable().default(null),
  topic: z.string().max(200).nullable().default(null),
  entryId: Id.nullable().default(null),
  language: Language.nullable().default(null),
  channel: Channel.nullable().default(null),
});
export type InsightFilter = z.infer<typeof InsightFilter>;

export const InsightQuery = InsightFilter.extend({
  /** Minutes east of UTC, for days and weeks. */
  utcOffset: z.number().int().min(-840).max(840),
  unit: z.enum(['day', 'week']).default('day'),
  by: InsightDimension.nullable().default(null),
});
export type InsightQuery = z.infer<typeof InsightQuery>;

/** Null figures: too few people stand behind them to be shown. */
const Figures = InsightFigures.nullable();

export const InsightPoint = z.object({ from: Instant, to: Instant, day: z.iso.date(), figures: Figures });
export type InsightPoint = z.infer<typeof InsightPoint>;

export const InsightRow = z.object({
  /** The id, topic, language or channel. */
  key: z.string(),
  /** What a person calls it; empty where the key is for the window to word. */
  label: z.string(),
  figures: Figures,
});
export type InsightRow = z.infer<typeof InsightRow>;

/**
 * An estimate: drafted replies against replies by hand of the same language and about the same length, by how long the
 * customers waited. Medians, weighed by the drafted replies.
 */
export const TimeSaved = z.object({
  /** Over the drafted replies of the span, ms; below 0 where drafted ones took longer. */
  ms: z.number(),
  /** It lies between these, 19 times in 20. */
  low: z.number(),
  high: z.number(),
  /** Drafted replies of the span that have a like; and the replies that were compared. */
  replies: count,
  comparedDrafted: count,
  comparedByHand: count,
});
export type TimeSaved = z.infer<typeof TimeSaved>;

const Reasons = <T extends z.ZodType>(reason: T) => z.array(z.object({ reason, count }));

export const InsightReport = z.object({
  from: Instant,
  to: Instant,
  /** Whose figures these are; null: everybody's. */
  profileId: Id.nullable(),
  figures: Figures,
  /** Of the span of the same length before. */
  before: Figures,
  points: z.array(InsightPoint),
  /** Of the points: weeks also where days were asked for, if some of those could not be shown. */
  unit: z.enum(['day', 'week']),
  rows: z.array(InsightRow),
  /** More rows than are told. */
  rowsLeft: count,
  /** Null: too little to say. */
  timeSaved: TimeSaved.nullable(),
  /** Why nothing was offered for what was asked in the span, and why drafts were refused; the most frequent first. */
  silences: Reasons(SilenceReason),
  discards: Reasons(Outcome.shape.reason.unwrap()),
  /** As it stands now, whatever the filter: drafts that wait, and questions in them without an answer. */
  openDrafts: count,
  openSilences: Reasons(SilenceReason),
  learnedItems: count,
  knowledgeEntries: count,
  /** What the present person may see and do here. */
  view: z.object({
    /** Those whose figures may be asked for. */
    people: z.array(z.object({ id: Id, name: z.string() })),
    seesAll: z.boolean(),
    /** People may be compared: the owner's choice. */
    compares: z.boolean(),
    mayChoose: z.boolean(),
    mayExport: z.boolean(),
    mayExportTexts: z.boolean(),
  }),
});
export type InsightReport = z.infer<typeof InsightReport>;

/** What a number counts. */
export const InsightMeasure = z.enum([
  'answered',
  'accepted',
  'edited',
  'strong',
  'written',
  'discarded',
  'closed',
  'unsupported',
  'silent',
  'offered',
]);
export type InsightMeasure = z.infer<typeof InsightMeasure>;

/** Something people change more than they did. */
export const DriftAlarm = z.object({
  key: z.string(),
  kind: z.enum(['entry', 'topic']),
  topic: z.string().nullable(),
  /** The entry to mend; of a topic, its entries that are changed most. */
  entries: z.array(z.object({ id: Id, question: z.string(), answer: z.string(), changed: count, all: count })),
  /** The first answer of the change, and when the change was plain. */
  since: Instant,
  noticedAt: Instant,
  before: z.object({ changed: count, all: count }),
  after: z.object({ changed: count, all: count }),
  /** What is changed into what, the most frequent first: words of the entry, and what agents write in their place. */
  edits: z.array(z.object({ from: z.string(), to: z.string(), count })),
  /** Newest first. */
  outcomeIds: z.array(Id),
});
export type DriftAlarm = z.infer<typeof DriftAlarm>;
