/** What the head of a mail says, read without taking the mail apart. */
export type MailHead = {
  readonly from: string;
  /** Everybody it went to. */
  readonly to: readonly string[];
  readonly isReply: boolean;
  /** By Gmail's labels; null where it has none. */
  readonly isSent: boolean | null;
  /** Spam, drafts and what was thrown away. */
  readonly isDiscarded: boolean;
  /** Gmail's own name of its thread; empty where there is none. */
  readonly threadId: string;
};

const longestHead = 64 * 1024;
const address = /[^\s<>@,;:"'()]{1,64}@[^\s<>@,;:"'()]{1,253}/gu;

/** Reads a mail's head. Never throws. */
export function mailHead(mail: Buffer): MailHead {
  const head = mail.toString('latin1', 0, longestHead).replace(/\r\n?/gu, '\n');
  const end = head.search(/\n\n/u);
  const lines = (end < 0 ? head : head.slice(0, end)).replace(/\n[ \t]+/gu, ' ').split('\n');
  const valuesOf = (name: string): string =>
    lines
      .filter((line) => line.slice(0, name.length + 1).toLowerCase() === `${name}:`)
      .map((line) => line.slice(name.length + 1))
      .join(', ');
  const addressesOf = (...names: readonly string[]): readonly string[] =>
    (names.map(valuesOf).join(', ').slice(0, 20_000).match(address) ?? []).map((one) => one.toLowerCase());
  const labels = wordsDecoded(valuesOf('x-gmail-labels')).toLowerCase();
  const mozilla = Number.parseInt(valuesOf('x-mozilla-status').trim() || '0', 16);
  return {
    from: addressesOf('from')[0] ?? '',
    to: addressesOf('to', 'cc', 'delivered-to', 'x-original-to'),
    isReply: valuesOf('in-reply-to').trim() !== '' || valuesOf('references').trim() !== '',
    isSent: labels === '' ? null : /\bsent\b|已发送|寄件備份|已傳送|送信済み/u.test(labels),
    // 0x0008: expunged, yet still in the file.
    isDiscarded:
      /\b(?:spam|trash|drafts?)\b|垃圾|已删除|草稿|迷惑メール|ゴミ箱|下書き/u.test(labels) || (mozilla & 0x0008) !== 0,
    threadId: /\d{5,25}/u.exec(valuesOf('x-gm-thrid'))?.[0] ?? '',
  };
}

/** Encoded words of RFC 2047 in UTF-8, which is what Gmail writes. */
function wordsDecoded(text: string): string {
  return text
    .replace(/\?=\s+=\?/gu, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/giu, (_, way: string, word: string) => {
      const bytes =
        way.toLowerCase() === 'b'
          ? Buffer.from(word, 'base64')
          : Buffer.from(
              word
                .replace(/_/gu, ' ')
                .replace(/=([\da-f]{2})/giu, (_whole, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
              'latin1',
            );
      return bytes.toString('utf8');
    });
}

/** Where anybody has an address: one name there says nothing of another. */
const everybodysDomain =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|mail|proton|protonmail|pm|qq|163|126|yeah|sina|sohu|foxmail|139|aliyun|docomo|ezweb|softbank|nifty|biglobe|so-net)\.[a-z.]{2,10}$/u;

/** Whether an address is the shop's. */
export type IsShop = (address: string) => boolean;

/**
 * Who the shop is: the senders of what Gmail labels as sent or what stands in a folder of sent mail, else the one sender
 * of replies who takes part in most of the mails. At a domain of its own, everybody there is.
 */
export function shopOf(heads: readonly MailHead[], isSentFolder: boolean): IsShop {
  const sent = new Map<string, number>();
  const part = new Map<string, number>();
  const replies = new Map<string, number>();
  const count = (counts: Map<string, number>, one: string): void => void counts.set(one, (counts.get(one) ?? 0) + 1);
  for (const head of heads) {
    if (head.from === '') continue;
    if (head.isSent === true || (isSentFolder && head.isSent === null)) count(sent, head.from);
    if (head.isReply) count(replies, head.from);
    for (const one of new Set([head.from, ...head.to])) count(part, one);
  }
  const answering = [...replies.keys()].toSorted(
    (left, right) =>
      (part.get(right) ?? 0) - (part.get(left) ?? 0) || (replies.get(right) ?? 0) - (replies.get(left) ?? 0),
  );
  // A customer's own mail may bear the label too, where somebody tried things out.
  const mostSent = Math.max(0, ...sent.values());
  const known =
    sent.size > 0 ? [...sent].filter(([, times]) => times * 20 >= mostSent).map(([one]) => one) : answering.slice(0, 1);
  const domains = new Set(known.map(domainOf).filter((domain) => domain !== '' && !everybodysDomain.test(domain)));
  return (one) => known.includes(one) || domains.has(domainOf(one));
}

function domainOf(one: string): string {
  return one.slice(one.lastIndexOf('@') + 1);
}
