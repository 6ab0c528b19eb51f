import iconv from 'iconv-lite';

/** Whether bytes switch character sets as ISO-2022-JP does (RFC 1468, with half-width katakana). */
export function isIso2022Jp(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(escapeByte); at !== -1; at = bytes.indexOf(escapeByte, at + 1)) {
    const set = charsetAt(bytes, at);
    if (set === 'kanji' || set === 'kana') return true;
  }
  return false;
}

/** ISO-2022-JP as text. iconv-lite does not know it; its kanji are those of EUC-JP with the high bit off. */
export function decodeIso2022Jp(bytes: Uint8Array): string {
  const eucJp: number[] = [];
  let charset: Charset = 'latin';
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    const next = byte === escapeByte ? charsetAt(bytes, at) : null;
    if (next !== null) {
      charset = next;
      at += 2;
    } else if (byte === 10 || byte === 13) {
      // RFC 1468: every line begins in ASCII, which keeps a lost escape from spoiling the lines after it.
      charset = 'latin';
      eucJp.push(byte);
    } else if (charset === 'latin' || byte < 0x21 || byte > 0x7e) {
      eucJp.push(byte);
    } else if (charset === 'kana') {
      eucJp.push(0x8e, byte | 0x80);
    } else {
      eucJp.push(byte | 0x80);
    }
  }
  return iconv.decode(Uint8Array.from(eucJp), 'euc-jp');
}

type Charset = 'latin' | 'kanji' | 'kana';

const escapeByte = 0x1b;

/** The character set an escape sequence of three bytes switches to. */
function charsetAt(bytes: Uint8Array, at: number): Charset | null {
  const sequence = String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0);
  switch (sequence) {
    case '$@':
    case '$B':
      return 'kanji';
    case '(I':
      return 'kana';
    case '(B':
    case '(J':
      return 'latin';
    default:
      return null;
  }
}
