import type { ParaphraseGroup } from './paraphrases.ts';

/** A shop for headphones and loudspeakers. Written before the present method was; the other half of the sets it was chosen on. */
export const audioGroups: readonly ParaphraseGroup[] = [
  {
    language: 'en',
    asked: [
      'How long does the battery last on one charge?',
      'What is the battery life with noise cancelling on?',
      'How many hours can I listen before I have to recharge?',
      'Playtime of the earbuds?',
    ],
  },
  {
    language: 'en',
    asked: [
      'My headphones do not pair with my phone any more',
      'How do I connect them by Bluetooth?',
      'Pairing mode does not start, what shall I press?',
      'The laptop cannot find the headset over bluetooth',
    ],
  },
  {
    language: 'en',
    asked: [
      'Can I connect to two devices at the same time?',
      'Do they support multipoint?',
      'Is it possible to use them with laptop and phone simultaneously?',
      'Switching between my computer and mobile without pairing again, does that work?',
    ],
  },
  {
    language: 'en',
    asked: [
      'Where can I buy new ear pads?',
      'The cushions are worn out, do you sell replacements?',
      'Are the ear cushions of the Nova 2 replaceable?',
      'I need a spare pair of pads for my headphones',
    ],
  },
  {
    language: 'en',
    asked: [
      'Can I wear them while running, are they sweat proof?',
      'Are the earbuds water resistant?',
      'What IP rating do they have?',
      'Will rain or sweat damage them in the gym?',
    ],
  },
  {
    language: 'en',
    asked: [
      'Only the right side plays sound',
      'There is no sound from the left earbud',
      'One earphone has stopped working, the other is fine',
      'Left channel is silent, what can I do?',
    ],
  },
  {
    language: 'en',
    asked: [
      'How do I update the firmware?',
      'Where can I download the latest firmware?',
      'The app says an update is available but it fails',
      'Is a software update out for the speaker?',
    ],
  },
  {
    language: 'en',
    asked: [
      'How good is the microphone for calls?',
      'Can I make phone calls with it?',
      'Does the headset have a built-in mic?',
      'Do people hear me well in meetings?',
    ],
  },
  { language: 'zh', asked: ['充一次电能用多久？', '续航多长时间', '电池能撑几个小时', '开降噪能听多久'] },
  { language: 'zh', asked: ['蓝牙连不上手机怎么办？', '怎么配对', '耳机搜索不到蓝牙', '连接手机失败了'] },
  {
    language: 'zh',
    asked: ['可以同时连两台设备吗？', '支持多点连接吗', '能不能电脑手机一起连', '两个设备之间怎么切换'],
  },
  { language: 'zh', asked: ['耳罩可以单独买吗？', '耳机套坏了有卖的吗', '海绵套能更换吗', '想买一副替换的耳罩'] },
  { language: 'zh', asked: ['运动出汗可以戴吗？', '耳机防水吗', '防水等级多少', '跑步流汗会不会坏'] },
  { language: 'zh', asked: ['左耳没有声音了', '一边耳机不响', '右边耳机没声音怎么办', '只有一只耳朵有声'] },
  { language: 'zh', asked: ['固件怎么升级？', '有新版本的固件吗', '升级失败了怎么办', '系统更新在哪里下载'] },
  { language: 'zh', asked: ['打电话清楚吗？', '有没有麦克风', '通话质量怎么样', '开会的时候对方能听清吗'] },
  {
    language: 'ja',
    asked: [
      '一回の充電で何時間使えますか？',
      'バッテリーはどのくらい持ちますか',
      '連続再生時間を教えてください',
      'ノイズキャンセリング使用時の電池持ちは？',
    ],
  },
  {
    language: 'ja',
    asked: [
      'スマホとペアリングできません',
      'Bluetooth接続の方法を教えてください',
      'ブルートゥースにつながらない',
      'ペアリングモードにするにはどうすればいいですか',
    ],
  },
  {
    language: 'ja',
    asked: [
      '2台同時に接続できますか？',
      'マルチポイントに対応していますか',
      'パソコンと携帯を同時につなげますか',
      '複数の機器との切り替えはできますか',
    ],
  },
  {
    language: 'ja',
    asked: [
      'イヤーパッドだけ購入できますか？',
      '交換用のイヤーパッドはありますか',
      'パッドがぼろぼろになったので買い替えたい',
      'イヤーパッドは自分で交換できますか',
    ],
  },
  {
    language: 'ja',
    asked: [
      'ランニング中に使えますか、汗は大丈夫ですか？',
      '防水ですか',
      '防水等級はいくつですか',
      '汗や雨で壊れませんか',
    ],
  },
  {
    language: 'ja',
    asked: [
      '左側から音が出ません',
      '片方だけ聞こえません',
      '右のイヤホンの音が出なくなりました',
      '片耳しか鳴らないのですが',
    ],
  },
  {
    language: 'ja',
    asked: [
      'ファームウェアの更新方法は？',
      'アップデートに失敗します',
      '最新のファームウェアはどこでダウンロードできますか',
      'アプリに更新が表示されますが進みません',
    ],
  },
  {
    language: 'ja',
    asked: [
      'マイクは付いていますか？',
      '通話に使えますか',
      '通話の音質はどうですか',
      '会議で相手に声がはっきり聞こえますか',
    ],
  },
  ...[
    'Is a carrying case in the box?',
    'Which speaker do you recommend for a small kitchen?',
    'Do you buy back used headphones?',
    'Does the loudspeaker have an aux input?',
  ].map((text): ParaphraseGroup => ({ language: 'en', asked: [text] })),
  ...['音箱有没有3.5毫米接口？', '盒子里送收纳包吗', '这款和上一代有什么区别', '旧耳机可以回收吗'].map(
    (text): ParaphraseGroup => ({ language: 'zh', asked: [text] }),
  ),
  ...['ケースは付属しますか？', '前のモデルとの違いは何ですか', '試聴はどこでできますか', 'スピーカーの重さは？'].map(
    (text): ParaphraseGroup => ({ language: 'ja', asked: [text] }),
  ),
];
