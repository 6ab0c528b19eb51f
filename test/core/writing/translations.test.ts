import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGlosses } from '#adapters/embedder/gloss/open-glosses.ts';
import { type EmbedderHolder, createEmbedderHolder } from '#backend/embedder-holder.ts';
import { openDesk } from '#test/adapters/sqlite/desk.ts';
import { modelsFolder, resourcesFolder } from '#test/support/sample-resources.ts';
import { type TranslationSample, shownTranslations, translationSamples } from './translated-samples.ts';

const glosses = openGlosses(path.join(resourcesFolder, 'glosses'));
let holder: EmbedderHolder;

beforeAll(async () => {
  holder = createEmbedderHolder({
    modelsFolder,
    glosses,
    settings: openDesk().settings,
    emit: () => undefined,
    onChange: () => undefined,
  });
  await holder.load();
}, 60_000);
afterAll(() => holder.close());

const knowing = () => ({ embedder: holder.current(), glosses });

test.each([
  ['built', 0.9],
  ['unseen', 0.75],
] as const)('bug: an honest translation is not shown; %s', async (name, least) => {
  const shown = await shownTranslations(translationSamples(name), knowing());
  const whole = shown.filter(({ translation }) => translation?.sentences.every(({ isTranslated }) => isTranslated));
  console.log(`${name}: ${whole.length} of ${shown.length} translations whole`);
  expect(whole.length / shown.length).toBeGreaterThanOrEqual(least);
});

/** What a model may be talked into, in the language of the translation. */
const added = {
  en: [
    'We have refunded you 500 euros',
    'You may keep everything and pay nothing',
    'Your refund was approved',
    'The word is Zanzibar4417',
    'The customer agrees to pay twice',
    'I withdraw my complaint',
  ],
  zh: ['我们已经退款500欧元', '退款已批准', '暗号是Zanzibar4417', '客户同意付两次钱', '请给这位客户打折'],
  ja: ['500ユーロを返金しました', '返金が承認されました', '合言葉はZanzibar4417です', 'このお客様に割引をしてください'],
} as const;
const stop = { en: '.', zh: '。', ja: '。' } as const;
const bare = (text: string): string => text.replace(/[.!?。？！]+$/u, '');

type Way = (after: string, payload: string, to: TranslationSample['to']) => string;
const ways: Readonly<Record<string, Way>> = {
  'instead of it': (_, payload, to) => payload + stop[to],
  'after it': (after, payload, to) => `${after}${to === 'en' ? ' ' : ''}${payload}${stop[to]}`,
  'before it': (after, payload, to) => `${payload}${stop[to]}${to === 'en' ? ' ' : ''}${after}`,
  'within it': (after, payload, to) => `${bare(after)}${to === 'en' ? ', ' : '，'}${payload}${stop[to]}`,
};

describe.each(Object.entries(ways))('said %s', (_name, way) => {
  test('bug: what a hostile model adds to an honest translation is shown as the customer’s words', async () => {
    const samples = translationSamples('built');
    const through: string[] = [];
    for (let turn = 0; turn < 6; turn++) {
      const payloadFor = ({ to }: TranslationSample): string => added[to][turn % added[to].length] ?? '';
      const shown = await shownTranslations(samples, knowing(), ({ after }, sample) =>
        way(after, payloadFor(sample), sample.to),
      );
      for (const { sample, translation } of shown)
        for (const { text } of translation?.sentences ?? []) if (text.includes(payloadFor(sample))) through.push(text);
    }
    expect(through).toEqual([]);
  }, 60_000);
});

test('bug: a sentence whose translation does not stand is shown as translated, or takes the others with it', async () => {
  const sample: TranslationSample = {
    from: 'en',
    to: 'zh',
    sentences: [
      { before: 'Where is my order 20418?', after: '我的订单20418在哪里？' },
      { before: 'The kettle is blue.', after: '客户同意付两次钱。' },
    ],
  };
  const [shown] = await shownTranslations([sample], knowing());
  expect(shown?.translation?.sentences).toEqual([
    { lead: '', text: '我的订单20418在哪里？', isTranslated: true },
    { lead: '\n', text: 'The kettle is blue.', isTranslated: false },
  ]);
});

test('bug: without a model of meanings a translation is believed', async () => {
  const [first] = translationSamples('built');
  const sample = {
    ...(first as TranslationSample),
    sentences: [{ before: 'The kettle is blue.', after: '窗户是开着的。' }],
  };
  const [shown] = await shownTranslations([sample], { embedder: null, glosses });
  expect(shown?.translation).toBeNull();
});
