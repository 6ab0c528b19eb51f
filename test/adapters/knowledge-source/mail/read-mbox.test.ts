import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMbox, readMbox } from '#adapters/knowledge-source/mail/read-mbox.ts';
import { mailsOf } from '#adapters/knowledge-source/mail/split-mbox.ts';
import { readFile } from '#adapters/knowledge-source/read-file.ts';
import { KnowledgeContent } from '#shared/model/knowledge.ts';
import { AppError } from '#shared/errors.ts';
import { asianMails, mboxcl2, shopMails, takeout, thunderbird } from './mailboxes.ts';

const pairsOf = async (bytes: Uint8Array): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await readMbox('All mail.mbox', bytes)).flatMap(({ content }) =>
      content === null ? [] : [[content.question, content.answer]],
    ),
  );

test('bug: a mailbox gives nothing, or what was said to one customer', async () => {
  const rows = await readMbox('All mail Including Spam and Trash.mbox', takeout(shopMails));
  const taken = rows.filter(({ content }) => content !== null);
  expect(taken.map(({ content }) => [content?.question, content?.answer])).toEqual([
    ['how do I descale my copper kettle?', expect.stringMatching(/^Fill it with one part vinegar .* enough\.?.*$/su)],
    [
      'Does the steel kettle work on induction?',
      'Yes, the steel kettle works on every kind of hob, induction included.',
    ],
    ['Is the copper kettle dishwasher safe?', 'The copper kettle is not dishwasher safe; wash it by hand.'],
    ['do you sell spare lids?', 'Yes, spare lids are in the shop under Parts.'],
  ]);
  expect(rows.filter(({ content }) => content === null).map(({ refusal }) => refusal)).toEqual([
    'personal',
    'personal',
  ]);
});

test('bug: who asked, who answered or their telephone is knowledge', async () => {
  const said = JSON.stringify(await readMbox('mail.mbox', takeout(shopMails)));
  expect(said).not.toMatch(/Marta|Jonas|Berg|7946|10423|3SPALF|regards|wrote:|money|Buy now/iu);
});

test('bug: what was answered twice is no surer than what was answered once', async () => {
  const rows = await readMbox('mail.mbox', takeout(shopMails));
  expect(rows.map(({ excerpt, isUnsure }) => [excerpt.slice(0, 12), isUnsure ?? null]).slice(0, 2)).toEqual([
    ['2× how do I ', false],
    ['Where is my ', null],
  ]);
});

test('bug: the shop is taken for the customer where no label tells them apart', async () => {
  const unlabelled = shopMails.map((mail) => ({
    ...mail,
    head: (mail.head ?? []).filter((line) => !line.startsWith('X-Gmail-Labels: Sent')),
  }));
  expect(await pairsOf(thunderbird(unlabelled.filter(({ id }) => id !== 'spam' && id !== 'news')))).toEqual(
    await pairsOf(takeout(shopMails)),
  );
});

test('bug: letters in Japanese and Chinese keep greeting and closing, or lose their characters', async () => {
  expect(await pairsOf(thunderbird(asianMails))).toEqual({
    '南部鉄器の急須は直火で使えますか？': '南部鉄器の急須は直火ではお使いいただけません。お湯を注いでお使いください。',
    '保温杯可以放进洗碗机吗？': '保温杯的杯身不可放入洗碗机，杯盖可以。',
  });
});

test('bug: a sentence that begins with “From” ends the letter', async () => {
  const counts = [takeout, thunderbird, mboxcl2].map((write) => [...mailsOf(write(shopMails))].length);
  expect(counts).toEqual([shopMails.length, shopMails.length, shopMails.length]);
  const [, first] = [...mailsOf(takeout(shopMails))];
  expect(first?.toString()).toContain('\nFrom time to time is enough');
});

test('bug: a text that begins with “From” is taken for a mailbox', () => {
  expect(isMbox(takeout(shopMails))).toBe(true);
  expect(isMbox(Buffer.from('From here on prices are higher.\nquestion,answer\n'))).toBe(false);
  expect(isMbox(Buffer.from(''))).toBe(false);
});

test('bug: a mailbox that an owner brings is refused as text', async () => {
  const file = await readFile('Sent', takeout(shopMails));
  expect(file.format).toBe('mbox');
  expect(file.rows.some(({ content }) => content !== null)).toBe(true);
});

test('bug: one hostile mail takes the memory or the hours of all', async () => {
  const giantLine = Buffer.concat([
    Buffer.from('From a@b.example Tue Mar 10 12:00:00 2026\nFrom: a@b.example\nSubject: x\n\n'),
    Buffer.alloc(50 * 1024 * 1024, 'x'),
    Buffer.from('\n\n'),
  ]);
  const giantHead = Buffer.concat([
    Buffer.from('From a@b.example Tue Mar 10 12:00:00 2026\nSubject: '),
    Buffer.alloc(4_000_000, 'y'),
    Buffer.from('\n\n'),
  ]);
  const boundaries = Array.from(
    { length: 3_000 },
    (_, i) => `--b${i}\nContent-Type: multipart/mixed; boundary="b${i + 1}"\n\n`,
  ).join('');
  const nested = Buffer.from(
    `From a@b.example Tue Mar 10 12:00:00 2026\nFrom: a@b.example\nContent-Type: multipart/mixed; boundary="b0"\n\n${boundaries}\n\n`,
  );
  const bytes = Buffer.concat([giantLine, giantHead, nested, takeout(shopMails)]);
  expect(await pairsOf(bytes)).toEqual(await pairsOf(takeout(shopMails)));
}, 60_000);

test('bug: a reading that was cancelled goes on; a file without mail is read as an empty one', async () => {
  await expect(readMbox('a.mbox', takeout(shopMails), AbortSignal.abort())).rejects.toMatchObject({
    code: 'cancelled',
  });
  await expect(readMbox('a.mbox', Buffer.from('nothing'))).rejects.toMatchObject({
    code: 'file_unreadable',
    detail: { reason: 'no_entries' },
  });
});

const whole = takeout(shopMails.slice(0, 6));
const mutated = fc
  .array(
    fc.tuple(
      fc.nat(whole.length - 1),
      fc.nat(60),
      fc.oneof(
        fc.uint8Array({ maxLength: 20 }),
        fc.constantFrom(
          ...['\nFrom ', '\n\n', '>', '\0', 'Content-Type: multipart/mixed; boundary=x\n', '=?utf-8?q?=ff?='].map(
            (one) => Buffer.from(one),
          ),
        ),
      ),
    ),
    { maxLength: 8 },
  )
  .map((edits) =>
    edits.reduce<Buffer>(
      (bytes, [at, length, put]) => Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + length)]),
      whole,
    ),
  );

test('bug: a mailbox makes its reader crash, or entries that cannot be stored', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: mutated }, fc.uint8Array({ maxLength: 200 })), async (bytes) => {
      try {
        for (const { content } of await readMbox('a.mbox', bytes))
          if (content !== null) KnowledgeContent.parse(content);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);
