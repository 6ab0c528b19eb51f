import type { ParaphraseGroup } from './paraphrases.ts';

/** On other matters again: at their first measuring, before they were looked at, precision was 0.96 and recall 0.31. */
export const unseenGroups: readonly ParaphraseGroup[] = [
  {
    language: 'en',
    asked: [
      'Can you engrave a name on the pot?',
      'Do you offer engraving?',
      'I would like initials engraved, is that possible?',
      'How much is a personal engraving?',
    ],
  },
  {
    language: 'en',
    asked: [
      'Does the kettle switch off by itself?',
      'Is there an automatic shut-off?',
      'What happens if it boils dry, does it turn off?',
      'Does it have boil-dry protection?',
    ],
  },
  {
    language: 'en',
    asked: [
      'Is your packaging recyclable?',
      'Do you ship without plastic?',
      'What is the box made of, can it be recycled?',
      'Are your parcels plastic-free?',
    ],
  },
  {
    language: 'en',
    asked: [
      'Is the pot safe for children?',
      'Can a child use this kettle?',
      'From which age is it suitable for kids?',
      'Does the outside get hot, we have small children?',
    ],
  },
  { language: 'zh', asked: ['可以刻字吗？', '能在壶上刻名字吗', '刻字要多少钱', '支持定制刻字吗'] },
  { language: 'zh', asked: ['水烧干了会自动断电吗？', '有没有防干烧功能', '水开了会自动关吗', '这个壶能自动断电吗'] },
  { language: 'zh', asked: ['包装是环保的吗？', '包装盒可以回收吗', '你们用塑料包装吗', '包装有没有塑料'] },
  { language: 'zh', asked: ['壶能带上飞机吗？', '可以随身携带登机吗', '坐飞机能带茶具吗', '茶具能不能托运'] },
  {
    language: 'ja',
    asked: [
      '名入れはできますか？',
      '名前を彫ってもらえますか',
      '刻印サービスはありますか',
      '名入れの料金はいくらですか',
    ],
  },
  {
    language: 'ja',
    asked: [
      '空焚き防止機能はありますか？',
      '沸騰したら自動で切れますか',
      '自動電源オフは付いていますか',
      '空焚きしても大丈夫ですか',
    ],
  },
  {
    language: 'ja',
    asked: [
      '梱包材はリサイクルできますか？',
      'プラスチックを使わない包装ですか',
      '箱は再利用できる素材ですか',
      '環境に優しい梱包ですか',
    ],
  },
  {
    language: 'ja',
    asked: ['変圧器は必要ですか？', '海外の電圧で使えますか', '200Vでも使用できますか', '対応電圧を教えてください'],
  },
];
