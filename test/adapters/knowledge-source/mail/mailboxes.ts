import iconv from 'iconv-lite';

/** Mailbox files as Google Takeout and Thunderbird write them, written for the tests. */

type Mail = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly date: string;
  readonly text: string;
  readonly answers?: string;
  readonly head?: readonly string[];
  readonly charset?: string;
};

const shop = 'Hearth & Leaf Support <help@hearthleaf.example>';

function bytesOf(mail: Mail, postmark: string, quote: (body: string) => string): Buffer {
  const charset = mail.charset ?? 'utf-8';
  const head = [
    `From ${postmark}`,
    ...(mail.head ?? []),
    `Message-ID: <${mail.id}@mail.example>`,
    ...(mail.answers === undefined
      ? []
      : [`In-Reply-To: <${mail.answers}@mail.example>`, `References: <${mail.answers}@mail.example>`]),
    `From: ${mail.from}`,
    `To: ${mail.to}`,
    `Subject: ${mail.subject}`,
    `Date: ${mail.date}`,
    'MIME-Version: 1.0',
    `Content-Type: text/plain; charset="${charset}"`,
    'Content-Transfer-Encoding: 8bit',
  ].join('\n');
  return Buffer.concat([Buffer.from(`${head}\n\n`), iconv.encode(quote(mail.text), charset), Buffer.from('\n\n')]);
}

const quoteMboxrd = (body: string): string => body.replace(/^(>*From )/gmu, '>$1');

export function takeout(mails: readonly Mail[]): Buffer {
  return Buffer.concat(
    mails.map((mail, i) => bytesOf(mail, `17${i}5@xxx Tue Mar 10 12:00:00 +0000 2026`, quoteMboxrd)),
  );
}
export function thunderbird(mails: readonly Mail[]): Buffer {
  return Buffer.concat(mails.map((mail) => bytesOf(mail, '- Tue Mar 10 12:00:00 2026', quoteMboxrd)));
}
/** No line of the letters is quoted. */
export function mboxcl2(mails: readonly Mail[]): Buffer {
  return Buffer.concat(mails.map((mail) => bytesOf(mail, 'a@b.example Tue Mar 10 12:00:00 2026', (body) => body)));
}

const signature = '\n\nKind regards,\nAnna Berg\nHearth & Leaf Support\n+44 20 7946 0958';
const asked = (id: string, name: string, day: number, subject: string, text: string): Mail => ({
  id,
  from: `${name} <${name.toLowerCase().replace(/\W/gu, '.')}@gmail.com>`,
  to: shop,
  subject,
  date: `Tue, ${day} Mar 2026 09:00:00 +0000`,
  text,
  head: ['X-GM-THRID: 18000000000000' + String(day).padStart(2, '0') + id.length, 'X-Gmail-Labels: Inbox,Opened'],
});
const answered = (question: Mail, id: string, day: number, text: string, over: Partial<Mail> = {}): Mail => ({
  id,
  from: shop,
  to: question.from,
  subject: `Re: ${question.subject}`,
  date: `Tue, ${day} Mar 2026 15:00:00 +0000`,
  text: `${text}${signature}\n\nOn Tue, ${question.date} ${question.from} wrote:\n> ${question.text.split('\n').join('\n> ')}`,
  answers: question.id,
  head: [question.head?.[0] ?? '', 'X-Gmail-Labels: Sent'],
  ...over,
});

const q1 = asked(
  'q1',
  'Marta Lindqvist',
  3,
  'Descaling',
  'Hi,\n\nhow do I descale the copper kettle?\n\nThanks, Marta',
);
const q2 = asked('q2', 'Jonas Weber', 10, 'Question', 'Hello, how do I descale my copper kettle?');
const q3 = asked('q33', 'Eve Stone', 11, 'Order 10423', 'Where is my order #10423? It has not arrived.');
const q4 = asked('q444', 'Bo Li', 12, 'Broken lid', 'The lid of my kettle arrived broken. What now?');
const q5 = asked('q5555', 'Ann Poe', 13, 'Induction', 'Does the steel kettle work on induction?');
const q6 = asked(
  'q66666',
  'Ed Roe',
  14,
  'Two things',
  'Is the copper kettle dishwasher safe? And do you sell spare lids?',
);

/** What a small shop's Gmail holds. */
export const shopMails: readonly Mail[] = [
  q1,
  answered(
    q1,
    'a1',
    3,
    'Hello Marta,\n\nFill it with one part vinegar and two parts water, boil it and rinse it twice.\nFrom time to time is enough: every two months.',
  ),
  q2,
  answered(
    q2,
    'a2',
    10,
    'Hello Jonas,\n\nFill it with one part vinegar and two parts water, boil it and rinse it twice. Once every two months is enough.',
  ),
  q3,
  answered(
    q3,
    'a3',
    11,
    'Hello Eve,\n\nI have checked and your parcel left our warehouse yesterday. The tracking number is 3SPALF998877.',
  ),
  q4,
  answered(q4, 'a4', 12, 'Hello Bo,\n\nI am sorry to hear that. Could you please send us a photo of the lid?'),
  {
    ...asked('q4b', 'Bo Li', 12, 'Re: Broken lid', 'Here it is.'),
    head: q4.head ?? [],
    answers: 'a4',
    date: 'Tue, 12 Mar 2026 16:00:00 +0000',
  },
  answered(q4, 'a4b', 13, 'Hello Bo,\n\nWe have sent you a new lid today.'),
  q5,
  answered(q5, 'a5', 13, 'Hello Ann,\n\nYes, the steel kettle works on every kind of hob, induction included.'),
  q6,
  answered(
    q6,
    'a6',
    14,
    'Hello Ed,\n\nThe copper kettle is not dishwasher safe; wash it by hand.\n\nYes, spare lids are in the shop under Parts.',
  ),
  {
    ...asked('news', 'Deals', 15, 'Sale!', 'Buy now'),
    head: ['X-Gmail-Labels: Inbox', 'List-Unsubscribe: <https://x.example>', 'Precedence: bulk'],
  },
  { ...asked('spam', 'Prince', 15, 'Money', 'How do I send you money?'), head: ['X-Gmail-Labels: Spam'] },
];

const japanese: Mail = {
  id: 'j1',
  from: '=?ISO-2022-JP?B?GyRCOjRGIxsoQg==?= <sato@docomo.ne.jp>',
  to: 'info@chaya.example',
  subject: '=?ISO-2022-JP?B?GyRCP1s4RxsoQg==?=',
  date: 'Tue, 03 Mar 2026 09:00:00 +0900',
  text: 'お世話になっております。\n南部鉄器の急須は直火で使えますか？',
  charset: 'utf-8',
};
const chinese: Mail = {
  id: 'c1',
  from: 'wang@qq.com',
  to: 'info@chaya.example',
  subject: 'hu',
  date: 'Tue, 04 Mar 2026 09:00:00 +0800',
  text: '你好，保温杯可以放进洗碗机吗？',
  charset: 'gb18030',
};

/** A folder of Thunderbird, in two languages and an encoding of its own. */
export const asianMails: readonly Mail[] = [
  japanese,
  {
    id: 'j2',
    from: 'chaya <info@chaya.example>',
    to: 'sato@docomo.ne.jp',
    subject: 'Re: x',
    date: 'Tue, 03 Mar 2026 12:00:00 +0900',
    answers: 'j1',
    charset: 'shift_jis',
    text: '佐藤様\n\nお問い合わせいただきありがとうございます。\n茶屋サポートの田中です。\n\n南部鉄器の急須は直火ではお使いいただけません。お湯を注いでお使いください。\n\nご不明な点がございましたら、お気軽にお問い合わせください。\n今後ともよろしくお願いいたします。\n\n--\n茶屋 田中\n03-1234-5678',
  },
  chinese,
  {
    id: 'c2',
    from: 'chaya <info@chaya.example>',
    to: 'wang@qq.com',
    subject: 'Re: hu',
    date: 'Tue, 04 Mar 2026 12:00:00 +0800',
    answers: 'c1',
    charset: 'gb18030',
    text: '您好，感谢您的咨询。\n\n保温杯的杯身不可放入洗碗机，杯盖可以。\n\n如有其他问题，请随时联系我们。\n祝您生活愉快！',
  },
];
