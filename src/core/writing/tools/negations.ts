/** What looks like a negation and is none, or turns nothing: courtesies, questions of the form A-not-A. */
const idle =
  /\b(?:do not|don['’]t) (?:hesitate|worry|forget)\b|\bnot only\b|\bno (?:problem|worries|matter)\b|\bwhy not\b|\bif not\b|\bwhether or not\b|有没有|(\p{Script=Han})不\1|(\p{Script=Han})没\2|不好意思|不客气|不用担心|不用谢|没问题|没有问题|不同|不仅|不但|不过|不断|不管|不论|不少|不错|不明|不便|不具合|不良|差不多|对不起|了不起|来不及|申し訳(?:ござい|あり)ませ[んぬ]|すみません|すいません|かもしれません|問題(?:ござい|あり)ません|差し支え(?:ござい|あり)ません|(?:なけれ|なく|ね)ば(?:なり|いけ)ません|なければならない|ませんか|少ない|危ない/gu;
/** Forms that one language negates and another does not. */
const idleBetween =
  /\bnot (?:[\p{L}\p{N}]+ ){1,8}?until\b|\bunless\b|\bno later than\b|(?:しか|以外)[^。、]{0,12}(?:ません|ない)|\bas soon as\b/gu;
const said: readonly RegExp[] = [
  /\bneither\b[^.!?]*\bnor\b/gu,
  /\b(?:cannot|not|no|never|none|nobody|nothing|neither|nor|unable|unavailable|without|impossible|\p{L}+n['’]t)\b|\bnon-?(?:refundable|returnable|exchangeable|transferable)\b/gu,
  /不|没|未(?!来)|无法|无需|无须|勿|别(?=担心|再|用|忘)/gu,
  /ませ[んぬ]|な(?:い|かった|く)(?!て(?:も|は)よ)|ずに|不可|不要|未(?:定|対応|発送|着)|対象外|できかね|いたしかね|致しかね/gu,
];

/** How often a text says no. Between two languages only what both negate counts. */
export function negationsIn(text: string, isTranslated = false): number {
  let rest = text.toLowerCase().replace(idle, ' ');
  if (isTranslated) rest = rest.replace(idleBetween, ' ');
  let count = 0;
  for (const pattern of said)
    rest = rest.replace(pattern, () => {
      count += 1;
      return ' ';
    });
  return count;
}
