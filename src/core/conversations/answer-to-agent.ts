import { askedTerms } from '../retrieval/terms.ts';
import { isAsk } from './asks.ts';
import { isBareDatum } from './bare-data.ts';
import { withoutCourtesy } from './courtesy.ts';
import { sentencesOf } from './sentences.ts';

/** Asks what the customer wants at all: whatever comes back is the matter itself. */
const opens =
  /\b(?:how (?:can|may|could) (?:i|we) (?:help|assist|be of)|what can (?:i|we) do|what(?:['’]s| is| seems to be) (?:the |your )?(?:issue|problem|question|concern|matter|trouble)|what (?:happened|went wrong|brings you)|(?:any|some)thing else|(?:tell|show) (?:me|us) more|more (?:details?|information)|(?:describe|explain) )/iu;
const opensChinese =
  /有什么.{0,6}(?:帮|需要|问题)|什么问题|怎么了|还有(?:什么|其他|别的)|详细|具体.{0,4}(?:情况|描述)|描述一?下/u;
const opensJapanese =
  /ご用件|いかがなさ|どう(?:なさい|されまし)|どのような.{0,6}(?:用件|問題|お困り|ご相談|状況)|他に(?:何か|ご)|詳しく|詳細/u;
/** Asks which of several is meant: the answer completes what the customer asked before. */
const narrows =
  /\b(?:which|what (?:model|size|colou?r|type|kind|sort|product|item|version|brand|country|city|area|variant|flavou?r))\b|\bwhere (?:do you live|are you|should|would|to)\b|哪(?:个|個|一|款|种|種|里|裡|国)|什么(?:型号|尺寸|颜色|产品|商品|规格)|どの|どちら|どれ|何色|型番|サイズ/iu;
/** An answer of so few telling words, numbers and names aside, asks nothing by itself. */
const mostTerms = 2;
const mostCharacters = 7;

/** Whether an agent's message ends in a question. */
function asksBack(agentText: string): readonly string[] {
  return sentencesOf(agentText)
    .slice(-3)
    .map((sentence) => sentence.text)
    .filter((sentence) =>
      /[?？]|(?:吗|呢|か)[。.]?$|(?:教えて|お知らせ|お聞かせ|ご連絡)(?:ください|下さい|いただけ)|请(?:提供|告诉|告知|发)|\b(?:please|kindly) (?:provide|share|send|give|confirm|tell)\b/iu.test(
        sentence,
      ),
    );
}

/**
 * What a customer's message is to the agent's question before it: `matter` where it tells or asks something by itself,
 * `detail` where it completes what was asked earlier ("Which colour?" – "The blue one"), `answer` where it only answers.
 */
export function roleAfter(agentText: string, text: string): 'matter' | 'detail' | 'answer' {
  const questions = asksBack(agentText);
  if (
    questions.length === 0 ||
    questions.some((one) => opens.test(one) || opensChinese.test(one) || opensJapanese.test(one))
  )
    return 'matter';
  const telling = sentencesOf(text)
    .map((sentence) => withoutCourtesy(sentence.text))
    .filter((sentence) => sentence !== '');
  if (telling.some((sentence) => isAsk(sentence) && !isBareDatum(sentence))) return 'matter';
  if (!isThin(telling)) return 'matter';
  return questions.some((one) => narrows.test(one)) ? 'detail' : 'answer';
}

const data = /[\p{L}_-]{0,6}\d[\p{L}\p{N}_.:/-]*|[\w.+-]{1,64}@[\w.-]{1,100}|https?:\/\/\S+/gu;
const assent =
  /\b(?:yes|yeah|yep|no|nope|ok|okay|sure|please|thanks?|that|one|ones|sounds?|good|fine|great|i|would|like|want|take|think|guess)\b/giu;

function isThin(sentences: readonly string[]): boolean {
  const said = sentences
    .filter((sentence) => !isBareDatum(sentence))
    .join(' ')
    .replace(data, ' ');
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(said))
    return (said.match(/\p{L}/gu)?.length ?? 0) <= mostCharacters;
  const bare = said.replace(assent, ' ');
  return !/\p{L}/u.test(bare) || askedTerms(bare).length <= mostTerms;
}
