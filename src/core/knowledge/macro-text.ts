import { isCourtesy } from '../conversations/courtesy.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import { placeholdersIn, withoutNames } from './macro-placeholders.ts';

/** Courtesies that answer: "Yes." is the answer to what was asked. */
const answers =
  /^(?:yes|no|yep|nope|sure|of course|ok(?:ay)?|是的?|不是|可以|不可以|能|不能|好的?|没有|有|はい|いいえ|もちろん)(?![\p{L}'’])/iu;
/** A clause that only opens: who is spoken to, or thanks for writing. */
const opening =
  /^(?:hi+|hey+|hello|dear|good (?:morning|afternoon|evening|day)|greetings|(?:many )?(?:thanks|thank you)|您好|你好|亲|亲爱的|尊敬的|感谢|谢谢|こんにちは|こんばんは|お世話|いつも)/iu;
/** What a reply says at its end whatever it is about; the desk closes with the store's own words. */
const farewells: readonly RegExp[] = [
  /^(?:if|should) (?:you|there)(?=.{0,80}\b(?:any|other|further|more|additional|else)\b).{0,80}\b(?:questions?|concerns?|help|assistance|anything)\b.{0,60}\b(?:hesitate|free|let (?:us|me) know|contact|reach|reply|ask|write|here|happy|touch)\b.{0,60}$/isu,
  /^(?:please )?(?:do(?:n'?t| not) hesitate|feel free) to\b.{0,60}\b(?:contact|reach|ask|write|reply|call|get in touch|let us know)\b.{0,60}$/isu,
  /^(?:please )?let (?:us|me) know if\b(?=.{0,60}\b(?:any|other|further|more|additional|else)\b).{0,60}\b(?:questions?|concerns?|help|assistance|anything)\b.{0,60}$/isu,
  /^is there anything else\b.{0,60}$/isu,
  /^(?:we(?:'re| are)|i(?:'m| am)) (?:always )?(?:here|happy) to help\b.{0,40}$/isu,
  /^(?:如|若|如果|倘若|假如)?(?:您|你)?(?:还有|还|有|仍有)?(?:任何|其他|其它)?(?:疑问|问题|需要)[，,]?.{0,16}(?:联系|咨询|告诉|告知|回复|询问).{0,12}$/u,
  /^(?:祝|愿)(?:您|你).{0,16}$/u,
  /^(?:(?:その他|他に|また、?|もし|何か|ほかに).{0,6})?(?:ご不明|ご質問|お困り|不明).{0,20}(?:お気軽に|いつでも|ご連絡|お問い合わせ|お申し付け).{0,24}$/u,
  /^(?:今後とも|引き続き|何卒|どうぞ)?.{0,12}よろしくお願い.{0,12}$/u,
];
const signOff =
  /^(?:(?:kind|best|warm|many|with)(?:est)? )?(?:regards|wishes|best|sincerely|yours(?: \w+)?|cheers|love|take care|thanks|thank you|many thanks)\b|^(?:此致|敬礼|祝好|顺祝|敬具|以上)/iu;
const longestFarewell = 400;
const mostClauses = 4;
const longestSignature = 6;
const longestSignatureLine = 60;
const honorifics = /^[\s,，、!！:：]+|(?<=^|\n)\s*(?:様|さま|さん)[、,]?\s*/gu;

/**
 * What a ready-made reply answers: without the greeting, the courtesies and the signature around it, and without the
 * customer's name in what only greets. Everything between stays word for word, its placeholders too.
 */
export function answerOfMacro(body: string): string {
  const sentences = sentencesOf(withoutSignature(body));
  const saying = sentences.map(({ text }) => withoutOpening(text));
  const first = saying.findIndex((text) => !isAround(text));
  if (first < 0) return '';
  const last = sentences.findLastIndex(({ text }, i) => i <= first || !isAround(text));
  const rest = sentences.slice(first + 1, last + 1).map(({ lead, text }) => lead + text);
  return [saying[first] ?? '', ...rest].join('').trim();
}

/** Whether a sentence says nothing of the matter: a greeting, thanks for writing, a farewell, a name. */
function isAround(sentence: string): boolean {
  const bare = withoutNames(sentence).replace(honorifics, '').trim();
  // "Dear to us is …" is no greeting.
  if (answers.test(bare) || /^dear\b.*\.$/isu.test(bare)) return false;
  if (bare !== '' && placeholdersIn(bare).length > 0) return false;
  if (isCourtesy(bare)) return true;
  if (bare.length > longestFarewell) return false;
  const said = bare
    .normalize('NFKC')
    .replaceAll('’', "'")
    .replace(/[\s.!。！~～:;,，、]+$/u, '');
  // Where to turn to is worth saying.
  const isPointing = /[\d@]|:\/\//.test(said);
  return !isPointing && farewells.some((farewell) => farewell.test(said));
}

/** A sentence without the clauses that greet at its head: "Hi {{name}}, thanks for writing, we ship …". */
function withoutOpening(sentence: string): string {
  let rest = sentence;
  for (let clauses = 0; clauses < mostClauses; clauses++) {
    const [, clause, after] = /^([^,，、!！:：\n]{1,80}[,，、!！:：]\s*)(.+)$/su.exec(rest) ?? [];
    if (clause === undefined || after === undefined || !isOpening(clause)) return rest;
    rest = after.charAt(0).toUpperCase() + after.slice(1);
  }
  return rest;
}

function isOpening(clause: string): boolean {
  const bare = withoutNames(clause).replace(honorifics, '').trim();
  const isNamed = bare.length < clause.trim().length;
  if (placeholdersIn(bare).length > 0 || answers.test(bare)) return false;
  return isCourtesy(bare) && (isNamed || opening.test(bare));
}

/** The text up to its signature: the line of RFC 3676, or a sign-off with nothing but names and titles below. */
function withoutSignature(body: string): string {
  const lines = body.replace(/\r\n?/g, '\n').trimEnd().split('\n');
  const marked = lines.findIndex((line, i) => i > 0 && /^-- ?$/.test(line));
  const kept = marked < 0 ? lines : lines.slice(0, marked);
  const from = Math.max(1, kept.length - longestSignature);
  const start = kept.findIndex((line, i) => i >= from && isSignOff(line) && kept.slice(i + 1).every(isOfSignature));
  const text = (start < 0 ? kept : kept.slice(0, start)).join('\n').trimEnd();
  return withoutAgent(text);
}

function isSignOff(line: string): boolean {
  const bare = line.trim();
  return (
    signOff.test(bare) && (isCourtesy(bare) || placeholdersIn(bare).length > 0) && bare.length <= longestSignatureLine
  );
}

/** A name, a title, an address: short, and no sentence. */
function isOfSignature(line: string): boolean {
  const bare = line.trim();
  return bare.length <= longestSignatureLine && !/[.!?。！？]\s*$/u.test(bare.replace(/\b(?:Inc|Ltd|Co|GmbH)\.$/u, ''));
}

/** Lines at the end that hold nothing but what is filled in: the agent's name, the store's. */
function withoutAgent(text: string): string {
  const lines = text.split('\n');
  while (lines.length > 1) {
    const last = (lines.at(-1) ?? '').trim();
    const found = placeholdersIn(last);
    const rest = found.reduce((line, each) => line.replaceAll(each, ''), last);
    if (last !== '' && (found.length === 0 || /[\p{L}\p{N}]/u.test(rest) || !found.every(isOfAgent))) break;
    lines.pop();
  }
  return lines.join('\n').trimEnd();
}

function isOfAgent(placeholder: string): boolean {
  return /agent|assignee|current_?user|author|sender|signature|brand|account|store|shop|担当|客服/iu.test(placeholder);
}
