import { Transform, type TransformCallback } from 'node:stream';
import { type AttachmentStream, type HeaderLines, type Headers, MailParser, type MessageText } from 'mailparser';
import type { Attachment } from '#shared/model/conversation.ts';
import { attachmentName } from './attachment-name.ts';
import { decodedText } from './decode-text.ts';
import { htmlText } from '../html-text.ts';

/** A mail taken apart, before anything is decided about it. */
export type ParsedMail = {
  readonly headers: Headers;
  readonly headerLines: HeaderLines;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** True where the structure could not be followed to the end and `text` is what was left to read. */
  readonly isBroken: boolean;
};

const longestParse = 30_000;

/** Takes a mail apart. Never throws: what the parser refuses is read as plain text below its headers. */
export async function parsedMail(source: Uint8Array): Promise<ParsedMail> {
  const bytes = withReadableHead(Buffer.from(source.buffer, source.byteOffset, source.byteLength));
  try {
    return await parse(bytes);
  } catch {
    return crudelyParsed(bytes);
  }
}

function parse(bytes: Buffer): Promise<ParsedMail> {
  return new Promise((resolve, reject) => {
    const parser = new TolerantParser();
    const attachments: Attachment[] = [];
    let text = '';
    // A parser that waits for a stream which failed silently would hold the whole mailbox.
    const timer = setTimeout(() => reject(new Error('The mail could not be parsed in time')), longestParse);
    parser.on('data', (part: AttachmentStream | MessageText) => {
      if (part.type === 'text') {
        text = part.text ?? '';
      } else {
        collect(part, attachments);
      }
    });
    parser.once('error', (error: Error) => {
      clearTimeout(timer);
      reject(error);
    });
    parser.once('end', () => {
      clearTimeout(timer);
      const { headers, headerLines } = parser;
      const mail = {
        headers: headers || new Map(),
        headerLines: headerLines || [],
        text,
        attachments,
        isBroken: false,
      };
      resolve(parser.leaves === 0 || isHeadless(mail.headers) ? { ...mail, ...leftToRead(bytes, mail.headers) } : mail);
    });
    parser.end(bytes);
  });
}

function collect(part: AttachmentStream, attachments: Attachment[]): void {
  const position = attachments.length;
  let size = 0;
  attachments.push({ name: '', contentType: '', size: null });
  part.content.on('data', (chunk: Uint8Array) => {
    size += chunk.length;
  });
  part.content.on('end', () => {
    const contentType = part.contentType.toLowerCase();
    attachments[position] = { name: attachmentName(part.filename, contentType, position + 1), contentType, size };
    part.release?.();
  });
}

/** A header written in raw 8-bit text of another charset becomes UTF-8, the only one the parser reads there. */
function withReadableHead(bytes: Buffer): Buffer {
  const end = headEnd(bytes);
  const head = bytes.subarray(0, end);
  if (!head.some((byte) => byte >= 0x80)) {
    return bytes;
  }
  const declared = /^content-type:[^]*?charset\s*=\s*"?([\w.:-]+)/im.exec(head.toString('latin1'))?.[1] ?? null;
  // No header is UTF-16: its line ends would not be line ends.
  const readable = Buffer.from(decodedText(head, /utf-?(16|32)/i.test(declared ?? '') ? null : declared), 'utf8');
  return readable.equals(head) ? bytes : Buffer.concat([readable, bytes.subarray(end)]);
}

function headEnd(bytes: Buffer): number {
  const ends = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')].filter((index) => index >= 0);
  return ends.length === 0 ? bytes.length : Math.min(...ends);
}

/** None of the fields every mail has: what looks like a head is the letter itself. */
function isHeadless(headers: Headers): boolean {
  return !['from', 'to', 'subject', 'date', 'message-id', 'received', 'content-type'].some((name) => headers.has(name));
}

/** What there is to read where the structure holds no part at all. */
function leftToRead(bytes: Buffer, headers: Headers): Pick<ParsedMail, 'text' | 'isBroken'> {
  const text = decodedText(isHeadless(headers) ? bytes : bytes.subarray(headEnd(bytes)), null).trim();
  return { text, isBroken: text !== '' };
}

function crudelyParsed(bytes: Buffer): ParsedMail {
  const head = bytes.subarray(0, Math.min(headEnd(bytes), 65_536)).toString('latin1');
  const headerLines = head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const key = /^([\w-]+)\s*:/.exec(line)?.[1]?.toLowerCase();
      return key === undefined ? [] : [{ key, line }];
    });
  const headers: Headers = new Map(headerLines.map(({ key, line }) => [key, line]));
  return { headers: new Map(), headerLines, attachments: [], ...leftToRead(bytes, headers), isBroken: true };
}

type ParserNode = {
  contentType: string;
  charset?: string;
  textContent?: string;
  children: ParserNode[];
};

type SplitNode = { contentType: string | false; multipart: string | false };

/**
 * mailparser, but every text part is decoded by `decodedText` and put together here. `createNode`, `getTextContent`
 * and `tree` are its own inner names (3.14); the tests of the charsets fail if an update renames them.
 */
class TolerantParser extends MailParser {
  declare readonly tree: ParserNode | false;
  /** Parts that hold something themselves. */
  leaves = 0;

  constructor() {
    super({ Iconv: BufferedDecoder, checksumAlgo: false, ignoreEmbedded: true, maxHeadSize: 512 * 1024 });
  }

  createNode(node: SplitNode): ParserNode {
    if (!node.multipart && !/^[^\s/]+\/[^\s/]+$/.test(node.contentType || '')) {
      // RFC 2045 5.2: what has no type, or one that is none, is plain text.
      node.contentType = 'text/plain';
    }
    this.leaves += node.multipart ? 0 : 1;
    const inherited = Reflect.get(MailParser.prototype, 'createNode') as (part: SplitNode) => ParserNode;
    const made = inherited.call(this, node);
    made.charset = `declared:${made.charset ?? ''}`;
    return made;
  }

  getTextContent(): MessageText {
    return { type: 'text', text: this.tree ? textOf(this.tree) : '' };
  }
}

function textOf(node: ParserNode): string {
  if (node.textContent !== undefined) {
    return node.contentType === 'text/html' ? htmlText(node.textContent) : node.textContent;
  }
  const parts = node.children
    .map((child) => ({ child, text: textOf(child) }))
    .filter((part) => part.text.trim() !== '');
  if (node.contentType === 'multipart/alternative') {
    const plain = parts.find((part) => part.child.contentType === 'text/plain');
    return (plain ?? parts.at(-1))?.text ?? '';
  }
  return parts.map((part) => part.text.trimEnd()).join('\n\n');
}

/** What mailparser calls for each text part whose charset is not ASCII or UTF-8 – here, for every one. */
class BufferedDecoder extends Transform {
  readonly #chunks: Uint8Array[] = [];
  readonly #charset: string;

  constructor(charset: string) {
    super();
    this.#charset = charset.replace(/^declared:/, '');
  }

  override _transform(chunk: Uint8Array, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#chunks.push(chunk);
    done();
  }

  override _flush(done: TransformCallback): void {
    this.push(Buffer.from(decodedText(Buffer.concat(this.#chunks), this.#charset), 'utf8'));
    done();
  }
}
