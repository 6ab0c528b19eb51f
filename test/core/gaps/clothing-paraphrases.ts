import type { ParaphraseGroup } from './paraphrases.ts';

/** A shop for clothes and shoes. Written before the present method was; one half of the sets it was chosen on. */
export const clothingGroups: readonly ParaphraseGroup[] = [
  {
    language: 'en',
    asked: [
      'Do the boots run small or true to size?',
      'Should I order half a size up?',
      'I usually wear a 42, which size do I need in your boots?',
      'Are these shoes cut narrow? Not sure about sizing',
    ],
  },
  {
    language: 'en',
    asked: [
      'Can the jumper go in the washing machine?',
      'How do I wash merino wool?',
      'Is the sweater machine washable or does it need dry cleaning?',
      'What are the washing instructions for the wool jumper, which temperature?',
    ],
  },
  {
    language: 'en',
    asked: [
      'Will the jeans shrink in the tumble dryer?',
      'How much do the trousers shrink after the first wash?',
      'Are the jeans pre-shrunk?',
      'My last pair got a lot shorter after washing, does that happen with yours?',
    ],
  },
  {
    language: 'en',
    asked: [
      'Is the jacket really waterproof or only water repellent?',
      'Does the coat keep you dry in heavy rain?',
      'What is the water column of the parka?',
      'Can I wear it on a rainy day without getting wet?',
    ],
  },
  {
    language: 'en',
    asked: [
      'Do you have a student discount?',
      'I study in Leeds, is there a reduction for students?',
      'Do you take UNiDAYS codes?',
      'Hi, are there any student prices?',
    ],
  },
  {
    language: 'en',
    asked: [
      'Can you shorten the trousers for me?',
      'Do you offer a hemming service?',
      'The legs are too long, is there somebody at your place who could take them up?',
      'Is alteration of the hem possible before shipping?',
    ],
  },
  {
    language: 'en',
    asked: [
      'Is the bag made of real leather?',
      'Are your belts vegan?',
      'What animal is the leather from?',
      'Do you use genuine or faux leather for the bags?',
    ],
  },
  {
    language: 'en',
    asked: [
      'The zip is broken, do you repair it?',
      'Is there a repair service for jackets?',
      'Can I send my old coat in to be mended?',
      'A seam came open after two years, could you fix that?',
    ],
  },
  {
    language: 'zh',
    asked: ['鞋子偏大还是偏小？', '平时穿38码，这双要买多大的', '尺码标准吗', '脚比较宽，需要买大一码吗'],
  },
  { language: 'zh', asked: ['毛衣可以机洗吗？', '羊毛衫怎么洗', '这件毛衣能放洗衣机里洗吗', '需要干洗还是可以水洗'] },
  { language: 'zh', asked: ['牛仔裤会缩水吗？', '洗了以后会不会变短', '缩水严重吗', '烘干会缩吗'] },
  { language: 'zh', asked: ['这件衣服会掉色吗？', '洗的时候褪色吗', '黑色的掉不掉色', '跟白衣服一起洗会染色吗'] },
  { language: 'zh', asked: ['外套防水吗？', '下雨天可以穿吗', '冲锋衣防水等级是多少', '雨淋湿了会不会透'] },
  { language: 'zh', asked: ['裤子可以改短吗？', '裤脚太长了能帮忙裁吗', '有改裤长的服务吗', '能不能发货前修一下裤边'] },
  { language: 'zh', asked: ['包是真皮的吗？', '皮带是什么皮', '这个是牛皮还是人造革', '是不是PU皮'] },
  {
    language: 'zh',
    asked: ['预售什么时候发货？', '预售款要等多久', '预定的外套几号能寄出', '请问预售商品的发货时间'],
  },
  {
    language: 'ja',
    asked: [
      'サイズ感は大きめですか、小さめですか？',
      '普段24cmですがどのサイズを選べばいいですか',
      '幅広の足でも履けますか',
      'ワンサイズ上を買った方がいいですか',
    ],
  },
  {
    language: 'ja',
    asked: [
      'セーターは洗濯機で洗えますか？',
      'ニットの洗い方を教えてください',
      '家で洗濯できますか、それともクリーニングですか',
      'ウールのセーターは水洗いできますか',
    ],
  },
  {
    language: 'ja',
    asked: [
      'ジーンズは縮みますか？',
      '乾燥機に入れると縮みますか',
      '洗うと丈が短くなりますか',
      'どのくらい縮むか知りたいです',
    ],
  },
  {
    language: 'ja',
    asked: [
      '色落ちしますか？',
      '洗濯すると色が移りますか',
      '黒は色あせしやすいですか',
      '白い服と一緒に洗っても大丈夫？',
    ],
  },
  {
    language: 'ja',
    asked: [
      'ジャケットは防水ですか？',
      '雨の日に着ても大丈夫ですか',
      '撥水加工はされていますか',
      'コートの耐水圧を教えてください',
    ],
  },
  {
    language: 'ja',
    asked: [
      '裾上げはしてもらえますか？',
      'ズボンの丈を短くできますか',
      '丈詰めサービスはありますか',
      'パンツの裾直しをお願いしたいのですが',
    ],
  },
  {
    language: 'ja',
    asked: ['バッグは本革ですか？', 'ベルトの革は何の革ですか', '合成皮革でしょうか', 'レザーは本物ですか'],
  },
  {
    language: 'ja',
    asked: [
      '予約商品はいつ発送されますか？',
      '予約したコートはいつ届きますか',
      '予約品の発送時期を教えてください',
      '先行予約の商品はどのくらい待ちますか',
    ],
  },
  ...[
    'Do you have a catalogue on paper?',
    'Which socks go with the hiking boots?',
    'Are the models on the site photos wearing a medium?',
    'Do you hire sales assistants?',
  ].map((text): ParaphraseGroup => ({ language: 'en', asked: [text] })),
  ...['模特身高多少？', '这个款式有长袖的吗', '能跟你们合作直播吗', '袜子是纯棉的吗'].map((text): ParaphraseGroup => ({
    language: 'zh',
    asked: [text],
  })),
  ...['モデルの身長は何センチですか？', '靴ひもだけ買えますか', 'カタログを送ってください', '夏でも着られますか'].map(
    (text): ParaphraseGroup => ({ language: 'ja', asked: [text] }),
  ),
];
