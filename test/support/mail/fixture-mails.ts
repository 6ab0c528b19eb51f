import iconv from 'iconv-lite';

/** Raw mails in the shapes mail programs really make; addresses and words are invented. */

const lines = (...parts: string[]): string => parts.join('\r\n');

type MailParts = {
  readonly id?: string;
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly date?: string;
  readonly headers?: readonly string[];
  readonly body?: string;
};

/** A plain letter. */
export function plainMail(parts: MailParts = {}): string {
  return lines(
    `From: ${parts.from ?? 'Ann Lee <ann@customer.example>'}`,
    `To: ${parts.to ?? 'support@shop.example'}`,
    `Subject: ${parts.subject ?? 'My parcel'}`,
    `Date: ${parts.date ?? 'Mon, 05 Jan 2026 10:00:00 +0000'}`,
    ...(parts.id === undefined ? [] : [`Message-ID: ${parts.id}`]),
    ...(parts.headers ?? []),
    'MIME-Version: 1.0',
    ...(parts.headers?.some((header) => /^content-type:/i.test(header))
      ? []
      : ['Content-Type: text/plain; charset=utf-8']),
    '',
    parts.body ?? 'Where is my parcel?',
    '',
  );
}

/** A multipart mail; each part is its headers, an empty line and its content. */
export function multipartMail(type: string, parts: readonly string[], mail: MailParts = {}): string {
  const boundary = '=_part';
  return plainMail({
    ...mail,
    headers: [...(mail.headers ?? []), `Content-Type: ${type}; boundary="${boundary}"`],
    body: [...parts.flatMap((part) => [`--${boundary}`, part]), `--${boundary}--`].join('\r\n'),
  });
}

export const part = (headers: readonly string[], content: string): string => lines(...headers, '', content);

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Apple Mail puts pictures between runs of text, without Content-ID. */
export const appleInline = multipartMail('multipart/mixed', [
  part(['Content-Type: text/plain; charset=us-ascii'], 'The box arrived like this:'),
  part(
    [
      'Content-Type: image/png; name="IMG_0042.png"',
      'Content-Disposition: inline; filename=IMG_0042.png',
      'Content-Transfer-Encoding: base64',
    ],
    pixel,
  ),
  part(['Content-Type: text/plain; charset=us-ascii'], 'Can I get a new one?\r\n\r\nSent from my iPhone'),
]);

/** Outlook refers to pictures by Content-ID below multipart/related. */
export const outlookInline = multipartMail('multipart/related', [
  part(
    ['Content-Type: multipart/alternative; boundary="inner"'],
    lines(
      '--inner',
      part(
        ['Content-Type: text/plain; charset="iso-8859-1"', 'Content-Transfer-Encoding: quoted-printable'],
        'Gr=FC=DFe, see [cid:image001.png@01DA]',
      ),
      '--inner',
      part(['Content-Type: text/html; charset="iso-8859-1"'], '<p>Hello <img src="cid:image001.png@01DA"></p>'),
      '--inner--',
    ),
  ),
  part(
    [
      'Content-Type: image/png; name="image001.png"',
      'Content-ID: <image001.png@01DA>',
      'Content-Transfer-Encoding: base64',
    ],
    pixel,
  ),
]);

/** A delivery report (RFC 3464). */
export const bounce = multipartMail(
  'multipart/report; report-type=delivery-status',
  [
    part(['Content-Type: text/plain'], 'Your message could not be delivered to ann@customer.example.'),
    part(
      ['Content-Type: message/delivery-status'],
      'Final-Recipient: rfc822; ann@customer.example\r\nAction: failed\r\nStatus: 5.1.1',
    ),
    part(['Content-Type: message/rfc822'], plainMail({ from: 'support@shop.example', to: 'ann@customer.example' })),
  ],
  {
    from: 'Mail Delivery Subsystem <MAILER-DAEMON@mx.example>',
    headers: ['Return-Path: <>', 'Auto-Submitted: auto-replied'],
  },
);

/** An invitation: the calendar part is an alternative without a name. */
export const calendarInvite = multipartMail('multipart/alternative', [
  part(['Content-Type: text/plain; charset=utf-8'], 'Call about the order, Tuesday at ten'),
  part(
    ['Content-Type: text/calendar; charset=utf-8; method=REQUEST'],
    'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR',
  ),
]);

/** File names that are there but empty. */
export const emptyFileNames = multipartMail('multipart/mixed', [
  part(['Content-Type: text/plain'], 'Two files'),
  part(
    [
      'Content-Type: application/pdf; name=""',
      'Content-Disposition: attachment; filename=""',
      'Content-Transfer-Encoding: base64',
    ],
    'JVBERi0xLjQ=',
  ),
  part(
    ['Content-Type: application/octet-stream', 'Content-Disposition: attachment; filename="../../etc/passwd"'],
    'root',
  ),
]);

/** A picture with neither name nor id. */
export const namelessImage = multipartMail('multipart/mixed', [
  part(['Content-Type: text/html; charset=utf-8'], '<p>Broken <b>cup</b></p>'),
  part(['Content-Type: image/jpeg', 'Content-Disposition: inline', 'Content-Transfer-Encoding: base64'], pixel),
]);

export const pgpSigned = multipartMail('multipart/signed; protocol="application/pgp-signature"', [
  part(['Content-Type: text/plain; charset=utf-8'], 'Signed words'),
  part(
    ['Content-Type: application/pgp-signature; name="signature.asc"'],
    '-----BEGIN PGP SIGNATURE-----\r\n-----END PGP SIGNATURE-----',
  ),
]);

export const pgpEncrypted = multipartMail('multipart/encrypted; protocol="application/pgp-encrypted"', [
  part(['Content-Type: application/pgp-encrypted'], 'Version: 1'),
  part(
    ['Content-Type: application/octet-stream; name="encrypted.asc"'],
    '-----BEGIN PGP MESSAGE-----\r\n-----END PGP MESSAGE-----',
  ),
]);

export const winmail = multipartMail('multipart/mixed', [
  part(['Content-Type: text/plain; charset=us-ascii'], 'See the attached form'),
  part(['Content-Type: application/ms-tnef; name="winmail.dat"', 'Content-Transfer-Encoding: base64'], 'eJ8+IgAA'),
]);

/** A letter whose body (and, raw, whose subject) is in another charset; `declared` is what its header claims. */
export function charsetMail(text: string, charset: string, declared: string | null): Buffer {
  const type = declared === null ? 'Content-Type: text/plain' : `Content-Type: text/plain; charset=${declared}`;
  const head = plainMail({ headers: [type], subject: 'SUBJECT', body: '' }).trimEnd();
  const [before, after] = head.split('SUBJECT');
  return Buffer.concat([
    Buffer.from(before ?? ''),
    iconv.encode(text.slice(0, 20), charset),
    Buffer.from(`${after ?? ''}\r\n\r\n`),
    iconv.encode(text, charset),
  ]);
}

/** ISO-2022-JP as bytes: "返品したい" between its escape sequences. */
export const jisMail = Buffer.from(
  plainMail({
    subject: '=?ISO-2022-JP?B?GyRCSlZJSiQ3JD8kJBsoQg==?=',
    headers: ['Content-Type: text/plain; charset=ISO-2022-JP', 'Content-Transfer-Encoding: 7bit'],
    body: '\u001b$BJVIJ$7$?$$\u001b(B ABC',
  }),
  'latin1',
);

/** How replies quote, by program. */
export const replyStyles: Readonly<Record<string, string>> = {
  gmail: 'Thanks!\r\n\r\nOn Mon, Jan 5, 2026 at 10:00 AM Shop <support@shop.example> wrote:\r\n> Hello Ann',
  outlook:
    'Thanks!\r\n\r\nFrom: Shop\r\nSent: Monday, January 5, 2026 10:00\r\nTo: Ann\r\nSubject: Re: cup\r\n\r\nHello Ann',
  apple: 'Thanks!\r\n\r\n> On 5 Jan 2026, at 10:00, Shop <support@shop.example> wrote:\r\n> \r\n> Hello Ann',
  japanese: 'ありがとう\r\n\r\n2026年1月5日(月) 10:00 Shop <support@shop.example>:\r\n> こんにちは',
  bottom: '> Hello Ann\r\n> your cup is on its way\r\n\r\nThanks!',
};

/** MIME that breaks the rules, each in its own way; every one holds the word "cup". */
export const brokenMails: Readonly<Record<string, string | Buffer>> = {
  'no end boundary': plainMail({
    headers: ['Content-Type: multipart/mixed; boundary=b'],
    body: '--b\r\nContent-Type: text/plain\r\n\r\nmy cup',
  }),
  'boundary never used': plainMail({ headers: ['Content-Type: multipart/mixed; boundary=b'], body: 'my cup' }),
  'no boundary parameter': plainMail({
    headers: ['Content-Type: multipart/mixed'],
    body: '--b\r\nContent-Type: text/plain\r\n\r\nmy cup',
  }),
  'type without subtype': plainMail({ headers: ['Content-Type: text'], body: 'my cup' }),
  'type is rubbish': plainMail({ headers: ['Content-Type: ;;;=?='], body: 'my cup' }),
  'part without headers': multipartMail('multipart/mixed', ['\r\nmy cup']),
  'bad base64': plainMail({
    headers: ['Content-Type: text/plain', 'Content-Transfer-Encoding: base64'],
    body: 'bXkgY3Vw!!!',
  }),
  'bad quoted-printable': plainMail({
    headers: ['Content-Type: text/plain', 'Content-Transfer-Encoding: quoted-printable'],
    body: 'my cup =ZZ =4',
  }),
  'unknown encoding': plainMail({
    headers: ['Content-Type: text/plain', 'Content-Transfer-Encoding: x-zip'],
    body: 'my cup',
  }),
  'unknown charset': plainMail({ headers: ['Content-Type: text/plain; charset=x-klingon'], body: 'my cup' }),
  'bare line feeds': plainMail({ body: 'my cup' }).replaceAll('\r\n', '\n'),
  'bare carriage returns in the body': plainMail({ body: 'my\rcup' }),
  'no headers at all': '\r\nmy cup',
  'only a body': 'my cup',
  'header without colon': `Garbage\r\n${plainMail({ body: 'my cup' })}`,
  'headers twice': `From: a@x.example\r\n${plainMail({ body: 'my cup' })}`,
  'NUL bytes': Buffer.from(plainMail({ body: 'my cup\u0000\u0000' })),
  'a header of 600 kB': plainMail({ headers: [`X-Long: ${'x'.repeat(600_000)}`], body: 'my cup' }),
  'two thousand parts': multipartMail('multipart/mixed', [
    '\r\nmy cup',
    ...Array.from({ length: 2000 }, () => '\r\nx'),
  ]),
  'deep nesting': deepMail(200),
  'ten thousand nested tags': plainMail({
    headers: ['Content-Type: text/html'],
    body: `my cup${'<b>'.repeat(10_000)}`,
  }),
  'HTML that never closes': plainMail({ headers: ['Content-Type: text/html'], body: '<p>my cup<table><tr><td><!-- ' }),
};

function deepMail(depth: number): string {
  let inner = part(['Content-Type: text/plain'], 'my cup');
  for (let level = depth; level > 0; level -= 1) {
    inner = lines(`Content-Type: multipart/mixed; boundary=b${level}`, '', `--b${level}`, inner, `--b${level}--`);
  }
  return `From: ann@customer.example\r\nMIME-Version: 1.0\r\n${inner}`;
}
