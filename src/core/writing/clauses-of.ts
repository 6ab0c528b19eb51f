import { sentencesOf } from '../conversations/sentences.ts';

const breaks =
  /\s*(?:[;；:：—–()（）、，“”"「」『』…]|,(?!\d{3})|\s-\s|(?<![\p{L}])(?:and|but|or|because|since|while|whereas|which|so|then|plus|also|although|though|however|furthermore|moreover|additionally|by the way|p\.?s\.?)(?![\p{L}]))+\s*|(?:并且|而且|另外|此外|但是|不过|因为|所以|同时|以及|顺便|还有|そして|また|さらに|ただし|しかし|なお|および|ちなみに|それから|ので(?=.)|ますが|ですが)/giu;

/** The clauses of a text: what stands between stops, commas, brackets and the words that join statements. */
export function clausesOf(text: string): readonly string[] {
  return sentencesOf(text)
    .flatMap((sentence) => sentence.text.split(breaks))
    .map((clause) => (clause ?? '').trim())
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause));
}
