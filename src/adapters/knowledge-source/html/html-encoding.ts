import iconv from 'iconv-lite';
import { decodeIso2022Jp } from '../iso-2022-jp.ts';
import { type DecodedText, decodedText } from '../text-encoding.ts';

/* Names under which pages say one encoding and mean its superset (WHATWG Encoding, "names and labels"). */
const labels: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  sjis: 'shift_jis',
  'shift-jis': 'shift_jis',
  'x-sjis': 'shift_jis',
  'windows-31j': 'shift_jis',
  'big5-hkscs': 'big5',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'windows-1252',
  'ks_c_5601-1987': 'euc-kr',
};

/**
 * A page's text: by its byte order mark, else as the server or the page itself says, if the bytes bear that out, else as
 * the bytes look. Null when it is no text.
 */
export function decodedPage(bytes: Uint8Array, charset: string | undefined): DecodedText | null {
  const hasMark = /^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/u.test(
    Buffer.from(bytes.subarray(0, 3)).toString('latin1'),
  );
  if (hasMark) return decodedText(bytes);
  for (const name of [charset, declaredCharset(bytes)]) {
    const text = name === undefined ? null : textIn(bytes, name);
    if (text !== null) return text;
  }
  return decodedText(bytes);
}

/** The encoding that a page's `meta` or XML declaration names in its first 4 kB. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1');
  return (
    /<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/iu.exec(head)?.[1]
  );
}

function textIn(bytes: Uint8Array, name: string): DecodedText | null {
  const plain = name.trim().toLowerCase();
  const encoding = labels[plain] ?? plain;
  if (encoding === 'iso-2022-jp') return { text: decodeIso2022Jp(bytes), encoding };
  if (encoding.startsWith('utf-16') || !iconv.encodingExists(encoding)) return null;
  const text = encoding === 'utf-8' ? new TextDecoder().decode(bytes) : iconv.decode(Buffer.from(bytes), encoding);
  const lost = text.match(/\uFFFD/gu)?.length ?? 0;
  const beyond = text.match(/\P{ASCII}/gu)?.length ?? 0;
  return lost * 10 > beyond ? null : { text, encoding };
}
