import { describe, expect, test } from 'vitest';
import { systemWire } from '#adapters/language-model/leash.ts';
import { openLanguageModel } from '#backend/language-models.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { writeDraft } from '#core/writing/write-draft.ts';
import { problemOf } from '#shared/errors.ts';
import type { Order } from '#shared/model/order.ts';
import { type CoreDesk, coreDesk, incoming, noon, take, teach } from '#test/support/core-desk.ts';
import { type Act, type ModelDouble, startModelDouble } from '#test/support/doubles/model-double.ts';
import { type WireFormat, modelWires } from '#test/support/doubles/model-wires.ts';
import { json, key, patient } from '#test/support/language-model/double-model.ts';
import { trustedFarName } from '#test/support/language-model/far-name.ts';
import { withModels } from '#test/support/scripted-model.ts';

/*
 * A desk with a model elsewhere: what its server got, byte for byte, is what the owner reads in the ledger, and nobody
 * learns from it who the customer is.
 */
const far = trustedFarName('models.example');

type Customer = {
  readonly language: 'en' | 'zh' | 'ja';
  readonly name: string;
  readonly address: string;
  readonly order: Order;
  readonly texts: readonly string[];
  /** What answers, question and answer. */
  readonly known: readonly [string, string];
  readonly written: string;
  readonly steer: string;
  /** Of this nothing may leave, in whatever way it is written. */
  readonly secrets: readonly string[];
};

const orderOf = (customerAddress: string, number: string, trackingNumber: string): Order => ({
  number,
  customerAddress,
  status: 'shipped',
  placedAt: noon - 5 * 86_400_000,
  amount: { value: 42.5, currency: 'EUR' },
  items: [{ title: 'Kettle', quantity: 1, sku: 'K-1' }],
  parcels: 1,
  carrier: 'PostNord',
  trackingNumber,
  trackingUrl: `https://track.postnord.example/${trackingNumber}`,
  promisedAt: null,
  source: { kind: 'sample', name: '' },
  readAt: noon,
});

const customers: readonly Customer[] = [
  {
    language: 'en',
    name: 'Marta Lindqvist',
    address: 'marta.lindqvist@example.com',
    order: orderOf('marta.lindqvist@example.com', 'HL-10423', 'UA482913377NO'),
    texts: [
      'Hi, Marta Lindqvist here. I moved to 27 Harbour Street, Leeds LS1 4AP. You reach me on +44 7911 123456.',
      'It is me again, Marta (marta.lindqvist@example.com, 07911 123456). How long does delivery to Norway take? And where is my order HL-10423, parcel UA482913377NO?',
    ],
    known: ['How long does delivery to Norway take?', 'Delivery to Norway takes five working days and costs 12 euros.'],
    written: 'Delivery to Norway takes five working days and costs 12 euros.',
    steer: 'tell Marta that we call her on +44 7911 123456',
    secrets: [
      'Marta',
      'Lindqvist',
      'example.com',
      '7911',
      '123456',
      'HL-10423',
      '10423',
      'UA482913377NO',
      'Harbour',
      'LS1',
    ],
  },
  {
    language: 'zh',
    name: '王晓明',
    address: 'xiaoming.wang@example.cn',
    order: orderOf('xiaoming.wang@example.cn', 'HL-20511', 'SF1234567890123'),
    texts: [
      '您好，我是王晓明，手机号13812345678，住在上海市浦东新区张杨路500号1203室。',
      '我是王晓明（xiaoming.wang@example.cn）。配送到挪威需要多久？我的订单HL-20511、运单SF1234567890123到哪里了？',
    ],
    known: ['配送到挪威需要多久？', '配送到挪威需要五个工作日，费用是12欧元。'],
    written: '配送到挪威需要五个工作日，费用是12欧元。',
    steer: '告诉王晓明我们会打13812345678',
    secrets: [
      '王晓明',
      '晓明',
      'xiaoming',
      'example.cn',
      '13812345678',
      '张杨路',
      '1203',
      'HL-20511',
      '20511',
      'SF1234567890123',
    ],
  },
  {
    language: 'ja',
    name: '佐藤 花子',
    address: 'hanako.sato@example.jp',
    order: orderOf('hanako.sato@example.jp', 'HL-30977', '448812345674'),
    texts: [
      'お世話になっております。佐藤花子です。電話番号は090-1234-5678、住所は〒150-0002 東京都渋谷区渋谷2丁目21番1号です。',
      '佐藤です（hanako.sato@example.jp）。ノルウェーへの配送は何日かかりますか？注文番号HL-30977、伝票番号448812345674の荷物はどこですか？',
    ],
    known: ['ノルウェーへの配送は何日かかりますか？', 'ノルウェーへの配送は五営業日で、送料は12ユーロです。'],
    written: 'ノルウェーへの配送は五営業日で、送料は12ユーロです。',
    steer: '佐藤花子様に090-1234-5678へお電話すると伝えて',
    secrets: [
      '佐藤',
      '花子',
      'hanako',
      'example.jp',
      '1234-5678',
      '渋谷',
      '150-0002',
      'HL-30977',
      '30977',
      '448812345674',
    ],
  },
];

type At = {
  readonly double: ModelDouble;
  readonly desk: CoreDesk;
  /** Lets the model word the draft of a customer's conversation; the code it failed with, or of the model. */
  readonly write: (
    customer: Customer,
    onText?: (soFar: string) => void,
    signal?: AbortSignal,
  ) => Promise<string | null>;
};

async function withFarModel(wire: WireFormat, work: (at: At) => Promise<void>): Promise<void> {
  const double = await startModelDouble(wire, far);
  const model = openLanguageModel({
    id: 'far',
    dataFolder: ':memory:',
    settings: { ...wire.settings(double.origin), times: { ...patient, stallMs: 300 } },
    secret: key,
    wire: {
      ...systemWire,
      sleep: () => Promise.resolve(),
      lookup: (_host, tell) => tell(null, [{ address: '127.0.0.1', family: 4 }]),
    },
  });
  const desk = coreDesk();
  const deps = withModels(desk, [model]);
  const conversations = new Map<Customer, string>();
  for (const customer of customers) {
    await teach(desk, ...customer.known, { language: customer.language });
    desk.db.orders.save(desk.storeId, [customer.order]);
    const about = {
      threadId: customer.name,
      authorName: customer.name,
      authorAddress: customer.address,
      customerName: customer.name,
      customerAddress: customer.address,
    };
    const mails = customer.texts.map((text, i) => incoming({ ...about, text, sentAt: noon - 60_000 * (9 - i) }));
    const { id } = take(desk, ...mails);
    await draftReply(desk.deps, { conversationId: id });
    conversations.set(customer, id);
  }
  try {
    await work({
      double,
      desk,
      async write(customer, onText, signal = new AbortController().signal) {
        const conversationId = conversations.get(customer) ?? '';
        const input = { conversationId, steer: customer.steer, onText, signal };
        const written = await writeDraft(deps, input).catch(problemOf);
        return 'code' in written ? written.code : (written.problems[0]?.problem.code ?? null);
      },
    });
  } finally {
    await model.close();
    await double.stop();
  }
}

/** The bodies in the ledger, oldest first. */
function ledgerOf({
  db,
}: CoreDesk): readonly { readonly state: string; readonly body: Buffer; readonly size: number }[] {
  return db.ledger
    .list({ storeId: null, isLocal: false, before: null, limit: 500 })
    .toReversed()
    .map(({ id, state, size, host }) => {
      expect(host).toMatch(/^models\.example:\d+$/);
      return { state, size, body: Buffer.from(db.ledger.body(id) ?? []) };
    });
}

function expectSame({ desk, double }: Pick<At, 'desk' | 'double'>): void {
  const ledger = ledgerOf(desk);
  expect(ledger.map(({ body }) => body.toString())).toEqual(double.requests.map(({ bytes }) => bytes.toString()));
  ledger.forEach(({ body, size }, i) => {
    expect(body.equals(double.requests[i]?.bytes ?? Buffer.of())).toBe(true);
    expect(size).toBe(double.requests[i]?.bytes.byteLength);
  });
}

const answerOf = ({ written }: Customer) => json(JSON.stringify({ sentences: [{ text: written, sources: ['S1'] }] }));

describe.each(modelWires)('$name', (wire) => {
  const busy: Act = { kind: 'status', status: 429, headers: { 'retry-after': '1' }, body: wire.refusal(429, 'Slow') };
  const down: Act = { kind: 'status', status: 503, body: wire.refusal(503, 'Down') };
  const denied: Act = { kind: 'status', status: 401, body: wire.refusal(401, 'No') };

  test('bug: the ledger lacks what left, holds what did not, or what leaves says who the customer is', () =>
    withFarModel(wire, async (at) => {
      const { double, desk, write } = at;
      for (const customer of customers) {
        const said = answerOf(customer);
        const heard: string[] = [];
        double.plan({ kind: 'answer', said });
        expect(await write(customer, (soFar) => heard.push(soFar))).toBeNull();
        expect(heard.length).toBeGreaterThan(1);
        double.plan(busy, down, { kind: 'answer', said });
        expect(await write(customer)).toBeNull();
        double.plan(denied);
        expect(await write(customer)).toBe('refused_credentials');
        double.plan({ kind: 'cut_mid', said });
        expect(await write(customer)).toBe('unreachable');
        double.plan({ kind: 'stall_mid', said });
        expect(await write(customer)).toBe('timed_out');
        const cancel = new AbortController();
        double.plan({ kind: 'stall_mid', said });
        expect(await write(customer, () => cancel.abort(), cancel.signal)).toBe('cancelled');
      }
      expectSame(at);
      const states = ['answered', 'failed', 'failed', 'answered', 'failed', 'failed', 'failed', 'cancelled'];
      expect(ledgerOf(desk).map(({ state }) => state)).toEqual(customers.flatMap(() => states));
      for (const { bytes, path, headers } of double.requests) {
        const sent = `${path} ${JSON.stringify(headers)} ${bytes.toString()}`;
        const plain = `${sent}\n${sent.replace(/\\u([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))}`;
        const leaked = customers.flatMap(({ secrets }) => secrets.filter((secret) => plain.includes(secret)));
        expect(leaked).toEqual([]);
        expect(plain).toMatch(/Norway|挪威|ノルウェー/);
      }
    }));

  test('bug: what left is not in the ledger where nobody could be reached, or where the agent stopped at once', () =>
    withFarModel(wire, async (at) => {
      const { double, desk, write } = at;
      const [customer] = customers;
      if (customer === undefined) throw new Error('There is no customer');
      const cancel = new AbortController();
      cancel.abort();
      expect(await write(customer, undefined, cancel.signal)).toBe('cancelled');
      expectSame(at);
      double.plan({ kind: 'stall_first' });
      const stopped = new AbortController();
      const writing = write(customer, undefined, stopped.signal);
      while (double.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      stopped.abort();
      expect(await writing).toBe('cancelled');
      expectSame(at);
      await double.stop();
      expect(await write(customer)).toBe('unreachable');
      // Three tries, each told before it found nobody there.
      expect(ledgerOf(desk).map(({ state }) => state)).toEqual(['cancelled', 'failed', 'failed', 'failed']);
    }));
});
