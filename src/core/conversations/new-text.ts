/** Lines after which everything is quoted, in the mail programs of the three languages; matched without outer space. */
const quoteHeaders: readonly RegExp[] = [
  /^On .{4,160}(?:wrote|schrieb|écrit)\s?:$/i,
  /^-{2,40}\s?(?:Original(?: Message)?|Forwarded message|Ursprüngliche Nachricht|原始邮件|原始郵件|转发邮件|元のメッセージ|転送メッセージ)\s?-{2,40}$/i,
  /^_{10,}$/,
  /^.{0,100}(?:在|于|於)?\s?\d{4}.{4,120}(?:写道|寫道)\s?[:：]$/,
  /^.{0,100}\d{4}.{2,120}(?:の(?:メール|メッセージ)|が書きました|さんは書きました|<[^<>]{1,100}>)\s?[:：]$/,
];
/** A longer line is no attribution. */
const longestHeader = 320;
const headerBlock = /^\s*(?:From|Von|De|发件人|寄件者|差出人|送信者)\s*[:：]\s*\S/i;
const headerFollower =
  /^\s*(?:Sent|Date|To|Subject|Gesendet|An|Betreff|发送时间|日期|收件人|主题|送信日時|日時|宛先|件名)\s*[:：]/i;

/** Lines that begin a signature: RFC 3676 §4.3 "-- ", and what telephones add. */
const signatureStarts: readonly RegExp[] = [
  /^-- ?$/,
  /^\s*(?:Sent from my|Get Outlook for|Sent via)\b.{0,60}$/i,
  /^\s*(?:发自我的|从我的|來自我的).{0,30}$/,
  /^\s*(?:iPhone|Android|スマートフォン)から送信\s*$/,
  /^\s*[-*=_━─]{5,}\s*$/,
];

/**
 * What a message says that is new: quoted text and the signature taken off. Where nothing would be left, the whole
 * text is returned, so that a message is never made empty.
 */
export function newTextOf(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const kept: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (startsQuote(lines, i)) break;
    const line = lines[i] ?? '';
    if (isQuotedLine(line)) continue;
    kept.push(line);
  }
  const body = withoutSignature(kept)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return body === '' ? text.trim() : body;
}

/** A quoted line: `> …`. A `>` that belongs to a sentence ("> 5 kg?") has no second quoted line, but is rare in mail. */
export function isQuotedLine(line: string): boolean {
  return /^\s{0,3}>/.test(line);
}

/** Whether what follows is quoted: an attribution, a forwarded mail, the header block of one. */
export function startsQuote(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  const next = lines[index + 1] ?? '';
  if (headerBlock.test(line) && lines.slice(index + 1, index + 4).some((later) => headerFollower.test(later)))
    return true;
  if (isQuoteHeader(line)) return true;
  // Long attribution lines are wrapped by the mail program: "On …, Name\n<address> wrote:".
  return next !== '' && /^\s{0,3}(?:On\b|在|于)/.test(line) && isQuoteHeader(`${line} ${next}`);
}

function isQuoteHeader(line: string): boolean {
  if (line.length > longestHeader) return false;
  const bare = line.trim();
  return quoteHeaders.some((header) => header.test(bare));
}

/** Lines of the longest signature. */
const longestSignature = 12;

function withoutSignature(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const from = Math.max(first + 1, lines.length - longestSignature);
  const start = lines.slice(from).findIndex((line) => signatureStarts.some((pattern) => pattern.test(line)));
  return start < 0 ? lines : lines.slice(0, from + start);
}
