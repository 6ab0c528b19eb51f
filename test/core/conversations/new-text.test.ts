import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newTextOf } from '#core/conversations/new-text.ts';

const own = 'Is it in stock?';
const quoted = '> Dear Marta,\n> It is not.';

const replies: readonly (readonly [program: string, text: string])[] = [
  ['Gmail', `${own}\n\nOn Mon, 9 Mar 2026 at 10:00, North <shop@north.example> wrote:\n\n${quoted}`],
  [
    'Gmail with a wrapped line',
    `${own}\n\nOn Mon, Mar 9, 2026 at 10:00 AM The Kettle Shop\n<shop@north.example> wrote:\n\n${quoted}`,
  ],
  ['Gmail in Chinese', `${own}\n\nNorth <shop@north.example> 于2026年3月9日周一 10:00写道：\n\n${quoted}`],
  ['Gmail in Japanese', `${own}\n\n2026年3月9日(月) 10:00 North <shop@north.example>:\n\n${quoted}`],
  [
    'Outlook',
    `${own}\n\n________________________________\nFrom: North <shop@north.example>\nSent: Monday, 9 March 2026 10:00\nTo: Marta\nSubject: Re: Kettle\n\nIt is not.`,
  ],
  [
    'Outlook without a line',
    `${own}\n\nFrom: North <shop@north.example>\nSent: Monday\nTo: Marta\nSubject: Kettle\n\nIt is not.`,
  ],
  [
    'Outlook in German',
    `${own}\n\nVon: North <shop@north.example>\nGesendet: Montag, 9. März 2026\nAn: Marta\nBetreff: AW: Kettle\n\nIt is not.`,
  ],
  [
    'Outlook in Chinese',
    `${own}\n\n发件人: North <shop@north.example>\n发送时间: 2026年3月9日 10:00\n收件人: Marta\n主题: 水壶\n\nIt is not.`,
  ],
  [
    'Outlook in Japanese',
    `${own}\n\n差出人: North <shop@north.example>\n送信日時: 2026年3月9日 10:00\n宛先: Marta\n件名: やかん\n\nIt is not.`,
  ],
  ['Outlook, original message', `${own}\n\n-----Original Message-----\nFrom: North\nIt is not.`],
  ['Apple Mail', `${own}\n\nOn 9 Mar 2026, at 10:00, North <shop@north.example> wrote:\n\nIt is not.`],
  ['Apple Mail in Chinese', `${own}\n\n在 2026年3月9日，10:00，North <shop@north.example> 写道：\n\nIt is not.`],
  ['Apple Mail in Japanese', `${own}\n\n2026/03/09 10:00、North <shop@north.example>のメール:\n\nIt is not.`],
  [
    'QQ Mail',
    `${own}\n\n------------------ 原始邮件 ------------------\n发件人: "North" <shop@north.example>;\n发送时间: 2026年3月9日(星期一) 上午10:00\n\nIt is not.`,
  ],
  [
    'QQ Mail in English',
    `${own}\n\n------------------ Original ------------------\nFrom: "North"<shop@north.example>;\nDate: Mon, Mar 9, 2026\n\nIt is not.`,
  ],
  ['NetEase Mail', `${own}\n\n在 2026-03-09 10:00:00，"North" <shop@north.example> 写道：\nIt is not.`],
  ['Yahoo! Mail in Japanese', `${own}\n\n----- Original Message -----\nFrom: North\nTo: Marta\n\nIt is not.`],
  ['Thunderbird in Japanese', `${own}\n\n2026/03/09 10:00、North さんは書きました:\n${quoted}`],
  ['a telephone', `${own}\n\nSent from my iPhone`],
  ['a telephone in Chinese', `${own}\n\n发自我的iPhone`],
  ['a telephone in Japanese', `${own}\n\niPhoneから送信`],
  ['a signature', `${own}\n\n-- \nMarta Lindqvist\n+47 22 22 22 22`],
  [
    'Windows line ends',
    `${own}\r\n\r\nOn Mon, 9 Mar 2026 at 10:00, North <shop@north.example> wrote:\r\n\r\n> It is not.`,
  ],
];

test.each(replies)('bug: what %s quotes is taken for new', (_program, text) => {
  expect(newTextOf(text)).toBe(own);
});

test('bug: an answer written between the quoted lines is lost', () => {
  expect(newTextOf('> Which size?\n\nThe small one.\n\n> Which colour?\n\nBlue.')).toBe('The small one.\n\nBlue.');
});

const kept: readonly (readonly [bug: string, text: string])[] = [
  ['a forwarded message is emptied', '---------- Forwarded message ----------\nFrom: Ann\nMy kettle leaks.'],
  ['a message of quoted lines alone is emptied', '> My kettle leaks.'],
  ['a message that begins with its signature mark is emptied', '-- \nMy kettle leaks.'],
  ['a sentence that begins with On is cut off', 'On Monday I bought a kettle.\nIt leaks.'],
  ['a sentence with a year and a colon is cut off', 'My order of 2026 had these:\nTwo kettles.'],
  ['a heading From: without a header block is cut off', 'From: the blue range\nI want the kettle.'],
  ['a ruler far above the end is a signature', `My list:\n-----\n${'Kettle\n'.repeat(14)}Where is it?`],
];

test.each(kept)('bug: %s', (_bug, text) => {
  expect(newTextOf(text)).toBe(text.trim());
});

test('bug: a message with something to read is made empty, or the text is invented', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '> quoted',
      '-- ',
      '-----',
      '',
      'From: a',
      'To: b',
      'On Monday at ten Ann wrote:',
      '发自我的iPhone',
      '____________',
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const text = lines.join('\n');
      const result = newTextOf(text);
      expect(result === '').toBe(text.trim() === '');
      const known = new Set(text.split(/\r\n?|\n/).map((one) => one.trim()));
      for (const one of result.split(/\r\n?|\n/)) expect(known).toContain(one.trim());
    }),
  );
});
