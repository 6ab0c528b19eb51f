import { joinedPairs } from '#core/knowledge/joined-pairs.ts';
import { commonEndings } from '#core/knowledge/letter-body.ts';
import { type PastPair, pairsOfConversation } from '#core/knowledge/pairs-of-conversation.ts';
import type { KnowledgeFileRow } from '#core/ports/knowledge-reader.ts';
import { AppError } from '#shared/errors.ts';
import { readMail } from '../../inbox/imap/read-mail.ts';
import { type IsShop, type MailHead, mailHead, shopOf } from './mail-heads.ts';
import { type FiledMail, threadsOf } from './mail-threads.ts';
import { mailsOf } from './split-mbox.ts';

export { isMbox } from './split-mbox.ts';

/** Text of a mail that is kept: a letter is shorter, and a mailbox holds many. */
const longestLetter = 20_000;
const mostLetters = 500;
/** A file of the largest size holds fewer, unless it was made to hold up the desk. */
const mostMails = 50_000;

/**
 * The answered questions of a mailbox file (mbox, as Google Takeout and Thunderbird write it). Errors: `file_unreadable`
 * (no mail in it), `cancelled`.
 */
export async function readMbox(
  name: string,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<readonly KnowledgeFileRow[]> {
  const mails: { readonly source: Buffer; readonly row: number; readonly head: MailHead }[] = [];
  for (const source of mailsOf(bytes)) {
    if (mails.length >= mostMails)
      throw unreadable(name, 'too_many', 'holds more than 50,000 mails. Export a part of it.');
    if (mails.length % 500 === 0) await turn(signal);
    mails.push({ source, row: mails.length + 1, head: mailHead(source) });
  }
  const kept = mails.filter(({ head }) => !head.isDiscarded);
  if (kept.length === 0) throw unreadable(name, 'no_entries', 'holds no mail.');
  const isShop = shopOf(
    kept.map(({ head }) => head),
    /^(?:sent|outbox|gesendet|已发送|送信済み)/iu.test(name.split(/[\\/]/u).at(-1) ?? ''),
  );
  const filed: FiledMail[] = [];
  for (const { source, row, head } of kept) {
    await turn(signal);
    filed.push({ row, threadId: head.threadId, message: await messageOf(source, head, isShop) });
  }
  return rowsOf(filed, signal);
}

async function messageOf(source: Buffer, head: MailHead, isShop: IsShop): Promise<FiledMail['message']> {
  const isOurs = isShop(head.from);
  const ownAddress = isOurs ? head.from : (head.to.find(isShop) ?? '');
  const context = { ownAddress, isFromSent: isOurs && head.to.some((one) => !isShop(one)), receivedAt: 0 };
  const message = await readMail(source, { ...context, now: Number.MAX_SAFE_INTEGER });
  return { ...message, text: message.text.slice(0, longestLetter), attachments: [] };
}

async function rowsOf(
  filed: readonly FiledMail[],
  signal: AbortSignal | undefined,
): Promise<readonly KnowledgeFileRow[]> {
  const letters = filed.filter(({ message }) => message.role === 'agent' && message.automatic === null);
  const endings = commonEndings(letters.slice(-mostLetters).map(({ message }) => message.text));
  const pairs: PastPair[] = [];
  for (const conversation of threadsOf(filed)) {
    await turn(signal);
    pairs.push(...pairsOfConversation(conversation, { greetings: [], closings: [] }, endings));
  }
  return joinedPairs(pairs, () => turn(signal));
}

function unreadable(name: string, reason: string, message: string): AppError {
  return new AppError('file_unreadable', `${name} ${message}`, { detail: { file: name, reason } });
}

async function turn(signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted === true) throw new AppError('cancelled', 'Reading was cancelled');
  await new Promise<void>((resolve) => setImmediate(resolve));
}
