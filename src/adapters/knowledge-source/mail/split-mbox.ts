const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Bytes of one mail that are read: text comes first, what is longer carries attachments. */
const longestMail = 2 * 1024 * 1024;

/** "From - Tue Mar 10 12:00:00 2026" and its kin (RFC 4155 appendix A): a sender, a time, a year. */
const postmark = /^From \S.{0,300}\b\d{1,2}:\d{2}(?::\d{2})?\b.{0,40}\b\d{4}\b|^From - /u;
const header = /^(?:[!-9;-~]{1,80}:|>From )/u;

/**
 * The mails of an mbox, in file order, each cut at 2 MiB. A line "From …" begins one where it has a time in it and a head
 * follows, so that a sentence of a letter which begins so does not (mboxcl2 quotes none); quoted ones lose one ">".
 */
export function* mailsOf(bytes: Uint8Array): Generator<Buffer> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = bodyStart(buffer, firstPostmark(buffer));
  while (start >= 0) {
    const next = nextPostmark(buffer, start);
    const end = next < 0 ? buffer.length : next;
    yield unquoted(buffer.subarray(start, Math.min(end, start + longestMail)));
    start = next < 0 ? -1 : bodyStart(buffer, next);
  }
}

/** Whether bytes begin as an mbox does. */
export function isMbox(bytes: Uint8Array): boolean {
  return firstPostmark(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) >= 0;
}

/** Where the first mail's line stands; -1 where white space and a mark of the encoding do not lead to one. */
function firstPostmark(buffer: Buffer): number {
  const start = /^(?:\xEF\xBB\xBF)?\s{0,100}/u.exec(buffer.toString('latin1', 0, 128))?.[0].length ?? 0;
  return isPostmark(buffer, start) ? start : -1;
}

function nextPostmark(buffer: Buffer, from: number): number {
  for (let at = buffer.indexOf('\nFrom ', from - 1); at >= 0; at = buffer.indexOf('\nFrom ', at + 1)) {
    if (isPostmark(buffer, at + 1)) return at + 1;
  }
  return -1;
}

function isPostmark(buffer: Buffer, at: number): boolean {
  if (!postmark.test(buffer.toString('latin1', at, at + 400).split(/[\r\n]/u, 1)[0] ?? '')) return false;
  const body = bodyStart(buffer, at);
  return body >= 0 && header.test(buffer.toString('latin1', body, body + 120));
}

/** Behind the line that begins at `at`; -1 where it is the last. */
function bodyStart(buffer: Buffer, at: number): number {
  if (at < 0) return -1;
  const end = buffer.indexOf(lineFeed, at);
  return end < 0 || end + 1 >= buffer.length ? -1 : end + 1;
}

/** ">From " was "From " before the mail was put into the file. */
function unquoted(mail: Buffer): Buffer {
  const isQuoted = mail.indexOf('\n>From ') >= 0 || mail.indexOf('\n>>From ') >= 0;
  const whole = isQuoted ? Buffer.from(mail.toString('latin1').replace(/^>(>*From )/gmu, '$1'), 'latin1') : mail;
  let end = whole.length;
  while (end > 0 && (whole[end - 1] === lineFeed || whole[end - 1] === carriageReturn)) end--;
  return whole.subarray(0, end);
}
