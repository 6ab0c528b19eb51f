import { type Attachment, simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { composeReply } from '#adapters/inbox/imap/compose-reply.ts';
import type { OutgoingFile, OutgoingReply } from '#core/ports/inbox-connector.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const random = seededRandom(3);
const noise = (size: number) => Uint8Array.from({ length: size }, () => Math.floor(random.next() * 256));
const reply: OutgoingReply = {
  remoteId: '<1@shop.example>',
  toAddress: 'ann@customer.example',
  toName: 'Ann',
  subject: 'Re: cup',
  body: 'Hello 你好',
  files: [],
  inReplyTo: null,
  references: [],
  threadId: null,
  writtenAt: 0,
};

async function arrived(files: readonly OutgoingFile[]): Promise<{ text: string; raw: string; files: Attachment[] }> {
  const sender = { address: 'support@shop.example', displayName: 'The Shop' };
  const { raw } = await composeReply({ ...reply, files }, sender, Date.UTC(2026, 0, 1));
  const mail = await simpleParser(raw);
  return { text: (mail.text ?? '').trim(), raw: raw.toString('latin1'), files: mail.attachments };
}

test.each<readonly [string, string, Uint8Array<ArrayBuffer>]>([
  ['kettle.png', 'image/png', noise(100_001)],
  ['Größentabelle 尺寸 表 "x".pdf', 'application/pdf', noise(3)],
  ['bare.txt', 'text/plain', new TextEncoder().encode('one\ntwo\r\nthree\r.\r\n..\r\n')],
  ['a mail.eml', 'message/rfc822', new TextEncoder().encode('From: a@b.example\nSubject: x\n\nHi\n')],
  ['parts', 'multipart/mixed', noise(40)],
  ['a page.html', 'text/html', new TextEncoder().encode('<p>é\n')],
  [`${'長い名前'.repeat(25)}.pdf`, 'application/pdf', noise(9)],
])('bug: %s arrives changed or under another name', async (name, contentType, bytes) => {
  const { text, files, raw } = await arrived([{ name, contentType, bytes }]);
  expect(text).toBe('Hello 你好');
  expect(files).toHaveLength(1);
  expect(files[0]?.filename).toBe(name);
  expect(files[0]?.content.equals(bytes)).toBe(true);
  expect(files[0]?.contentDisposition).toBe('attachment');
  expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
});

test('bug: files change places, or a reply without any becomes a mail of parts', async () => {
  const list = ['b', 'a', 'c'].map((name) => ({ name, contentType: 'application/pdf', bytes: noise(20) }));
  const { files } = await arrived(list);
  expect(files.map(({ filename }) => filename)).toEqual(['b', 'a', 'c']);
  expect((await arrived([])).raw).not.toContain('multipart');
});
