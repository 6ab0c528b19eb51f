import { concepts } from './concept-list.ts';

/** Words that only carry a question. */
const manners =
  /请问|請問|咨询|諮詢|想问|想知道|知道|了解|你们|你們|我们?|您|可不可以|能不能|有没有|有沒有|是不是|可以|能够?|能|支持|使用|提供|需要|需|想要?|麻烦|帮忙|帮|一下|怎么|怎麼|怎样|如何|什么|什麼|这个|這個|这套|这款|那个|是多少|多少|请|[吗嗎呢吧啊呀么的了是在上里会要和还給给用去把被有个个]|(?:いただけ|頂け|もらえ|られ|でき)?(?:ます|ません|ました|です|でしょう)か?|(?:を|の|は|が)?(?:教えて|お願い)(?:ください|いただけ|でき|し)?|ください|下さい|対応して?い?|使え|使用|可能|大丈夫|知りたい|質問|聞きたい|相談|ありま?|あり|方法|サービス|このよう?な?|この|その|これ|それ|場合|どうやって|どう|ですが|のですが|したい|欲しい|ほしい|して|する|した|され|から|まで|とか|でも|には|では|[をはがのにでともかやへ]/gu;

const emptyEnglish = new Set(
  'can could may might i you we me my your our us do does did is are was were be been it its this that these those the a an and or of to in on at for from by with if how what which who when would will should shall have has had please possible offer possibly ok okay suitable available able get getting there here so any some use used using want need like inside only still instead proper best way just not no yes help helping assistance question questions problem problems issue issues know tell see check find learn information info details assist wondering wonder trying try having dont don about regarding more out up where hello hi hey thanks thank them they one ones something anything item items product products thing things'.split(
    ' ',
  ),
);

/** What a question is made of: concepts and the words that are left, each with what it counts. */
export type Terms = ReadonlyMap<string, number>;

/** The concepts in a text, and the text without them and without the words that only carry a question. */
export function conceptsIn(text: string): { readonly found: Terms; readonly rest: string } {
  const found = new Map<string, number>();
  let rest = text.normalize('NFKC').toLowerCase().replace(/[‘’]/g, "'");
  for (const { name, weight, words } of concepts) {
    const without = rest.replace(words, ' ');
    if (without === rest) continue;
    found.set(`${conceptMark}${name}`, weight);
    rest = without;
  }
  return { found, rest: rest.replace(manners, ' ') };
}

/** No word of a customer begins with it. */
const conceptMark = '#';

/** Whether a term is a concept, not a word. */
export function isConcept(term: string): boolean {
  return term.startsWith(conceptMark);
}

/** Whether an English word only carries a question. */
export function isCarrier(word: string): boolean {
  return emptyEnglish.has(word);
}
