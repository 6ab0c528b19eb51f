import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { Attachment } from '#shared/model/conversation.ts';
import { Order } from '#shared/model/order.ts';
import { StoreSettings } from '#shared/model/store.ts';

/** A time before or after the first start: "-3h", "+2d". */
const Offset = z.string().regex(/^[+-]\d+(?:\.\d+)?[mhd]$/);

const SampleOrder = Order.omit({ placedAt: true, promisedAt: true, parcels: true, source: true, readAt: true }).extend({
  placedAt: Offset,
  promisedAt: Offset.nullish(),
  carrier: z.string().nullish(),
  trackingNumber: z.string().nullish(),
  trackingUrl: z.url().nullish(),
});
export type SampleOrder = z.infer<typeof SampleOrder>;

const SampleTurn = z.object({
  role: z.enum(['customer', 'agent']),
  at: Offset,
  text: z.string(),
  automatic: z.boolean().optional(),
  attachments: z.array(Attachment).optional(),
});

const SampleConversation = z.object({
  id: z.string(),
  customer: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  language: z.string(),
  traits: z.array(z.string()),
  pair: z.string().optional(),
  turns: z.array(SampleTurn).min(1),
  expects: z.array(
    z.object({
      ask: z.string(),
      entryIds: z.array(z.string()).optional(),
      silent: z.boolean().optional(),
      order: z.string().optional(),
    }),
  ),
});
export type SampleConversation = z.infer<typeof SampleConversation>;

/** An edit that a person makes in the demonstration: the answer to `first`, and what it teaches for `second`. */
const SampleLesson = z.object({
  pair: z.string(),
  first: z.string(),
  second: z.string(),
  edit: z.object({ find: z.string(), replace: z.string() }).optional(),
  write: z.string().optional(),
});
export type SampleLesson = z.infer<typeof SampleLesson>;

export type SampleStore = {
  readonly settings: StoreSettings;
  readonly orders: readonly SampleOrder[];
  readonly conversations: readonly SampleConversation[];
  readonly lessons: readonly SampleLesson[];
  /** The path of the knowledge file, to be imported like any other. */
  readonly knowledgeFile: string;
};

/** Reads the shop that comes with the product. Errors: `file_unreadable`. */
export function readSampleStore(resourcesFolder: string): SampleStore {
  const folder = path.join(resourcesFolder, 'sample-store');
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  try {
    const store = JSON.parse(read('store.json')) as { name: string; settings: object };
    return {
      settings: StoreSettings.parse({ ...store.settings, name: store.name }),
      orders: z.array(SampleOrder).parse(JSON.parse(read('orders.json'))),
      conversations: read('conversations.jsonl')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => SampleConversation.parse(JSON.parse(line))),
      lessons: z.array(SampleLesson).parse(JSON.parse(read('lessons.json'))),
      knowledgeFile: path.join(folder, 'knowledge.jsonl'),
    };
  } catch (error) {
    throw new AppError('file_unreadable', `The sample store cannot be read: ${String(error)}`, {
      cause: error,
      detail: { file: folder },
    });
  }
}

const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** The instant that an offset means, counted from `base`. */
export function instantOf(offset: string, base: number): number {
  return Math.round(base + Number(offset.slice(0, -1)) * (unitMs[offset.slice(-1)] ?? 0));
}
