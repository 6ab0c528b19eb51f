/** Lines after which everything is quoted, in the mail programs of the three languages. */
const quoteHeaders: readonly RegExp[] = [
  /^\s*On .{4,160}(?:wrote|schrieb|écrit)\s*:\s*$/i,
  /^\s*-{2,}\s*(?:Original Message|Forwarded message|Ursprüngliche Nachricht|原始邮件|原始郵件|转发邮件|元のメッセージ|転送メッセージ)\s*-{2,}\s*$/i,
  /^\s*_{10,}\s*$/,
  /^\s*(?:在|于)?\s*\d{4}.{4,120}(?:写道|寫道)\s*[:：]\s*$/,
  /^\s*.{0,100}\d{4}.{2,80}(?:のメッセージ|が書きました|さんは書きました|<[^>]+>)\s*[:：]\s*$/,
];
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
    if (isQuoted(line)) continue;
    kept.push(line);
  }
  const body = withoutSignature(kept)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return body === '' ? text.trim() : body;
}

/** A quoted line: `> …`. A `>` that belongs to a sentence ("> 5 kg?") has no second quoted line, but is rare in mail. */
function isQuoted(line: string): boolean {
  return /^\s{0,3}>/.test(line);
}

function startsQuote(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  const next = lines[index + 1] ?? '';
  if (headerBlock.test(line) && lines.slice(index + 1, index + 4).some((later) => headerFollower.test(later)))
    return true;
  // Long attribution lines are wrapped by the mail program: "On …, Name\n<address> wrote:".
  return quoteHeaders.some(
    (header) => header.test(line) || (next !== '' && header.test(`${line} ${next}`) && /^\s*(?:On\b|在|于)/.test(line)),
  );
}

function withoutSignature(lines: readonly string[]): readonly string[] {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (!signatureStarts.some((start) => start.test(line))) continue;
    const hasTextBefore = lines.slice(0, i).some((before) => before.trim() !== '');
    const isShortTail = lines.length - i <= 12;
    if (hasTextBefore && isShortTail) return lines.slice(0, i);
  }
  return lines;
}
