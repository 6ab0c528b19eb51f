/** Chinese and Japanese words that only carry a question, in folded script, where the search stands. */
export const carriers =
  /请问|咨询|想问|想知道|知道|了解|你们|您们?|我们?|可不可以|能不能|有没有|是不是|可以|能够?|支持|提供|需要|想要?|麻烦|帮忙|帮我?|一下|怎么样|怎么办|怎么|怎样|如何|什么|服务|现在|必要|这[个套款件双种]?|那个?|是多少|多少|请|[吗呢吧啊呀么的了是在会要和还给把被个你上里有去到]|(?:いただけ|顶け|もらえ|られ|でき)?(?:ます|ません|ました|です|でしょう)か?|(?:を|の|は|が)?(?:教えて|お愿い)(?:ください|いただけ|でき|し)?|ください|下さい|対応して?い?|对応して?い?|对应して?い?|大丈夫|知りたい|质问|闻きたい|相谈|可能|ありま?|あり|方法|サービス|このよう?な?|この|その|これ|それ|场合|どうすればいい|どうやって|どうですか|どう|のですが|ですが|したい|欲しい|ほしい|して|する|した|され|から|まで|とか|でも|には|では/uy;

const emptyEnglish = new Set(
  'can could may might i you we me my your our us do does did is are was were be been it its this that these those the a an and or of to in on at for from by with if how what which who when would will should shall have has had please possible offer possibly ok okay suitable available able get getting there here so any some use used using want need like inside only still instead proper best way just not no yes help helping assistance question questions problem problems issue issues know tell see check find learn information info details assist wondering wonder trying try having dont don about regarding more out up where hello hi hey thanks thank them they one ones something anything item items product products thing things'.split(
    ' ',
  ),
);

/** Whether an English word only carries a question. */
export function isCarrier(word: string): boolean {
  return emptyEnglish.has(word) || emptyEnglish.has(word.replace(/'.*$/, ''));
}
