import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { TextTool } from '#shared/model/writing-tool.ts';

/** A sentence, and one that says the same as a tool would. */
export type OwnRewriting = {
  readonly tool: TextTool;
  readonly before: string;
  readonly after: string;
  readonly to?: ReplyLanguage;
};

const rewrite = (tool: TextTool, before: string, after: string): OwnRewriting => ({ tool, before, after });
const into = (to: ReplyLanguage, before: string, after: string): OwnRewriting => ({
  tool: 'translate',
  before,
  after,
  to,
});

/** Written for this: what a careful person would make of these sentences. */
export const ownRewritings: readonly OwnRewriting[] = [
  rewrite('friendlier', 'Your parcel ships on Monday.', 'Good news: your parcel will be shipped on Monday!'),
  rewrite('friendlier', 'Send us a photo of the lid.', 'Could you please send us a quick photo of the lid?'),
  rewrite('friendlier', 'We cannot refund the delivery fee.', 'I’m so sorry, but we can’t refund the delivery fee.'),
  rewrite('firmer', 'I am afraid we would need the kettle back by 12 May.', 'We need the kettle back by 12 May.'),
  rewrite('firmer', 'It would be nice if you could pay the €20 soon.', 'Please pay the €20 soon.'),
  rewrite('rewrite', 'The reason it is late is that the carrier lost it.', 'It is late because the carrier lost it.'),
  rewrite(
    'rewrite',
    'You have 30 days in which the kettle can be returned.',
    'You can return the kettle within 30 days.',
  ),
  rewrite(
    'rewrite',
    'The filter, which costs €4.50, is sold separately.',
    'The filter is sold separately and costs €4.50.',
  ),
  rewrite('expand', 'It ships Monday.', 'Your order ships on Monday.'),
  rewrite('expand', 'Use vinegar, then rinse.', 'Please use vinegar to clean it first, and then rinse it with water.'),
  rewrite(
    'shorten',
    'We have looked into the matter and found that your parcel was lost by the carrier.',
    'The carrier lost your parcel.',
  ),
  rewrite('fix', 'We has send you the new lid yesterday.', 'We sent you the new lid yesterday.'),
  rewrite('fix', 'Their is no charge for the the return.', 'There is no charge for the return.'),
  rewrite('friendlier', '请把照片发给我们。', '麻烦您把照片发给我们，谢谢！'),
  rewrite('rewrite', '您的包裹由于天气原因会晚2天到。', '由于天气原因，您的包裹将晚2天送达。'),
  rewrite('firmer', '如果方便的话，请在5月3日前寄回水壶。', '请在5月3日前寄回水壶。'),
  rewrite('friendlier', '蓋の写真を送ってください。', '恐れ入りますが、蓋のお写真をお送りいただけますでしょうか。'),
  rewrite('rewrite', '天候のため、お届けが2日遅れます。', '天候の影響により、お届けが2日遅れる見込みです。'),
  rewrite(
    'shorten',
    '確認いたしましたところ、配送業者が荷物を紛失していたことが分かりました。',
    '配送業者が荷物を紛失していました。',
  ),
  into('zh', 'Your parcel ships on Monday.', '您的包裹将于周一发货。'),
  into('ja', 'Your parcel ships on Monday.', 'お荷物は月曜日に発送いたします。'),
  into('zh', 'We cannot refund the delivery fee of €9.90.', '我们无法退还9.90欧元的运费。'),
  into('ja', 'We cannot refund the delivery fee of €9.90.', '送料9.90ユーロの返金はいたしかねます。'),
  into('zh', 'Please send us a photo of the broken lid.', '请把破损盖子的照片发给我们。'),
  into('ja', 'Please send us a photo of the broken lid.', '割れた蓋のお写真をお送りください。'),
  into('zh', 'The kettle is made of steel and holds 1.5 litres.', '水壶由钢制成，容量为1.5升。'),
  into('ja', 'The kettle is made of steel and holds 1.5 litres.', 'ケトルはスチール製で、容量は1.5リットルです。'),
  into('zh', 'You can return it within 30 days.', '您可以在30天内退货。'),
  into('ja', 'You can return it within 30 days.', '30日以内でしたらご返品いただけます。'),
  into('zh', 'It takes 4 to 6 working days.', '需要4至6个工作日。'),
  into('ja', 'It takes 4 to 6 working days.', '4〜6営業日かかります。'),
  into('ja', 'There is a 15% discount until 12 May 2026.', '2026年5月12日まで15%割引です。'),
  into('zh', 'There is a 15% discount until 12 May 2026.', '2026年5月12日前可享受15%的折扣。'),
  into('zh', 'Hello Marta,', '您好，Marta，'),
  into('ja', 'Thank you for your message.', 'お問い合わせいただきありがとうございます。'),
  into('en', '请问我的订单1001什么时候发货？', 'When will my order 1001 be shipped?'),
  into(
    'en',
    '水壶到货时盖子是坏的，我想换货。',
    'The lid was broken when the kettle arrived, and I would like to exchange it.',
  ),
  into('en', '我还没有收到包裹。', 'I have not received the parcel yet.'),
  into('en', '可以开发票吗？', 'Can you issue an invoice?'),
  into('en', '注文した商品がまだ届きません。', 'The item I ordered has not arrived yet.'),
  into('en', '返品したいのですが、送料はいくらですか？', 'I would like to return it; how much is the postage?'),
  into('en', '蓋が割れていました。交換できますか？', 'The lid was cracked. Can it be exchanged?'),
  into('zh', '蓋が割れていました。', '盖子是裂的。'),
  into('ja', '我还没有收到包裹。', 'まだ荷物を受け取っていません。'),
];
