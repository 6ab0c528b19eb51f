import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MailContext, readMail } from '#adapters/inbox/imap/read-mail.ts';
import type { IncomingMessage } from '#core/ports/inbox-connector.ts';
import * as mails from '#test/support/mail/fixture-mails.ts';

const now = Date.UTC(2026, 0, 10);
const context: MailContext = { ownAddress: 'support@shop.example', isFromSent: false, receivedAt: now - 1000, now };

function read(raw: string | Buffer): Promise<IncomingMessage> {
  return readMail(Buffer.from(raw as string), context);
}

describe('mail that breaks the rules', () => {
  test.each(Object.entries(mails.brokenMails))('%s: its words are read', async (_, raw) => {
    expect((await read(raw)).text).toMatch(/cup/);
  });

  test('50 MB do not hold it up', async () => {
    const file = Buffer.alloc(37_500_000, 'a').toString('base64').replace(/.{76}/g, '$&\r\n');
    const raw = mails.multipartMail('multipart/mixed', [
      mails.part(['Content-Type: text/plain'], 'my cup'),
      mails.part(['Content-Type: video/mp4; name=cup.mp4', 'Content-Transfer-Encoding: base64'], file),
    ]);
    expect(await read(raw)).toMatchObject({ text: 'my cup', attachments: [{ name: 'cup.mp4', size: 37_500_000 }] });
  });

  test('any bytes are a message', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        expectMessage(await readMail(bytes, context));
      }),
      { numRuns: 200 },
    );
  });

  test('any mangling of a real mail is a message', async () => {
    const sources = [mails.outlookInline, mails.bounce, mails.emptyFileNames].map((raw) => Buffer.from(raw));
    const edit = fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 8 }), fc.nat(40));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sources), fc.array(edit, { maxLength: 10 }), async (source, edits) => {
        let bytes = source;
        for (const [at, inserted, removed] of edits) {
          const start = at % (bytes.length + 1);
          bytes = Buffer.concat([bytes.subarray(0, start), inserted, bytes.subarray(start + removed)]);
        }
        expectMessage(await readMail(bytes, context));
      }),
      { numRuns: 200 },
    );
  });
});

function expectMessage(message: IncomingMessage): void {
  expect(message.remoteId.length).toBeGreaterThan(2);
  expect(message.sentAt).toBeLessThanOrEqual(now);
  expect(message.subject).not.toMatch(/[\r\n]/);
  expect(message.text).not.toMatch(/\r|\0/);
}
