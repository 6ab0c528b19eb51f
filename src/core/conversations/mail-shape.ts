import { isQuotedLine, startsQuote } from './new-text.ts';

/** How a mail is laid out, which tells mail between people and programs from a letter to a shop. */
export type MailShape = {
  /** What its writer wrote: no quoted lines, nothing forwarded, nothing in quotation marks. */
  readonly own: string;
  /** Own text stands under or between quoted lines, as in talk on lists. */
  readonly isTalk: boolean;
  /** Parts of a message as they travel: boundaries, content types, encoded data. */
  readonly isRaw: boolean;
  /** Tags stand in it; it is a whole page of them. */
  readonly isMarkup: boolean;
  readonly isPage: boolean;
  /** It quotes somebody line by line. */
  readonly isQuoting: boolean;
  /** A change to source code. */
  readonly isPatch: boolean;
  /** Lines of code, of a program's log or of fields. */
  readonly programLines: number;
  readonly links: number;
  readonly prices: number;
};

/** Longer mails are judged by their beginning and their end. */
const longestHead = 12_000;
const longestEnd = 3_000;

const entity: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"' };
const markup = /<(?:html|body|table|font|div|td|p|br|center|a href|img|span)\b[^<>]{0,400}>/i;
const page = /<!doctype html|<(?:html|body|table|center|font)\b[^<>]{0,400}>|\bbgcolor=/i;
const partHeader = /^(?:Content-(?:Type|Transfer-Encoding|Disposition)|MIME-Version)\s*:/im;
const encoded = /^[A-Za-z0-9+/]{60,}={0,2}$/gm;
const patch =
  /^(?:diff (?:--git|-[a-z]+) |Index: \S|@@ -\d+(?:,\d+)? \+\d+|--- a\/|\+\+\+ b\/|Signed-off-by: |New Revision: )/m;
const codeLine = /(?:[;{}]|\*\/|\) \{|=>)\s*$|^\s*(?:#include|#!\/|import |def |class |return |if \(|for \(|\$ |# )\S?/;
const logLine =
  /^(?:\[?\d{4}-\d\d-\d\d[T ]\d|\w{3} {1,2}\d{1,2} \d\d:\d\d:\d\d|\[(?:ERROR|INFO|WARN|DEBUG)\]|#\d+ {2}0x|npm ERR!|make\[\d\]|\s+at [\w.$]+\()/;
const fieldLine = /^\s{0,8}[A-Z][\w -]{1,24}\s?:\s+\S/;
const link = /https?:\/\/|\bwww\./gi;
const price = /[$€£¥]\s?\d|\d\s?(?:€|EUR|USD|元|円)/g;
/** Somebody else's words, given back. */
const citation = /"[^"\n]{20,600}"|“[^”]{20,600}”|「[^」]{20,600}」|『[^』]{20,600}』/g;

export function mailShapeOf(whole: string): MailShape {
  const text =
    whole.length > longestHead + longestEnd ? `${whole.slice(0, longestHead)}\n${whole.slice(-longestEnd)}` : whole;
  const isMarkup = markup.test(text);
  const plain = isMarkup ? withoutMarkup(text) : text;
  const lines = plain.replace(/\r\n?/g, '\n').split('\n');
  const { own, isTalk } = writtenIn(lines);
  return {
    own: own.join('\n').replace(citation, ' '),
    isTalk,
    isRaw: partHeader.test(text) || (text.match(encoded)?.length ?? 0) >= 3,
    isMarkup,
    isPage: page.test(text),
    isQuoting: lines.some(isQuotedLine),
    isPatch: patch.test(plain),
    programLines: own.filter((line) => codeLine.test(line) || logLine.test(line) || fieldLine.test(line)).length,
    links: own.join('\n').match(link)?.length ?? 0,
    prices: own.join('\n').match(price)?.length ?? 0,
  };
}

function withoutMarkup(text: string): string {
  return text
    .replace(/<(?:style|script)\b[^>]{0,400}>[^]{0,20000}?<\/(?:style|script)>/gi, ' ')
    .replace(/<(?:br|p|div|tr|li|h\d)\b[^<>]{0,400}>/gi, '\n')
    .replace(/<[^<>]{1,1000}>/g, ' ')
    .replace(/&(nbsp|amp|lt|gt|quot);/gi, (_, name: string) => entity[name.toLowerCase()] ?? ' ');
}

/**
 * The lines that are the writer's own. Quoted lines fall out one by one, so that what is written under them stays; a
 * forwarded or an unmarked quoted mail ends the text.
 */
function writtenIn(lines: readonly string[]): { readonly own: readonly string[]; readonly isTalk: boolean } {
  const own: string[] = [];
  let isTalk = false;
  let quoted = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (isQuotedLine(line)) {
      quoted++;
      continue;
    }
    const isMarked = lines.slice(i + 1, i + 4).some(isQuotedLine);
    if (startsQuote(lines, i) && !/^_{10,}\s*$/.test(line.trim())) {
      if (isMarked) continue;
      break;
    }
    if (quoted > 0 && isWords(line)) isTalk = true;
    own.push(line);
  }
  return { own: own.some(isWords) ? own : lines, isTalk };
}

function isWords(line: string): boolean {
  return line.length > 12 && /\p{L}{2}/u.test(line) && !/^\s*(?:--|Sent from|Get Outlook)/.test(line);
}
