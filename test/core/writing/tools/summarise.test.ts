import { expect, test } from 'vitest';
import { summarised } from '#core/writing/tools/summarise.ts';
import { type CoreDesk, coreDesk, incoming, noon, take } from '#test/support/core-desk.ts';
import { type Script, scriptedModel, withModels } from '#test/support/scripted-model.ts';

const signal = new AbortController().signal;
const minute = 60_000;

const said = [
  ['customer', 'Hello, where is my order #1001? It was due on 3 May. Thanks a lot!'],
  [
    'shop',
    'Hello Marta,\n\nThank you for your message. Your parcel left us on 2 May and arrives on Friday.\n\nKind regards,\nNorth',
  ],
  ['customer', 'Great, thanks! Can I still change the address?'],
] as const;

function thread(desk: CoreDesk, messages: ReadonlyArray<readonly [string, string]> = said): string {
  let id = '';
  messages.forEach(([from, text], i) => {
    const more = from === 'shop' ? { role: 'agent' as const, authorName: 'Ada' } : {};
    id = take(desk, incoming({ remoteId: `m${i}`, threadId: 't', text, sentAt: noon + i * minute, ...more })).id;
  });
  return id;
}

function summary(desk: CoreDesk, id: string, script: Script | null, language: 'en' | 'zh' | 'ja' = 'en') {
  const deps = withModels(desk, script === null ? [] : [scriptedModel(script)]);
  return summarised(deps, { conversationId: id, language }, signal);
}

test('bug: without a model a summary is reworded, out of order, or full of courtesy', async () => {
  const desk = coreDesk();
  const told = await summary(desk, thread(desk), null);
  expect(told.asked.map(({ text, from }) => [from, text])).toEqual([['customer', 'where is my order #1001?']]);
  expect(told.answered.map(({ text, name }) => [name, text])).toEqual([
    ['Ada', 'Your parcel left us on 2 May and arrives on Friday.'],
  ]);
  expect(told.open.map(({ text }) => text)).toEqual(['Can I still change the address?']);
  expect(told.orderNumbers).toEqual(['#1001']);
  expect(told.dates).toEqual(['3 May', '2 May']);
  expect(told).toMatchObject({ by: { kind: 'desk' }, problems: [] });
});

test('bug: a Chinese or Japanese thread has no summary without a model', async () => {
  const threads = {
    zh: [
      ['customer', '您好，我的订单1001到哪里了？谢谢！'],
      ['shop', '您好，\n\n感谢您的来信。包裹周三送达。'],
      ['customer', '可以改地址吗？'],
    ],
    ja: [
      ['customer', 'こんにちは。注文番号1001はいつ届きますか。'],
      ['shop', 'お問い合わせありがとうございます。水曜日にお届けします。'],
      ['customer', '住所を変更できますか？'],
    ],
  } as const;
  for (const [language, messages] of Object.entries(threads)) {
    const desk = coreDesk();
    const told = await summary(desk, thread(desk, messages), null);
    expect([told.asked.length, told.answered.length, told.open.length], language).toEqual([1, 1, 1]);
    expect(told.orderNumbers, language).toEqual(['1001']);
  }
});

const good = {
  asked: [{ text: 'The customer asks where order #1001 is, due on 3 May.', message: '1' }],
  answered: [{ text: 'The parcel left on 2 May and arrives on Friday.', message: '2' }],
  open: [{ text: 'Can the address still be changed?', message: '3' }],
};

test('bug: a model’s summary does not say who said it, or when', async () => {
  const desk = coreDesk();
  const told = await summary(desk, thread(desk), () => good);
  expect(told.by).toMatchObject({ kind: 'model', modelName: 'Model 1' });
  expect(told.answered).toEqual([{ text: good.answered[0]?.text, from: 'shop', name: 'Ada', at: noon + minute }]);
  expect(told.orderNumbers).toEqual(['#1001']);
});

test('bug: a model’s summary says what nobody said', async () => {
  const line = (text: string, message = '2') => ({ ...good, answered: [{ text, message }] });
  const bad: ReadonlyArray<readonly [string, unknown]> = [
    ['facts', line('The parcel left on 2 May and arrives on Monday.')],
    ['facts', line('The parcel left on 9 May and arrives on Friday.')],
    ['link', line('The parcel left on 2 May, see https://evil.example/t')],
    ['promise', line('The parcel left on 2 May, with a refund.')],
    ['meaning', line('Arr, the treasure lies under the palm tree.')],
    ['meaning', line('Where is my order #1001?', '1')],
    ['meaning', line('The parcel left on 2 May.', '9')],
    ['language', { ...good, asked: [], open: [], answered: [{ text: '包裹已经在路上，周五送达。', message: '2' }] }],
    ['empty', { asked: [], answered: [], open: [] }],
  ];
  for (const [reason, answer] of bad) {
    const desk = coreDesk();
    const told = await summary(desk, thread(desk), () => answer);
    expect(told.by, reason).toEqual({ kind: 'desk' });
    expect(told.problems[0]?.problem.detail, JSON.stringify(answer)).toEqual({ reason });
  }
});
