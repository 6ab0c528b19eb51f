import { describe, expect, test } from 'vitest';
import { cutLine, longestText, type MailContext, readMail } from '#adapters/inbox/imap/read-mail.ts';
import type { IncomingMessage } from '#core/ports/inbox-connector.ts';
import * as mails from '#test/support/mail/fixture-mails.ts';

const now = Date.UTC(2026, 0, 10);
const context: MailContext = { ownAddress: 'support@shop.example', isFromSent: false, receivedAt: now - 1000, now };

function read(raw: string | Buffer, changes: Partial<MailContext> = {}): Promise<IncomingMessage> {
  return readMail(Buffer.from(raw as string), { ...context, ...changes });
}

describe('who wrote to whom', () => {
  test('a customer, their name and address in lower case', async () => {
    const message = await read(mails.plainMail({ from: '"Lee, Ann" <Ann@Customer.Example>', id: '<a@x>' }));
    expect(message).toMatchObject({
      remoteId: '<a@x>',
      role: 'customer',
      authorName: 'Lee, Ann',
      authorAddress: 'ann@customer.example',
      customerAddress: 'ann@customer.example',
      subject: 'My parcel',
      text: 'Where is my parcel?',
      sentAt: Date.UTC(2026, 0, 5, 10),
    });
  });

  test('Reply-To is where the answer goes, the author stays who wrote', async () => {
    const message = await read(mails.plainMail({ headers: ['Reply-To: Ann <home@ann.example>'] }));
    expect(message).toMatchObject({ authorAddress: 'ann@customer.example', customerAddress: 'home@ann.example' });
  });

  test('what the store wrote itself is an agent’s message to the customer', async () => {
    const message = await read(
      mails.plainMail({ from: 'Shop <Support@Shop.example>', to: 'Ann <ann@customer.example>' }),
    );
    expect(message).toMatchObject({ role: 'agent', customerAddress: 'ann@customer.example', customerName: 'Ann' });
  });

  test('in the sent mail every author is the store, also under another address', async () => {
    const raw = mails.plainMail({ from: 'boss@shop.example', to: 'ann@customer.example' });
    expect(await read(raw, { isFromSent: true })).toMatchObject({
      role: 'agent',
      customerAddress: 'ann@customer.example',
    });
  });

  test('a contact form in the store’s own name is its customer’s message', async () => {
    const raw = mails.plainMail({ from: 'support@shop.example', headers: ['Reply-To: Ann <ann@customer.example>'] });
    expect(await read(raw)).toMatchObject({ role: 'customer', authorAddress: 'ann@customer.example' });
  });

  test('a mail without any address is still a message', async () => {
    expect(await read('Subject: hm\r\n\r\nmy cup')).toMatchObject({
      role: 'customer',
      customerAddress: '',
      text: 'my cup',
    });
  });
});

describe('what it is called and answers', () => {
  test('References and In-Reply-To, nearest last, each once', async () => {
    const raw = mails.plainMail({ headers: ['References: <1@x> <2@x>\r\n <3@x>', 'In-Reply-To: <2@x>'] });
    expect((await read(raw)).references).toEqual(['<1@x>', '<3@x>', '<2@x>']);
  });

  test('without a Message-ID the name is the same at every pull and differs between mails', async () => {
    const first = await read(mails.plainMail({ headers: ['Received: from a'] }));
    const again = await read(mails.plainMail({ headers: ['Received: from b'] }));
    const other = await read(mails.plainMail({ body: 'Another' }));
    expect(first.remoteId).toMatch(/^digest:[0-9a-f]{64}$/);
    expect(again.remoteId).toBe(first.remoteId);
    expect(other.remoteId).not.toBe(first.remoteId);
  });

  test.each([
    ['bare@id.example', '<bare@id.example>'],
    [' <a@x> (comment)', '<a@x>'],
  ])('Message-ID %j is %s', async (value, id) => {
    expect((await read(mails.plainMail({ id: value }))).remoteId).toBe(id);
  });

  test('a folded, encoded subject is one line', async () => {
    const raw = mails.plainMail({ subject: '=?utf-8?Q?R=C3=BCckgabe?=\r\n =?utf-8?Q?_der=0D=0ATasse?=' });
    expect((await read(raw)).subject).toBe('Rückgabe der Tasse');
  });
});

describe('when it was sent', () => {
  test.each([
    ['in the future', 'Mon, 05 Jan 2099 10:00:00 +0000'],
    ['before there was mail', 'Thu, 01 Jan 1970 00:00:00 +0000'],
    ['no date', 'yesterday, I think'],
  ])('a date %s gives way to when the server took it in', async (_, date) => {
    expect((await read(mails.plainMail({ date }))).sentAt).toBe(now - 1000);
  });

  test('a server’s clock ahead of ours never makes a message of the future', async () => {
    expect((await read(mails.plainMail({ date: '' }), { receivedAt: now + 9e6 })).sentAt).toBe(now);
  });

  test('a zone in words is read', async () => {
    const raw = mails.plainMail({ date: 'Mon, 5 Jan 2026 10:00:00 +0900 (JST)' });
    expect((await read(raw)).sentAt).toBe(Date.UTC(2026, 0, 5, 1));
  });
});

describe('what it says', () => {
  test('Apple’s text around a picture is read whole', async () => {
    const message = await read(mails.appleInline);
    expect(message.text).toBe('The box arrived like this:\n\nCan I get a new one?\n\nSent from my iPhone');
    expect(message.attachments).toEqual([{ name: 'IMG_0042.png', contentType: 'image/png', size: 70 }]);
  });

  test('of alternatives the plain one is read, once', async () => {
    const message = await read(mails.outlookInline);
    expect(message.text).toBe('Grüße, see [cid:image001.png@01DA]');
    expect(message.attachments.map((file) => file.name)).toEqual(['image001.png']);
  });

  test('an empty plain alternative gives way to the HTML', async () => {
    const raw = mails.multipartMail('multipart/alternative', [
      mails.part(['Content-Type: text/plain'], ' '),
      mails.part(['Content-Type: text/html'], '<p>my cup</p>'),
    ]);
    expect((await read(raw)).text).toBe('my cup');
  });

  test('HTML becomes text: links with their address, nothing active, nothing fetched', async () => {
    const html =
      '<html><head><title>T</title><style>p{color:red}</style></head><body><h1>Hello</h1><p>See <a href="https://x.example/a">the cup</a> ' +
      '<a href="javascript:alert(1)">here</a><img src="https://track.example/p.gif"><img src="cid:1" alt="A cup"></p>' +
      '<script>alert(1)</script><ul><li>one<li>two</ul><blockquote>old</blockquote></body></html>';
    const { text } = await read(mails.plainMail({ headers: ['Content-Type: text/html; charset=utf-8'], body: html }));
    expect(text).toContain('the cup (https://x.example/a) here');
    expect(text).toContain('[A cup]');
    expect(text).toContain('- one\n- two');
    expect(text).toContain('> old');
    expect(text).not.toMatch(/alert|track|color|<|^T$/m);
  });

  test.each(Object.entries(mails.replyStyles))('a reply in the style of %s keeps its quote', async (_, body) => {
    expect((await read(mails.plainMail({ body }))).text).toBe(body.replaceAll('\r\n', '\n'));
  });

  test('a calendar invitation is a file with a name', async () => {
    const message = await read(mails.calendarInvite);
    expect(message.text).toBe('Call about the order, Tuesday at ten');
    expect(message.attachments).toMatchObject([{ name: 'invite.ics', contentType: 'text/calendar' }]);
  });

  test('empty names are made up, and a path is no name', async () => {
    const names = (await read(mails.emptyFileNames)).attachments.map((file) => file.name);
    expect(names).toEqual(['attachment-1.pdf', 'passwd']);
  });

  test('a nameless picture is listed', async () => {
    const message = await read(mails.namelessImage);
    expect(message.text).toBe('Broken cup');
    expect(message.attachments).toMatchObject([{ name: 'image-1.jpg' }]);
  });

  test('signed, encrypted and winmail.dat', async () => {
    expect(await read(mails.pgpSigned)).toMatchObject({
      text: 'Signed words',
      attachments: [{ name: 'signature.asc' }],
    });
    expect((await read(mails.pgpEncrypted)).text).toContain('encrypted');
    expect(await read(mails.winmail)).toMatchObject({
      attachments: [{ name: 'winmail.dat' }],
      text: 'See the attached form',
    });
  });

  test('a text without end is cut with a line that says so', async () => {
    const { text } = await read(mails.plainMail({ body: 'my cup\r\n'.repeat(200_000) }));
    expect(text.length).toBeLessThan(longestText + 200);
    expect(text.endsWith(cutLine)).toBe(true);
  });
});

describe('charsets', () => {
  const chinese = '您好，我想退货，请问运费由谁承担？订单号是一二三四五，谢谢您的帮助。';
  const japanese = '返品したいのですが、送料はどちらの負担になりますか。よろしくお願いします。';
  const german = 'Grüße aus Köln: die Tasse für meine Mutter ist zerbrochen, schöne Bescherung.';

  test.each([
    ['GB18030', chinese, 'gb18030', 'GB18030'],
    ['GB2312 that is GBK', `${chinese}鑫`, 'gbk', 'gb2312'],
    ['Big5', '您好，我想退貨，請問運費由誰承擔？', 'big5', 'Big5'],
    ['Shift_JIS', japanese, 'shift_jis', 'Shift_JIS'],
    ['EUC-JP', japanese, 'euc-jp', 'EUC-JP'],
    ['Latin 1', german, 'latin1', 'iso-8859-1'],
    ['UTF-16 with its mark', `\ufeff${german}`, 'utf16le', 'utf-16'],
    ['UTF-8 called Latin 1', german, 'utf8', 'iso-8859-1'],
    ['UTF-8 called GBK', japanese, 'utf8', 'gbk'],
    ['UTF-8 called nothing', japanese, 'utf8', null],
    ['UTF-8 in a charset nobody knows', japanese, 'utf8', 'x-klingon'],
    ['GB18030 called nothing', chinese, 'gb18030', null],
    ['GB18030 called UTF-8', chinese, 'gb18030', 'utf-8'],
    ['Shift_JIS called ASCII', japanese, 'shift_jis', 'us-ascii'],
    ['Latin 1 called nothing', german, 'latin1', null],
  ])('%s', async (_, text, charset, declared) => {
    const message = await read(mails.charsetMail(text, charset, declared));
    expect(message.text).toBe(text.replace('\ufeff', ''));
  });

  test('a raw subject in the body’s charset is read too', async () => {
    expect((await read(mails.charsetMail(chinese, 'gb18030', 'gb18030'))).subject).toBe(chinese.slice(0, 20));
  });

  test('ISO-2022-JP in subject and body', async () => {
    expect(await read(mails.jisMail)).toMatchObject({ subject: '返品したい', text: '返品したい ABC' });
  });

  test('UTF-7 hides no markup', async () => {
    const raw = mails.plainMail({
      headers: ['Content-Type: text/html; charset=utf-7'],
      body: '+ADw-script+AD4-alert(1)',
    });
    expect((await read(raw)).text).toBe('+ADw-script+AD4-alert(1)');
  });
});

describe('what nobody waits to have answered', () => {
  test.each([
    ['a delivery report', mails.bounce, 'bounce'],
    ['an empty return path', mails.plainMail({ headers: ['Return-Path: <>'] }), 'bounce'],
    ['Auto-Submitted', mails.plainMail({ headers: ['Auto-Submitted: auto-generated'] }), 'auto_reply'],
    [
      'a vacation note',
      mails.plainMail({ headers: ['Auto-Submitted: auto-replied (vacation)', 'Precedence: bulk'] }),
      'auto_reply',
    ],
    ['X-Autoreply', mails.plainMail({ headers: ['X-Autoreply: yes'] }), 'auto_reply'],
    [
      'Exchange’s out-of-office',
      mails.plainMail({ headers: ['X-Auto-Response-Suppress: DR, OOF, AutoReply'] }),
      'auto_reply',
    ],
    ['a newsletter', mails.plainMail({ headers: ['List-Unsubscribe: <https://x.example>'] }), 'bulk'],
    ['a mailing list', mails.plainMail({ headers: ['List-Id: <l.x.example>', 'Auto-Submitted: no'] }), 'bulk'],
    ['Precedence', mails.plainMail({ headers: ['Precedence: Junk'] }), 'bulk'],
    ['a person', mails.plainMail({ headers: ['Auto-Submitted: no', 'Return-Path: <ann@customer.example>'] }), null],
    [
      'a person, through a group that is the store’s own address',
      mails.plainMail({ headers: ['List-Id: <g>', 'Precedence: list', 'List-Post: <mailto:support@shop.example>'] }),
      null,
    ],
  ])('%s', async (_, raw, kind) => {
    expect((await read(raw)).automatic).toBe(kind);
  });
});
