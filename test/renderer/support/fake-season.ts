import type { KnowledgeSet } from '#shared/model/knowledge-set.ts';
import { type KnowledgeEntry, unlimited, writtenHere } from '#shared/model/knowledge.ts';
import { newId } from './sample.ts';

type Season = {
  readonly sets: KnowledgeSet[];
  readonly entries: KnowledgeEntry[];
  readonly history: ReadonlyMap<string, KnowledgeEntry[]>;
};

const day = 86_400_000;

/** As a clock in Shanghai shows it. */
function localIn(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 16);
}

function setOf(name: string, storeIds: string[], now: number): KnowledgeSet {
  return { id: newId(), name, state: 'active', storeIds, version: 1, createdAt: now, updatedAt: now };
}

/** Two sets, answers that stand in the place of others, one to come and one that is over, and one with a history. */
export function seasonOf(storeId: string, known: readonly KnowledgeEntry[], now: number): Season {
  const sale = setOf('11.11 sale', [storeId], now);
  const holiday = setOf('Summer break', [], now);
  const base = known.find((entry) => entry.storeId === null && entry.language === 'en');
  const own = known.find((entry) => entry.storeId === storeId && entry.language === 'en');
  const entry = (part: Partial<KnowledgeEntry>): KnowledgeEntry => ({
    ...unlimited,
    id: newId(),
    versionId: newId(),
    version: 1,
    state: 'active',
    storeId: null,
    setId: sale.id,
    source: writtenHere,
    change: { who: 'Noor', why: '' },
    kind: 'pair',
    question: 'Do you have a sale?',
    answer: 'Yes: 11% off every kettle while the sale is on. The price in the cart is the final one.',
    topic: 'Sale',
    scope: [],
    language: 'en',
    createdAt: now - day,
    updatedAt: now - day,
    ...part,
  });
  const holding = { from: localIn(now - day), until: localIn(now + day), zone: 'Asia/Shanghai' };
  const coming = { from: localIn(now + 3 * day), until: null, zone: 'Asia/Shanghai' };
  const over = { from: null, until: localIn(now - day / 2), zone: 'Asia/Shanghai' };
  const price = entry({ validity: holding, channels: ['chat', 'line'] });
  const first = entry({
    ...price,
    versionId: newId(),
    answer: 'Yes: 10% off every kettle while the sale is on.',
    channels: [],
    validity: null,
    updatedAt: now - 2 * day,
  });
  const second = { ...price, version: 2, change: { who: 'Noor', why: 'The discount was raised, and only for chats' } };
  const entries = [
    second,
    ...(base === undefined
      ? []
      : [entry({ question: base.question, answer: `During the sale: ${base.answer}`, validity: holding })]),
    ...(own === undefined
      ? []
      : [entry({ question: 'How long does it take in the sale?', overlaysEntryId: own.id, validity: coming })]),
    entry({
      question: 'Can I order before the sale at its price?',
      answer: 'No, not before it begins.',
      validity: over,
    }),
    entry({
      setId: null,
      storeId,
      kind: 'product',
      question: 'Gooseneck kettle, 0.9 l',
      answer: 'A kettle for pour-over, with a thermometer in the lid.',
      topic: 'Kettles',
      attributes: [
        { name: 'Capacity', value: { type: 'quantity', amount: 0.9, unit: 'l' } },
        { name: 'Price', value: { type: 'money', amount: 64, currency: 'EUR' } },
        { name: 'Induction', value: { type: 'yesNo', isTrue: true } },
        { name: 'Material', value: { type: 'text', text: 'Stainless steel 18/8' } },
        { name: 'Page', value: { type: 'link', url: 'https://hobandleaf.example/kettles/gooseneck' } },
      ],
    }),
  ];
  return {
    sets: [sale, holiday],
    entries,
    history: new Map(entries.map((one) => [one.id, one === second ? [second, first] : [one]])),
  };
}
