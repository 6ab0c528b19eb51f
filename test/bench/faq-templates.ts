import type { ReplyLanguage } from '#shared/model/basics.ts';

/** One thing people ask about a product: {p} is the product, {n} a number, {m} a smaller one. */
export type FaqTemplate = {
  /** As the owner words it. */
  readonly questions: readonly string[];
  readonly answer: string;
  /** As a customer writes it. */
  readonly asked: string;
};

export type FaqVocabulary = {
  readonly lines: readonly string[];
  readonly products: readonly string[];
  readonly greetings: readonly string[];
  readonly closings: readonly string[];
  readonly templates: readonly FaqTemplate[];
};

const line = (questions: readonly string[], answer: string, asked: string): FaqTemplate => ({
  questions,
  answer,
  asked,
});

const english: FaqVocabulary = {
  lines: ['Aster', 'Birk', 'Corvo', 'Dune', 'Elm', 'Fjord', 'Gale', 'Harbour', 'Isla', 'Juniper', 'Kelp', 'Larch'],
  products: (
    'kettle,toaster,coffee grinder,frying pan,saucepan,stand mixer,hand blender,rice cooker,water filter,bread tin,' +
    'knife set,chopping board,tea pot,travel mug,lunch box,desk lamp,wool blanket,duvet cover,bath towel,rain jacket,' +
    'running shoes,hiking boots,backpack,suitcase,bike light,yoga mat,camping stove,sleeping bag,headphones,phone case'
  ).split(','),
  greetings: ['Hi there, ', 'Hello, ', 'Good morning! ', 'Hey, ', ''],
  closings: ['\n\nThanks a lot', '\n\nBest, Ann', '\n\nMany thanks in advance!', ''],
  templates: [
    line(['How long does delivery of the {p} take?', 'When will my {p} arrive?'], 'The {p} leaves our warehouse within {m} working days and takes {n} more days to reach you. You get a tracking link by e-mail.', 'I ordered the {p} and wonder how many days it usually needs to get here?'),
    line(['Can I return the {p}?', 'What is the return period for the {p}?'], 'You can return the {p} within {n} days of delivery, unused and in its box. We refund the price within {m} working days after it arrives.', 'the {p} is not what I expected, can I send it back and get my money?'),
    line(['What warranty does the {p} have?', 'How long is the guarantee on the {p}?'], 'The {p} has a warranty of {n} months against faults in material and workmanship. Wear and misuse are not covered.', 'is there still a guarantee on my {p} if it stops working after a year?'),
    line(['Is the {p} dishwasher safe?', 'How do I clean the {p}?'], 'Wash the {p} by hand with warm water and a soft cloth, at most {n} degrees. A dishwasher dulls its surface within {m} cycles.', 'how should I wash the {p}, does it survive the dishwasher?'),
    line(['Which sizes does the {p} come in?', 'What are the dimensions of the {p}?'], 'The {p} comes in {m} sizes; the largest is {n} cm long. A drawing with all measures is on the product page.', 'Could you tell me how big the {p} is exactly, I only have a small shelf.'),
    line(['Do you have spare parts for the {p}?', 'Where can I buy a replacement part for the {p}?'], 'Spare parts for the {p} are kept for {n} years. Tell us the number on the underside and we send the part within {m} days.', 'A piece of my {p} broke off. Do you sell that part separately?'),
    line(['Is the {p} back in stock soon?', 'When will the {p} be available again?'], 'The {p} is made in small runs and comes back about every {n} weeks. Press "Tell me" on its page and you get one e-mail.', 'Your page says the {p} is sold out, any idea when you get new ones?'),
    line(['Does the {p} contain plastic?', 'What is the {p} made of?'], 'The {p} is made of recycled steel, beech and {m} small parts of plastic free of BPA. It weighs {n} hundred grams.', 'what material is the {p} made from, any plastics inside?'),
    line(['Can I change the colour of my {p} order?', 'Which colours does the {p} have?'], 'The {p} comes in {m} colours. You can change the colour until the parcel is packed, usually {n} hours after you ordered.', 'I picked the wrong colour for my {p}, can you still switch it?'),
    line(['Do you ship the {p} abroad?', 'What does it cost to send the {p} to Norway?'], 'We send the {p} to {n} countries. Outside the EU the post collects VAT and a fee of about {m} euros at the door.', 'Would you ship a {p} to Oslo and what would I pay in total?'),
    line(['How do I register my {p}?', 'Where is the serial number of the {p}?'], 'The serial number of the {p} has {n} characters and stands under the base. Register it within {m} weeks to extend the warranty.', 'where do I find the serial number of the {p} to register it?'),
    line(['The {p} makes a strange noise, what can I do?', 'Why is my {p} so loud?'], 'A humming {p} is normal for the first {n} minutes. If it rattles, tighten the {m} screws below; if that does not help, write to us.', 'My {p} suddenly started rattling, is that dangerous?'),
    line(['Is there a discount for {n} pieces of the {p}?', 'Do you sell the {p} to companies?'], 'From {n} pieces of the {p} on we give {m} percent off. Write to us with the delivery address for a quote.', 'We would like to buy several of the {p} for our office, is there a business price?'),
    line(['Can I pay for the {p} by invoice?', 'Which payment methods are there for the {p}?'], 'You can pay for the {p} by card, bank transfer or in {m} instalments. Invoices are due after {n} days.', 'is it possible to pay the {p} later with an invoice?'),
    line(['My {p} arrived damaged, what now?', 'The {p} was broken when it arrived.'], 'We are sorry. Send us {m} photos of the {p} and of the box within {n} days, and a new one leaves the same day.', 'The box was crushed and the {p} has a crack. What happens now?'),
    line(['Can I cancel my order of the {p}?', 'How do I cancel the {p}?'], 'You can cancel the {p} for {n} hours after ordering, in your account under Orders. Later, refuse the parcel; we refund in {m} days.', 'please stop my {p} order, I do not need it any more. Is that still possible?'),
    line(['Which voltage does the {p} need?', 'Does the {p} work in the USA?'], 'The {p} needs 230 V and {n} watts. In countries with 110 V it runs at half its power and may stop after {m} minutes.', 'will the {p} work with American sockets?'),
    line(['How do I descale the {p}?', 'How often should I maintain the {p}?'], 'Descale the {p} every {n} weeks with {m} spoons of citric acid in a litre of water, then rinse it twice.', 'there is white stuff inside my {p}, how do I get rid of it?'),
    line(['Is the {p} safe for children?', 'From what age can the {p} be used?'], 'The {p} is meant for people from {n} years on. Its lid locks, and it switches itself off after {m} minutes.', 'can my kids use the {p} on their own?'),
    line(['Do you gift-wrap the {p}?', 'Can you add a card to the {p}?'], 'We wrap the {p} in paper of our own for {m} euros and add a card of up to {n} words. Choose it in the basket.', 'The {p} is a birthday present, could you wrap it and write a note?'),
  ],
};

const chinese: FaqVocabulary = {
  lines: ['紫菀', '白桦', '渡鸦', '沙丘', '榆木', '峡湾', '疾风', '港湾', '伊拉', '杜松', '海带', '落叶松'],
  products: (
    '电热水壶,烤面包机,咖啡研磨机,平底锅,汤锅,厨师机,手持搅拌器,电饭煲,净水器,吐司模具,刀具套装,砧板,茶壶,随行杯,饭盒,' +
    '台灯,羊毛毯,被套,浴巾,雨衣,跑步鞋,登山靴,双肩包,行李箱,自行车灯,瑜伽垫,露营炉,睡袋,耳机,手机壳'
  ).split(','),
  greetings: ['你好，', '您好！', '请问一下，', ''],
  closings: ['谢谢！', '麻烦尽快回复。', ''],
  templates: [
    line(['{p}多久能送到？', '{p}的配送需要几天？'], '{p}会在{m}个工作日内发货，之后大约{n}天送达，您会收到物流查询链接。', '我买的{p}大概几天能到？'),
    line(['{p}可以退货吗？', '{p}的退货期限是多久？'], '收到{p}后{n}天内，未使用且包装完好即可退货，退款会在{m}个工作日内原路退回。', '{p}不太合适，想退款，怎么办理？'),
    line(['{p}保修多长时间？', '{p}的质保期是多久？'], '{p}享有{n}个月的质保，材料和做工问题免费维修，人为损坏不在范围内。', '{p}用了一年坏了，还在保修期吗？'),
    line(['{p}怎么清洗？', '{p}可以放进洗碗机吗？'], '请用不超过{n}度的温水和软布手洗{p}，洗碗机洗{m}次后表面会变暗。', '{p}能直接用洗碗机洗吗？'),
    line(['{p}有哪些尺寸？', '{p}的尺寸是多少？'], '{p}有{m}种尺寸，最大长度{n}厘米，详细尺寸图在商品页面。', '请问{p}具体有多大？我家柜子比较小。'),
    line(['{p}有配件卖吗？', '在哪里买{p}的替换零件？'], '{p}的零件保留{n}年，请告诉我们底部编号，{m}天内寄出。', '我的{p}有个零件断了，可以单独购买吗？'),
    line(['{p}什么时候补货？', '{p}还会有货吗？'], '{p}大约每{n}周补货一次，在商品页面点击“到货提醒”即可。', '页面显示{p}缺货，什么时候能买到？'),
    line(['{p}是什么材质？', '{p}含塑料吗？'], '{p}由回收钢材和榉木制成，有{m}个不含双酚A的塑料小件，重{n}百克。', '{p}是什么材料做的？里面有塑料吗？'),
    line(['{p}可以换颜色吗？', '{p}有哪些颜色？'], '{p}有{m}种颜色，打包之前（通常下单后{n}小时内）可以更换颜色。', '{p}颜色选错了，还能改吗？'),
    line(['{p}可以寄到国外吗？', '{p}寄到挪威要多少运费？'], '{p}可以寄往{n}个国家，欧盟以外由邮局收取增值税和约{m}欧元手续费。', '{p}能寄到海外吗？一共要付多少钱？'),
    line(['{p}如何注册？', '{p}的序列号在哪里？'], '{p}的序列号共{n}位，位于底座下方，{m}周内注册可延长质保。', '想给{p}注册，序列号在哪儿？'),
    line(['{p}声音很大怎么办？', '{p}为什么有噪音？'], '{p}前{n}分钟有嗡嗡声属正常，若有异响请拧紧底部{m}颗螺丝，仍未解决请联系我们。', '{p}突然咔咔响，是不是坏了？'),
    line(['批量购买{p}有优惠吗？', '公司可以采购{p}吗？'], '{p}满{n}件享{m}%折扣，请附上收货地址联系我们报价。', '公司想买几个{p}，有企业价吗？'),
    line(['{p}支持哪些付款方式？', '买{p}可以开发票吗？'], '{p}支持银行卡、转账或分{m}期付款，发票账期为{n}天。', '买{p}可以先开发票后付款吗？'),
    line(['收到的{p}破损了怎么办？', '{p}到货时是坏的。'], '非常抱歉，请在{n}天内发送{m}张{p}和包装的照片，我们当天补发。', '箱子压扁了，{p}有裂缝，怎么处理？'),
    line(['可以取消{p}的订单吗？', '怎么取消{p}订单？'], '下单后{n}小时内可在“我的订单”取消{p}，之后请拒收，{m}天内退款。', '我不想要{p}了，订单还能取消吗？'),
  ],
};

const japanese: FaqVocabulary = {
  lines: ['アスター', 'ビルク', 'コルボ', 'デューン', 'エルム', 'フィヨルド', 'ゲイル', 'ハーバー', 'イスラ', 'ジュニパー', 'ケルプ', 'ラーチ'],
  products: (
    '電気ケトル,トースター,コーヒーミル,フライパン,片手鍋,スタンドミキサー,ハンドブレンダー,炊飯器,浄水器,食パン型,包丁セット,まな板,' +
    'ティーポット,タンブラー,弁当箱,デスクライト,ウール毛布,掛け布団カバー,バスタオル,レインジャケット,ランニングシューズ,登山靴,リュック,' +
    'スーツケース,自転車ライト,ヨガマット,キャンプコンロ,寝袋,ヘッドホン,スマホケース'
  ).split(','),
  greetings: ['こんにちは。', 'お世話になっております。', 'すみません、', ''],
  closings: ['よろしくお願いいたします。', 'ご返信お待ちしています。', ''],
  templates: [
    line(['{p}の配送には何日かかりますか？', '{p}はいつ届きますか？'], '{p}は{m}営業日以内に発送し、その後{n}日ほどでお届けします。追跡リンクをメールでお送りします。', '注文した{p}はだいたい何日で届きますか？'),
    line(['{p}は返品できますか？', '{p}の返品期限はいつまでですか？'], '{p}は到着後{n}日以内、未使用で箱がそろっていれば返品できます。返金は到着から{m}営業日以内です。', '{p}が思っていたものと違ったので返品して返金してほしいです。できますか？'),
    line(['{p}の保証期間はどのくらいですか？', '{p}に保証はありますか？'], '{p}の保証期間は{n}か月です。材料と製造の不具合が対象で、消耗と誤使用は対象外です。', '{p}が一年で壊れました。まだ保証は使えますか？'),
    line(['{p}は食洗機で洗えますか？', '{p}のお手入れ方法を教えてください。'], '{p}は{n}度までのぬるま湯と柔らかい布で手洗いしてください。食洗機では{m}回ほどで表面がくもります。', '{p}はどうやって洗えばいいですか？食洗機は大丈夫ですか？'),
    line(['{p}のサイズを教えてください。', '{p}の寸法はどのくらいですか？'], '{p}は{m}サイズあり、最大で長さ{n}センチです。図面は商品ページにあります。', '棚が小さいので、{p}の正確な大きさを教えていただけますか？'),
    line(['{p}の部品は買えますか？', '{p}の交換部品はどこで買えますか？'], '{p}の部品は{n}年間保管しています。底面の番号をお知らせいただければ{m}日以内にお送りします。', '{p}の部品が折れました。部品だけ売っていますか？'),
    line(['{p}の再入荷はいつですか？', '{p}はまた入荷しますか？'], '{p}はおよそ{n}週間ごとに再入荷します。商品ページの「お知らせ」を押してください。', '{p}が売り切れですが、次はいつ入りますか？'),
    line(['{p}の素材は何ですか？', '{p}にプラスチックは使われていますか？'], '{p}は再生鋼とブナ材でできており、BPAを含まない小さな部品が{m}個あります。重さは{n}百グラムです。', '{p}は何でできていますか？プラスチックは入っていますか？'),
    line(['{p}の色は変更できますか？', '{p}は何色ありますか？'], '{p}は{m}色あります。梱包前（通常はご注文から{n}時間以内）なら変更できます。', '{p}の色を間違えて注文しました。まだ変えられますか？'),
    line(['{p}は海外に送れますか？', '{p}をノルウェーに送るといくらですか？'], '{p}は{n}か国にお送りできます。EU外では郵便局が付加価値税と約{m}ユーロの手数料を受け取ります。', '{p}を海外に送ってもらえますか？全部でいくらになりますか？'),
    line(['{p}の登録方法を教えてください。', '{p}のシリアル番号はどこですか？'], '{p}のシリアル番号は{n}文字で、底面にあります。{m}週間以内の登録で保証が延びます。', '{p}を登録したいのですが、シリアル番号はどこにありますか？'),
    line(['{p}の音が大きいのですが。', '{p}から異音がします。'], '{p}は最初の{n}分ほど音がしますが正常です。ガタつく場合は底の{m}本のねじを締めてください。', '{p}から急にカタカタ音がします。故障でしょうか？'),
    line(['{p}のまとめ買い割引はありますか？', '{p}を法人で購入できますか？'], '{p}は{n}個から{m}パーセント引きです。お届け先を添えてお問い合わせください。', '会社で{p}をいくつか買いたいのですが、法人価格はありますか？'),
    line(['{p}の支払い方法を教えてください。', '{p}は請求書払いできますか？'], '{p}はカード、振込、{m}回の分割でお支払いいただけます。請求書の期限は{n}日です。', '{p}を請求書で後払いにできますか？'),
    line(['届いた{p}が壊れていました。', '{p}が破損していた場合はどうすればいいですか？'], '申し訳ございません。{n}日以内に{p}と箱の写真を{m}枚お送りください。当日中に新しいものを発送します。', '箱がつぶれていて{p}にひびが入っています。どうすればいいですか？'),
    line(['{p}の注文をキャンセルできますか？', '{p}のキャンセル方法を教えてください。'], '{p}はご注文から{n}時間以内なら注文履歴から取り消せます。その後は受け取りを断ってください。{m}日で返金します。', '{p}がいらなくなりました。注文を取り消せますか？'),
  ],
};

export const faqVocabularies: Readonly<Record<ReplyLanguage, FaqVocabulary>> = {
  en: english,
  zh: chinese,
  ja: japanese,
};
