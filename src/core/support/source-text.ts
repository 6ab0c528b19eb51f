import type { Language } from '#shared/model/basics.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { Order } from '#shared/model/order.ts';
import type { OrderField, SupportSource } from '#shared/model/support.ts';
import { foldedInPlace, type Stretch } from '../health/folded-text.ts';
import type { ReadText } from './claim.ts';
import { knownNames, nameKey } from './names.ts';
import { readOnce } from './read-once.ts';

/** A message of the thread. */
export type SaidBefore = {
  readonly id: string;
  readonly role: 'customer' | 'agent';
  readonly authorName: string;
  readonly text: string;
};

/** A passage that may stand behind a reply. `index`: into the draft's evidence; null: inserted by hand. */
export type Passage = Pick<Evidence, 'kind' | 'id' | 'question' | 'answer' | 'language'> & {
  readonly index: number | null;
  /** Nobody picked it: the reply's own words found it. It stands behind what it is about, and nothing else. */
  readonly isRecalled?: boolean;
};

/** All that a reply may say. */
export type Sources = {
  readonly passages: readonly Passage[];
  readonly orders: readonly Order[];
  readonly messages: readonly SaidBefore[];
  /** Greeting, closing and signature as they would stand in the reply. */
  readonly phrases: readonly string[];
  /** Names of products and the like that the desk knows. */
  readonly names: readonly string[];
};

/** One text of the sources, read. */
export type SourceText = {
  readonly read: ReadText;
  /** `all`: what the store says. `repeated`: what the customer said, which a reply may name again. */
  readonly grants: 'all' | 'repeated';
  /** What it belongs to: texts of one passage stand together. */
  readonly owner: string;
  readonly order: Order | null;
  readonly isRecalled: boolean;
  /** Names that say what it is about. */
  readonly about: ReadonlySet<string>;
  /** Of a question: the answer's first words turn it into a statement. */
  readonly answer: string | null;
  /** The text as names are looked up in it. */
  readonly bare: string;
  readonly language: Language;
  readonly sourceOf: (stretch: Stretch) => SupportSource;
};

export type ReadSources = {
  readonly texts: readonly SourceText[];
  readonly known: readonly string[];
  readonly phrases: readonly string[];
};

const longestQuote = 240;

/** Reads the sources of a reply: the costly half, the same at every key. */
export function readSources(sources: Sources): ReadSources {
  const known = knownNames([
    ...sources.names,
    ...sources.orders.flatMap(({ items }) => items.map(({ title }) => title)),
  ]);
  return {
    known,
    phrases: sources.phrases
      .flatMap((phrase) => phrase.split('\n'))
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    texts: [
      ...sources.passages.flatMap((passage) => passageTexts(passage, known)),
      ...sources.orders.flatMap((order) => orderTexts(order, known)),
      ...sources.messages.map((message) => messageText(message, known)),
    ],
  };
}

function passageTexts(passage: Passage, known: readonly string[]): readonly SourceText[] {
  const { id, index, question, answer, language } = passage;
  const owner = `evidence/${index ?? id}`;
  // What answers an order or a product is headed by the customer's own words.
  const isOwn = passage.kind === 'knowledge';
  const asked = readOnce(question, { language, heading: '', known });
  const answered = readOnce(answer, { language, heading: question, known });
  const about = new Set(
    [...asked.claims, ...answered.claims.filter(({ key }) => known.includes(key))].flatMap(({ kind, key }) =>
      kind === 'name' ? [key] : [],
    ),
  );
  const made = (read: ReadText, part: 'question' | 'answer'): SourceText => ({
    read,
    grants: part === 'answer' || isOwn ? 'all' : 'repeated',
    owner,
    order: null,
    isRecalled: passage.isRecalled === true,
    about,
    answer: part === 'question' ? foldedInPlace(answer.slice(0, 60)) : null,
    bare: ` ${nameKey(read.text)} `,
    language,
    sourceOf: ({ start, end }) => ({
      from: 'evidence',
      evidence: index,
      id,
      part,
      start,
      end,
      quote: quoteOf(read, start, end),
    }),
  });
  return [made(answered, 'answer'), made(asked, 'question')];
}

/** The sentence around a stretch, cut where it is long. */
function quoteOf({ text, sentences }: ReadText, start: number, end: number): string {
  const around = sentences.find((one) => one.start <= start && end <= one.end);
  return text
    .slice(around?.start ?? start, Math.min(around?.end ?? end, (around?.start ?? start) + longestQuote))
    .trim();
}

function messageText({ id, role, authorName, text }: SaidBefore, known: readonly string[]): SourceText {
  const said = `${text}\n${authorName}`;
  const read = readOnce(said, { language: 'und', heading: '', known });
  return {
    read,
    grants: role === 'agent' ? 'all' : 'repeated',
    owner: `message/${id}`,
    order: null,
    isRecalled: false,
    about: new Set(),
    answer: null,
    bare: ` ${nameKey(said)} `,
    language: 'und',
    sourceOf: ({ start, end }) => ({
      from: 'message',
      messageId: id,
      role,
      start,
      end,
      quote: quoteOf(read, start, end),
    }),
  };
}

/** An order's fields, each as a line of words that says what it is. */
function orderTexts(order: Order, known: readonly string[]): readonly SourceText[] {
  const day = (at: number | null): string | null =>
    at === null
      ? null
      : new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: order.timeZone ?? 'UTC' }).format(at);
  const lines: ReadonlyArray<readonly [OrderField, string | null, string]> = [
    ['number', order.number, 'order number'],
    [
      'amount',
      `${order.amount.value} ${order.amount.currency.toLowerCase()}`,
      'order total paid price 订单 金额 注文 合計 refund',
    ],
    ['items', order.items.map(({ title, quantity }) => `${quantity} × ${title}`).join('\n'), 'order items'],
    ['carrier', order.carrier, 'carrier'],
    ['trackingNumber', order.trackingNumber, 'tracking number'],
    ['trackingUrl', order.trackingUrl, 'tracking link'],
    ['promisedAt', day(order.promisedAt), 'delivery expected to arrive'],
    ['placedAt', day(order.placedAt), 'order placed ordered on'],
  ];
  return lines.flatMap(([field, value, heading]) => {
    if (value === null || value === '') return [];
    const read = readOnce(
      field === 'number' ? `order ${value}` : field === 'trackingNumber' ? `tracking number ${value}` : value,
      {
        language: 'en',
        heading,
        known,
      },
    );
    return [
      {
        read,
        grants: 'all' as const,
        owner: `order/${order.number}`,
        order,
        isRecalled: false,
        about: new Set<string>(),
        answer: null,
        bare: ` ${nameKey(value)} `,
        language: 'und' as const,
        sourceOf: () => ({ from: 'order' as const, number: order.number, field, quote: value }),
      },
    ];
  });
}
