import chardet from 'chardet';
import iconv from 'iconv-lite';
import { japanese, korean, type Plausible, scoreOfText, simplified, traditional } from './encoding-score.ts';
import { decodeIso2022Jp, isIso2022Jp } from './iso-2022-jp.ts';

/** `encoding` is the WHATWG name. A byte that cannot be decoded is U+FFFD in `text`. */
export type DecodedText = { readonly text: string; readonly encoding: string };

const multiByte: readonly (readonly [encoding: string, plausible: Plausible])[] = [
  ['shift_jis', japanese],
  ['euc-jp', japanese],
  ['gb18030', simplified],
  ['big5', traditional],
  ['euc-kr', korean],
];

/* Mean scores of real text lie above 1, of other readings below 0.5 (`scoreOfText`). */
const leastScore = 0.75;

/** The text of a file in whatever encoding it was saved; null when it is no text at all. */
export function decodedText(bytes: Uint8Array): DecodedText | null {
  const marked = textAfterMark(bytes);
  if (marked !== null) return marked;
  if (bytes.includes(0)) return utf16Text(bytes);
  if (isIso2022Jp(bytes)) return { text: decodeIso2022Jp(bytes), encoding: 'iso-2022-jp' };
  const utf8 = mostlyUtf8Text(bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };

  const encoding = legacyEncoding(sampleBeyondAscii(bytes));
  return { text: iconv.decode(bytes, encoding), encoding };
}

function textAfterMark(bytes: Uint8Array): DecodedText | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return { text: new TextDecoder().decode(bytes), encoding: 'utf-8' };
  }
  if (first === 0xff && second === 0xfe) return { text: iconv.decode(bytes, 'utf-16le'), encoding: 'utf-16le' };
  if (first === 0xfe && second === 0xff) return { text: iconv.decode(bytes, 'utf-16be'), encoding: 'utf-16be' };
  return null;
}

/** UTF-16 without a mark: read from the right side it has ASCII in it, for commas and line ends at the least. */
function utf16Text(bytes: Uint8Array): DecodedText | null {
  const readings = ['utf-16le', 'utf-16be'].map((encoding) => {
    const text = iconv.decode(bytes, encoding);
    return { text, encoding, plain: text.match(/[\n -~]/gu)?.length ?? 0 };
  });
  const { text, encoding } = readings.reduce((left, right) => (right.plain > left.plain ? right : left));
  const oddities = text.match(/[\p{Cn}\p{Co}\p{Cs}\uFFFD]|[^\P{Cc}\r\n\t]/gu)?.length ?? 0;
  return oddities * 50 > text.length ? null : { text, encoding };
}

/** UTF-8, also where a few characters are broken: those rows are lost, not the reading of all the others. */
function mostlyUtf8Text(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes);
  const broken = text.match(/\uFFFD/gu)?.length ?? 0;
  const whole = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return broken * 10 <= whole ? text : null;
}

function legacyEncoding(sample: Uint8Array): string {
  const best = multiByte
    .map(([encoding, plausible]) => ({ encoding, score: scoreOfText(iconv.decode(sample, encoding), plausible) }))
    .reduce((left, right) => (right.score > left.score ? right : left));
  const western = westernScore(iconv.decode(sample, 'windows-1252'));
  if (best.score >= leastScore && best.score > western) return best.encoding;
  return western > 0 ? 'windows-1252' : singleByteEncoding(sample);
}

/**
 * From −1 to 2: accented letters of Western languages stand alone or in pairs among ASCII letters; those of other
 * encodings read as windows-1252 come in runs.
 */
function westernScore(text: string): number {
  const runs = text.match(/[^\p{ASCII}\s]+/gu) ?? [];
  if (/[\u0080-\u009F]/u.test(text) || runs.length === 0) return -1;
  const plain = runs.filter((run) => run.length <= 2 && /^[\p{Script=Latin}‘’“”–—…€£®™°©«»¿¡§·•×½¼]+$/u.test(run));
  return (3 * plain.length) / runs.length - 1;
}

/** What chardet makes of it among the encodings of one byte a character; Western when it has no idea. */
function singleByteEncoding(sample: Uint8Array): string {
  const guess = chardet
    .analyse(sample)
    .map(({ name }) => name.toLowerCase())
    .find((name) => /^(?:windows-125\d|koi8-r|iso-8859-\d+)$/u.test(name) && iconv.encodingExists(name));
  return guess === undefined || guess === 'iso-8859-1' ? 'windows-1252' : guess;
}

/** The lines with bytes beyond ASCII, at most 64 kB of them. No legacy encoding has a line feed inside a character. */
function sampleBeyondAscii(bytes: Uint8Array): Uint8Array {
  const lines: Uint8Array[] = [];
  let size = 0;
  for (let start = 0; start < bytes.length && size < 65_536;) {
    const lineFeed = bytes.indexOf(10, start);
    const end = Math.min(lineFeed === -1 ? bytes.length : lineFeed + 1, start + 65_536);
    const line = bytes.subarray(start, end);
    if (line.some((byte) => byte >= 0x80)) {
      lines.push(line);
      size += line.length;
    }
    start = end;
  }
  return Buffer.concat(lines);
}
