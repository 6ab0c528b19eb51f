import { detect } from 'chardet';
import iconv from 'iconv-lite';

/**
 * Text from bytes, whatever their charset is said to be; never throws, and what cannot be read becomes U+FFFD.
 *
 * A declared charset is believed unless the bytes prove it wrong: mail programs write "us-ascii" or nothing over
 * anything, and valid UTF-8 with a multi-byte sequence is practically never text of another charset.
 */
export function decodedText(bytes: Uint8Array, charset: string | null): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = canonicalCharset(charset);
  if (name === 'iso-2022-jp' && !hasHighByte(buffer)) {
    return decodedJis(buffer);
  }
  if (isUtf16(name)) {
    return iconv.decode(buffer, name);
  }
  const utf8 = validUtf8(buffer);
  if (utf8 !== null && (name === null || !isMultiByte(name))) {
    return utf8;
  }
  if (name !== null) {
    const declared = iconv.decode(buffer, name);
    if (utf8 === null || !declared.includes('\u{FFFD}')) {
      return declared;
    }
    return utf8;
  }
  return sniffedText(buffer);
}

/** Names a mail may use beside those iconv-lite knows, and the superset that reads more than the name promises. */
const supersets: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  gbk: 'gb18030',
  cp936: 'gb18030',
  ms936: 'gb18030',
  'x-gbk': 'gb18030',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-8-i': 'iso-8859-8',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  csiso2022jp: 'iso-2022-jp',
  sjis: 'shift_jis',
  'x-sjis': 'shift_jis',
  'ks_c_5601-1987': 'cp949',
};

/** Not charsets of a text: UTF-7 can hide markup, the others are transfer encodings iconv-lite also answers to. */
const refused = new Set(['utf7', 'utf7imap', 'unicode11utf7', 'base64', 'hex', 'binary', 'ucs2']);

/** The charset to decode with; null where nothing usable is declared (none, ASCII, UTF-8, unknown). */
function canonicalCharset(charset: string | null): string | null {
  const plain = (charset ?? '')
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '');
  const compact = plain.replace(/[^a-z0-9]/g, '');
  if (compact === '' || compact === 'utf8' || compact === 'usascii' || compact === 'ascii' || refused.has(compact)) {
    return null;
  }
  const name = supersets[plain] ?? plain;
  return name === 'iso-2022-jp' || iconv.encodingExists(name) ? name : null;
}

function isUtf16(name: string | null): name is string {
  return name !== null && /^utf-?(16|32)/.test(name);
}

function isMultiByte(name: string): boolean {
  return /^(gb|big5|shift|euc|cp9|iso-2022|windows-31j|ksc|hz)/.test(name);
}

function hasHighByte(buffer: Buffer): boolean {
  return buffer.some((byte) => byte >= 0x80);
}

function validUtf8(buffer: Buffer): string | null {
  const text = buffer.toString('utf8');
  return text.includes('\u{FFFD}') && Buffer.compare(Buffer.from(text, 'utf8'), buffer) !== 0 ? null : text;
}

const guessable = /^(gb18030|big5|shift_jis|euc-jp|euc-kr|iso-8859-[2-9]|windows-125\d|koi8-r)$/i;

function sniffedText(buffer: Buffer): string {
  const guess = detect(buffer.subarray(0, 65_536)) ?? '';
  return iconv.decode(buffer, guessable.test(guess) ? guess : 'windows-1252');
}

/**
 * ISO-2022-JP (RFC 1468, with the half-width and JIS X 0212 extensions seen in mail): each escape sequence selects
 * a set whose bytes, with the high bit set, are EUC-JP.
 */
function decodedJis(buffer: Buffer): string {
  const euc: number[] = [];
  let set: 'ascii' | 'kanji' | 'kana' | 'extra' = 'ascii';
  for (let index = 0; index < buffer.length; index += 1) {
    const byte = buffer[index] ?? 0;
    if (byte === 0x1b) {
      const escape = buffer.toString('latin1', index + 1, index + 4);
      const match = /^(\$\(D|\$\(B|\$[@B]|\([BJI])/.exec(escape);
      set = setOf(match?.[0] ?? '(B');
      index += match?.[0].length ?? 0;
    } else if (byte < 0x21 || set === 'ascii') {
      // A line end ends a set even where the mail forgot to say so.
      set = byte === 0x0a ? 'ascii' : set;
      euc.push(byte);
    } else if (set === 'kana') {
      euc.push(0x8e, byte | 0x80);
    } else {
      const second = buffer[index + 1] ?? 0x21;
      euc.push(...(set === 'extra' ? [0x8f] : []), byte | 0x80, second | 0x80);
      index += 1;
    }
  }
  return iconv.decode(Buffer.from(euc), 'euc-jp');
}

function setOf(escape: string): 'ascii' | 'kanji' | 'kana' | 'extra' {
  if (escape === '(I') {
    return 'kana';
  }
  if (escape === '$(D') {
    return 'extra';
  }
  return escape.startsWith('$') ? 'kanji' : 'ascii';
}
