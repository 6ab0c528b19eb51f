import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

// Strict objects, so that a misspelled or forgotten field fails here and not as an empty place on the desk.

export const folder = join(import.meta.dirname, '../../resources/sample-store');
export const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
const json = (name: string): unknown => JSON.parse(text(name));
const lines = (name: string): unknown[] =>
  text(name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

const Language = z.enum(['en', 'zh', 'ja']);
const Offset = z.string().regex(/^[+-]\d+[mhd]$/);
const PastOffset = z.string().regex(/^-\d+[mhd]$/);
const Address = z.string().regex(/^[a-z0-9.]+@(example\.com|[a-z-]+\.example)$/);
const Words = z.strictObject({
  en: z.string().min(1),
  zh: z.string().min(1),
  ja: z.string().min(1),
});

const Store = z.strictObject({
  name: z.string().min(1),
  languages: z.array(Language).length(3),
  settings: z.strictObject({
    language: Language,
    greeting: Words,
    greetingUnnamed: Words,
    closing: Words,
    signature: Words,
  }),
});

const Entry = z.strictObject({
  id: z.string().regex(/^k-[a-z0-9-]+$/),
  question: z.string().min(1),
  answer: z.string().min(1),
  title: z.string().min(1).optional(),
  topic: z.string().min(1).optional(),
  language: Language,
  scope: z.array(z.string().min(1)).min(1).optional(),
});

const Order = z.strictObject({
  number: z.string().regex(/^HL-\d{5}$/),
  customerAddress: Address,
  placedAt: PastOffset,
  status: z.enum(['processing', 'shipped', 'delivered', 'cancelled', 'refunded']),
  amount: z.strictObject({ value: z.number().positive(), currency: z.literal('EUR') }),
  items: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        quantity: z.int().positive(),
        sku: z.string().min(1),
      }),
    )
    .min(1),
  carrier: z.string().min(1).optional(),
  trackingNumber: z.string().min(1).optional(),
  trackingUrl: z.url().startsWith('https://track.example/').optional(),
  promisedAt: Offset.optional(),
});

export const Trait = z.enum([
  'single',
  'follow-up',
  'two-questions',
  'no-answer',
  'partly-answered',
  'angry',
  'thanks',
  'small-talk',
  'order-status',
  'attachment',
  'auto-reply',
  'noisy',
  'mixed-language',
  'similar-pair',
]);

const Conversation = z.strictObject({
  id: z.string().regex(/^c-\d{3}$/),
  customer: z.strictObject({ name: z.string().min(1), address: Address }),
  subject: z.string().min(1),
  language: Language,
  traits: z.array(Trait).min(1),
  pair: z.string().min(1).optional(),
  turns: z
    .array(
      z.strictObject({
        role: z.enum(['customer', 'agent']),
        at: PastOffset,
        text: z.string().min(1),
        automatic: z.literal(true).optional(),
        attachments: z
          .array(
            z.strictObject({
              name: z.string().min(1),
              size: z.int().positive(),
              contentType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
            }),
          )
          .min(1)
          .optional(),
      }),
    )
    .min(1),
  expects: z.array(
    z.union([
      z.strictObject({ ask: z.string().min(1), entryIds: z.array(z.string()).min(1) }),
      z.strictObject({ ask: z.string().min(1), order: z.string() }),
      z.strictObject({ ask: z.string().min(1), silent: z.literal(true) }),
    ]),
  ),
});
export type Trait = z.infer<typeof Trait>;
export type Conversation = z.infer<typeof Conversation>;

const Lesson = z.union([
  z.strictObject({
    pair: z.string(),
    first: z.string(),
    second: z.string(),
    edit: z.strictObject({ find: z.string().min(1), replace: z.string().min(1) }),
  }),
  z.strictObject({
    pair: z.string(),
    first: z.string(),
    second: z.string(),
    write: z.string().min(1),
  }),
]);

export const store = Store.parse(json('store.json'));
export const entries = z.array(Entry).parse(lines('knowledge.jsonl'));
export const orders = z.array(Order).parse(json('orders.json'));
export const conversations = z.array(Conversation).parse(lines('conversations.jsonl'));
export const lessons = z.array(Lesson).parse(json('lessons.json'));
