import { foldedScript } from '../retrieval/folded-script.ts';

/** Negations that deny nothing. */
const harmless =
  /\bno (?:later|more|less|longer|earlier) than\b|\bnot only\b|\bnot hesitate\b|n['’]t (?:hesitate|worry)\b|\bno (?:problem|worries)\b|\bwhether or not\b|不(?:同|过|仅|但|好意思|客气|用担心|久|断)|没(?:问题|关系)|申し訳(?:ござい|あり)ません|すみません|かもしれません/gu;
const negative =
  /\b(?:not|no|never|none|nor|neither|cannot|without|unable|non|except|exclud\w*|refus\w*)\b|\w+n['’]t\b|不|没|无法|未(?!来|使用|拆|开封|着用|穿|付款|发货|收到|经)|勿|拒|除外|ません|ない|なく|できず|かね|控え(?!め)|遠慮(?!なく)/u;
/** Ways to say that something is free which sound like a denial. */
const costless =
  /\b(?:at |for )?no (?:extra |additional |further |delivery |shipping |return )?(?:charge|cost|fee)s?\b|\bwithout (?:any |extra |additional )*(?:charge|cost|fee)s?\b|\bfree of charge\b|不收(?:取)?(?:任何)?(?:费用?|运费)|无需(?:支付|付)(?:运)?费|费用はかかりません|送料はかかりません/gu;

/** A text with every way to say that it costs nothing as one word. */
export function withCostless(text: string): string {
  return foldedScript(text).replace(costless, ' free ');
}

/** Whether a clause denies something. */
export function isNegative(text: string): boolean {
  return negative.test(withCostless(text).replace(harmless, ' '));
}
