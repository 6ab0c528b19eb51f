import type { ImapFlow, MessageStructureObject } from 'imapflow';
import type { Attachment } from '#shared/model/conversation.ts';
import { attachmentName } from './attachment-name.ts';
import { decodedText } from './decode-text.ts';
import { htmlText } from '../html-text.ts';
import { isRefusedRequest } from './map-mail-error.ts';
import { cutLine } from './read-mail.ts';

/** A text part is read up to this many bytes. */
const largestTextPart = 1024 * 1024;
/** More parts than this are a trick, not a letter. */
const mostTextParts = 20;

/** The readable text of a mail in the selected mailbox, fetched part by part. */
export async function fetchText(client: ImapFlow, uid: number, structure: MessageStructureObject): Promise<string> {
  const texts: string[] = [];
  for (const part of textParts(structure).slice(0, mostTextParts)) {
    texts.push(await fetchTextPart(client, uid, part));
  }
  return texts.filter((text) => text.trim() !== '').join('\n\n');
}

/** The attachments a BODYSTRUCTURE lists. */
export function attachmentsOf(structure: MessageStructureObject): Attachment[] {
  const texts = new Set(leavesOf(structure).filter(isText));
  return leavesOf(structure)
    .filter((part) => !texts.has(part))
    .map((part, index) => {
      const contentType = part.type.toLowerCase();
      const given = part.dispositionParameters?.filename ?? part.parameters?.name;
      return { name: attachmentName(given, contentType, index + 1), contentType, size: decodedSize(part) };
    });
}

function textParts(node: MessageStructureObject): MessageStructureObject[] {
  const children = node.childNodes ?? [];
  if (children.length === 0) {
    return isText(node) ? [node] : [];
  }
  if (node.type.toLowerCase() === 'multipart/alternative') {
    const plain = children.find((child) => child.type.toLowerCase() === 'text/plain' && (child.size ?? 1) > 4);
    return plain ? [plain] : textParts(children.at(-1) ?? node);
  }
  return children.flatMap(textParts);
}

function leavesOf(node: MessageStructureObject): MessageStructureObject[] {
  // An attached mail is one attachment, whatever it carries.
  return node.childNodes && node.type.toLowerCase().startsWith('multipart/')
    ? node.childNodes.flatMap(leavesOf)
    : [node];
}

function isText(part: MessageStructureObject): boolean {
  const isAttached = part.disposition !== undefined && part.disposition.toLowerCase() !== 'inline';
  return !isAttached && /^text\/(plain|html)$/i.test(part.type);
}

async function fetchTextPart(client: ImapFlow, uid: number, part: MessageStructureObject): Promise<string> {
  try {
    const options = { uid: true, decodeText: false, maxBytes: largestTextPart + 1 };
    const { content } = await client.download(String(uid), part.part ?? '1', options);
    const chunks: Uint8Array[] = [];
    for await (const chunk of content ?? []) {
      chunks.push(chunk as Uint8Array);
    }
    const bytes = Buffer.concat(chunks);
    const text = decodedText(bytes.subarray(0, largestTextPart), part.parameters?.charset ?? null);
    const readable = part.type.toLowerCase() === 'text/html' ? htmlText(text) : text;
    return bytes.length > largestTextPart ? `${readable}\n${cutLine}` : readable;
  } catch (error) {
    if (isRefusedRequest(error)) {
      return '';
    }
    throw error;
  }
}

/** BODYSTRUCTURE counts bytes as they travel: base64 is 76 characters and a line end for every 57 bytes. */
function decodedSize(part: MessageStructureObject): number | null {
  if (part.size === undefined) {
    return null;
  }
  return part.encoding?.toLowerCase() === 'base64' ? Math.round((part.size * 57) / 78) : part.size;
}
