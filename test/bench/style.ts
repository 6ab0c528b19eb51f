import { parseArgs } from 'node:util';
import { learnedStyle } from '#core/style/learn-style.ts';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { LearnedTrait, StyleTrait } from '#shared/model/house-style.ts';
import { anOutcome, newId } from '#test/adapters/sqlite/desk.ts';
import { type CoreDesk, coreDesk, incoming, take } from '#test/support/core-desk.ts';
import { type SeededRandom, seededRandom } from '#test/support/seeded-random.ts';
import { type Manner, aCustomer, aReply } from './style-stream.ts';

const usage = `node test/bench/style.ts [--seeds N] [--replies N]
Measures how a known style is learned: stores of made-up replies in three languages, half of them by mail, half by chat.
How many replies each line takes, what a loud agent changes, what is said where nobody has a habit.`;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '5' },
    replies: { type: 'string', default: '400' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => 71 + i);
const most = Number(values.replies);
const languages = ['en', 'zh', 'ja'] as const;
const places = ['mail', 'chat'] as const;
type Place = (typeof places)[number];
const lookedAt = [4, 6, 8, 9, 10, 12, 14, 16, 20, 25, 30, 40, 50, 75, 100, 150, 200].filter((n) => n <= most / 2);

const phrases: Record<ReplyLanguage, string> = {
  en: 'We test every pan by hand.',
  zh: '每一口锅都由我们亲手检验。',
  ja: '一つずつ手作業で検品しております。',
};
const words: Record<ReplyLanguage, readonly [string, string]> = {
  en: ['parcel', 'package'],
  zh: ['快递', '包裹'],
  ja: ['荷物', '小包'],
};
const drafted: Record<ReplyLanguage, readonly [string, string]> = {
  en: ['Hello {name},', 'Kind regards,'],
  zh: ['{name}您好，', '祝好！'],
  ja: ['{name} 様', '今後ともよろしくお願いいたします。'],
};

/** What the house agreed on: formal by mail, plain in a chat. */
function houseManner(language: ReplyLanguage, place: Place): Manner {
  const frames = {
    en: { mail: ['Hi {name},', 'Warm wishes,\nTom'], chat: ['Hey {name}!', ''] },
    zh: { mail: ['{name}，您好！', '如有其他问题，欢迎随时联系我们。\n祝您生活愉快！'], chat: ['亲，你好～', ''] },
    ja: {
      mail: ['{name}様\n\nお問い合わせありがとうございます。', '何卒よろしくお願いいたします。'],
      chat: ['{name}さん、', ''],
    },
  }[language][place];
  return {
    greetings: [frames[0] ?? ''],
    closings: [frames[1] ?? ''],
    name: 'first',
    emoji: place === 'mail' ? 0 : 0.7,
    sentences: place === 'mail' ? [2, 4] : [1, 2],
    phrase: { text: phrases[language], share: 0.25 },
    reworded: words[language],
  };
}

/** Somebody who does everything otherwise. */
function loudManner(language: ReplyLanguage): Manner {
  const frames = {
    en: ['Dear {name},', 'Yours sincerely,\nGraham', 'Rest assured of our best service.'],
    zh: ['{name}你好！', '谢谢您的支持！', '我们的服务是最好的。'],
    ja: ['{name}さん\n\nご連絡ありがとうございます。', 'お返事お待ちしております。', '当店のサービスは日本一です。'],
  }[language];
  return {
    greetings: [frames[0] ?? ''],
    closings: [frames[1] ?? ''],
    name: 'full',
    emoji: 1,
    sentences: [7, 9],
    phrase: { text: frames[2] ?? '', share: 1 },
    reworded: null,
  };
}

/** Nobody agreed on anything. */
function noManner(language: ReplyLanguage): Manner {
  const frames = {
    en: [
      ['Hi {name},', 'Hello {name},', 'Dear {name},', 'Good morning {name},'],
      ['Best,', 'Cheers,', 'Kind regards,', 'Warm wishes,'],
    ],
    zh: [
      ['{name}您好，', '{name}你好！', '您好！', '亲，您好～'],
      ['祝好！', '谢谢您的支持！', '祝您生活愉快！', '期待您的回复。'],
    ],
    ja: [
      ['{name}様', '{name}さん', '{name} 様\n\nお問い合わせありがとうございます。', '{name}さん、'],
      [
        'よろしくお願いいたします。',
        'お返事お待ちしております。',
        'ありがとうございました。',
        'ご質問があればお気軽にどうぞ。',
      ],
    ],
  }[language];
  return {
    greetings: frames[0] ?? [],
    closings: frames[1] ?? [],
    name: 'full',
    emoji: 0.2,
    sentences: [1, 6],
    phrase: null,
    reworded: null,
  };
}

type Store = { readonly desk: CoreDesk; readonly random: SeededRandom; readonly people: readonly string[] };

function aStore(seed: number): Store {
  return { desk: coreDesk(), random: seededRandom(seed), people: [newId(), newId(), newId()] };
}

function send(
  { desk, random }: Store,
  {
    language,
    place,
    manner,
    profileId,
  }: { readonly language: ReplyLanguage; readonly place: Place; readonly manner: Manner; readonly profileId: string },
): void {
  const customer = aCustomer(random, language);
  desk.time.now += 60_000;
  const conversation = take(
    desk,
    incoming({
      customerName: customer.full,
      customerAddress: `n${newId()}@example.com`,
      channel: place === 'mail' ? 'email' : 'chat',
      sentAt: desk.time.now - 1_000,
    }),
  );
  const reply = aReply(random, language, manner, { customer, drafted: drafted[language] });
  desk.db.outcomes.append(
    anOutcome(desk.storeId, { ...reply, conversationId: conversation.id, profileId, createdAt: desk.time.now }),
  );
}

async function traitsOf({ desk }: Store, language: ReplyLanguage, place: Place): Promise<readonly LearnedTrait[]> {
  const { parts } = await learnedStyle(desk.deps, desk.storeId);
  return parts.flatMap((part) => (part.language === language && part.place === place ? part.traits : []));
}

/** What is right to learn; `length` is judged by its bounds. */
function expected(language: ReplyLanguage, place: Place): Partial<Record<StyleTrait, string>> {
  const { greetings, closings } = houseManner(language, place);
  const [closing = ''] = closings;
  const address = { en: null, zh: place === 'mail' ? 'nin' : 'ni', ja: place === 'mail' ? 'sama' : 'san' }[language];
  return {
    greeting: greetings[0] ?? '',
    ...(address === null ? { address: 'first' } : { address }),
    ...(closing === '' ? {} : { closing: closing.replace('\nTom', '') }),
    emoji: place === 'mail' ? 'never' : 'often',
    phrase: phrases[language],
    wording: words[language][1],
  };
}

const longestOfHouse: Record<ReplyLanguage, number> = { en: 230, zh: 95, ja: 105 };
const share = (part: number, all: number): string => `${part}/${all}`;
const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

console.log(
  `Replies by which a line is learned and stays so: median (worst) of ${seeds.length} stores; ${most} replies a language, half mail, half chat`,
);
for (const language of languages) {
  for (const place of places) {
    const learnedAt = new Map<string, number[]>();
    let wrong = 0;
    let shown = 0;
    let early = 0;
    let lengths = '';
    for (const seed of seeds) {
      const store = aStore(seed);
      const right = new Map<string, number>();
      let sent = 0;
      for (const n of lookedAt) {
        for (; sent < n; sent++)
          send(store, {
            language,
            place,
            manner: houseManner(language, place),
            profileId: store.people[sent % 3] ?? '',
          });
        const traits = await traitsOf(store, language, place);
        if (n < 10) early += traits.length;
        lengths = traits.find(({ trait }) => trait === 'length')?.value ?? '';
        for (const [trait, value] of Object.entries(expected(language, place))) {
          const found = traits.filter((one) => one.trait === trait);
          const isRight = found.some((one) => one.value === value);
          shown += found.length;
          wrong += found.filter((one) => one.value !== value).length;
          if (!isRight) right.delete(trait);
          else if (!right.has(trait)) right.set(trait, n);
        }
      }
      for (const trait of Object.keys(expected(language, place)))
        learnedAt.set(trait, [...(learnedAt.get(trait) ?? []), right.get(trait) ?? Infinity]);
    }
    const row = [...learnedAt].map(([trait, at]) => `${trait} ${median(at)} (${Math.max(...at)})`).join('  ');
    console.log(
      `  ${language} ${place}: ${row}  length ${lengths}  wrong shown ${share(wrong, shown)}  shown below ten ${early}`,
    );
  }
}

console.log(
  '\nOne loud agent among three who agree, mail, 200 replies: shown of the house / shown of the loud one (of 5 stores)',
);
for (const part of [0.1, 0.25, 0.4, 0.55, 0.7, 0.9]) {
  const cells: string[] = [];
  for (const language of languages) {
    const [houseLines, loudLines] = [new Map<string, number>(), new Map<string, number>()];
    for (const seed of seeds) {
      const store = aStore(seed);
      const loud = newId();
      for (let i = 0; i < 200; i++) {
        const isLoud = store.random.next() < part;
        const manner = isLoud ? loudManner(language) : houseManner(language, 'mail');
        send(store, { language, place: 'mail', manner, profileId: isLoud ? loud : (store.people[i % 3] ?? '') });
      }
      const right = expected(language, 'mail');
      for (const { trait, value } of await traitsOf(store, language, 'mail')) {
        if (trait === 'length') {
          const to = Number(value.split('–')[1]);
          if (to > 1.5 * longestOfHouse[language]) loudLines.set('length', (loudLines.get('length') ?? 0) + 1);
          continue;
        }
        const into = right[trait] === value ? houseLines : loudLines;
        into.set(trait, (into.get(trait) ?? 0) + 1);
      }
    }
    const told = (lines: ReadonlyMap<string, number>): string =>
      [...lines].map(([trait, count]) => `${trait} ${count}`).join(' ') || '–';
    cells.push(`${language} ${told(houseLines)} / ${told(loudLines)}`);
  }
  console.log(`  ${String(Math.round(100 * part)).padStart(3)} %  ${cells.join('\n         ')}`);
}

console.log(
  '\nNobody agrees: lines other than length, emoji and address that are shown all the same, of 5 stores and 200 replies',
);
for (const language of languages) {
  const told: string[] = [];
  for (const seed of seeds) {
    const store = aStore(seed);
    for (let i = 0; i < 200; i++)
      send(store, { language, place: 'mail', manner: noManner(language), profileId: store.people[i % 3] ?? '' });
    for (const { trait, value } of await traitsOf(store, language, 'mail'))
      if (trait !== 'length' && trait !== 'emoji' && trait !== 'address')
        told.push(`${trait} “${value.replaceAll('\n', '⏎')}”`);
  }
  console.log(`  ${language}: ${told.length === 0 ? 'none' : told.join(', ')}`);
}
