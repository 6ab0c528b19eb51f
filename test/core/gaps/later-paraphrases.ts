import type { ParaphraseGroup } from './paraphrases.ts';

/** Written when the first figures were known, on other matters; looked at since. */
export const laterGroups: readonly ParaphraseGroup[] = [
  {
    language: 'en',
    asked: [
      'How long can I keep opened tea?',
      'What is the shelf life of the tea once it is opened?',
      'Does opened tea go bad?',
      'Until when is an open tin of tea still good?',
    ],
  },
  {
    language: 'en',
    asked: [
      'Can I collect my order myself?',
      'Is pick-up in your warehouse possible?',
      'Do you offer click and collect?',
      'I would rather come and pick the parcel up than have it sent.',
    ],
  },
  {
    language: 'en',
    asked: [
      'How do I reset my password?',
      'I forgot my password',
      'I cannot log in any more, the password is wrong',
      'The link for a new password does not arrive',
    ],
  },
  {
    language: 'en',
    asked: [
      'Is the glaze free of lead?',
      'Does the glaze contain lead or cadmium?',
      'Are the cups lead-free?',
      'Have the ceramics been tested for heavy metals like lead?',
    ],
  },
  {
    language: 'en',
    asked: [
      'Do you sell to restaurants at wholesale prices?',
      'We run a café, are there trade prices?',
      'Is there a discount for larger quantities?',
      'Can I become a reseller?',
    ],
  },
  {
    language: 'zh',
    asked: ['茶叶开封后能放多久？', '打开的茶叶可以保存多长时间', '开封的茶叶会坏吗', '茶叶拆封后保存期是多久？'],
  },
  { language: 'zh', asked: ['可以自提吗？', '能不能自己去仓库取货', '支持上门自提吗', '我想自己来拿货可以吗'] },
  { language: 'zh', asked: ['忘记密码了怎么办？', '密码怎么重置', '登录不上去，密码错误', '怎么找回密码'] },
  { language: 'zh', asked: ['釉面含铅吗？', '杯子有没有铅', '陶瓷做过重金属检测吗，含不含铅', '请问釉里有铅吗'] },
  { language: 'zh', asked: ['批发有优惠吗？', '批发价是多少', '买得多能便宜吗', '我们是餐厅，可以批发吗'] },
  {
    language: 'ja',
    asked: [
      '開封後の茶葉はどのくらい持ちますか？',
      '開けた茶葉の保存期間は？',
      '開封した茶葉はいつまで飲めますか',
      '開封後の賞味期限を教えてください',
    ],
  },
  {
    language: 'ja',
    asked: [
      '店頭受け取りはできますか？',
      '自分で取りに行けますか',
      '倉庫での受け取りは可能ですか',
      '直接受け取りたいのですが',
    ],
  },
  {
    language: 'ja',
    asked: [
      'パスワードを忘れました',
      'パスワードの再設定方法を教えてください',
      'ログインできません、パスワードが違うようです',
      '新しいパスワードのリンクが届きません',
    ],
  },
  {
    language: 'ja',
    asked: [
      '釉薬に鉛は含まれていますか？',
      'カップは鉛フリーですか',
      '陶器の鉛の検査はしていますか',
      '釉薬の鉛が心配です',
    ],
  },
  {
    language: 'ja',
    asked: [
      '卸価格はありますか？',
      'まとめ買いの割引はありますか',
      '飲食店向けの業務用価格はありますか',
      '大量に買うと安くなりますか',
    ],
  },
];
