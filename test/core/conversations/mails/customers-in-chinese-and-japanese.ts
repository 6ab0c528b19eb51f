import type { MailText } from './mail-text.ts';

export const customersInChinese: readonly MailText[] = [
  {
    name: 'a question above a forwarded confirmation',
    subject: '转发：订单确认',
    text: `你好，我两周前下的单，到现在还没收到，麻烦查一下到哪里了？

------------------ 原始邮件 ------------------
发件人: "北方灯具" <shop@north.example>;
发送时间: 2026年3月3日(星期二) 上午10:00
主题: 订单确认

尊敬的客户，感谢您的订购！此邮件由系统自动发送，请勿直接回复。`,
  },
  {
    name: 'a text message pasted',
    subject: '',
    text: `我收到一条短信：“【北方灯具】您的快递已签收，如有疑问请联系客服，回T退订”，可是我根本没收到货啊，到底送哪去了？`,
  },
  { name: 'leaving the newsletter', subject: '退订', text: `怎么退订你们的广告邮件？每天好几封，太烦了。` },
  {
    name: 'a company’s wish to buy',
    subject: '询价',
    text: `您好，我们是一家酒店，想采购60盏你们的台灯，请问批发价多少？最少起订量是多少？能开增值税专用发票吗？`,
  },
  {
    name: 'an invoice',
    subject: '发票',
    text: `请问可以开发票吗？订单号100-2231，抬头是上海某某贸易有限公司，税号91310000MA1K000000，麻烦发到这个邮箱，谢谢。`,
  },
  { name: 'a code that does not come', subject: '登录不了', text: `一直收不到验证码，换了两个手机号都不行，怎么办？` },
  {
    name: 'an account that is frozen',
    subject: '账户被冻结',
    text: `我的账户显示被冻结了，说存在异常，我什么都没做啊，里面还有余额，请尽快帮我解冻。`,
  },
  {
    name: 'a long story',
    subject: '投诉',
    text: `我是你们家五年的老顾客了，从来没遇到过这样的事。一月份给女儿买了两盏灯，第一次送错了地址，我找了整整一个周末。拿到以后一盏灯罩上有很深的划痕，另一盏一直闪。打电话给客服，说三天之内给我换新的，现在已经五个星期了，一点消息都没有。我在网站上留言了三次，每次都是自动回复说会有人联系我，结果从来没有人联系过。我不要优惠券，也不想再听什么保证，请把两盏灯都取走，把钱退到我付款的卡上，并且告诉我什么时候能到账。`,
  },
  {
    name: 'a fraud asked about',
    subject: '这是你们发的吗',
    text: `今天收到“您的包裹因未支付关税被扣留，请点击 http://fee.example 支付”，这是你们发的还是诈骗？我确实在你们家买了东西。`,
  },
  {
    name: 'an app’s log',
    subject: '灯泡连不上',
    text: `更新以后灯泡配不上网，App 显示：\n2026-03-03 20:10:41 ERROR pairing failed: timeout (code 408)\n2026-03-03 20:11:12 ERROR pairing failed: timeout (code 408)\n已经重置过两次了，还能怎么办？`,
  },
  {
    name: 'links to what is wanted',
    subject: '选哪个',
    text: `https://north.example/p/1\nhttps://north.example/p/2\nhttps://north.example/p/3\n这三款哪个可以调光？`,
  },
  {
    name: 'a newsletter’s code',
    subject: '优惠码',
    text: `你们邮件里的优惠码SPRING20用不了，提示已失效，可是上面写的活动到周日截止啊？`,
  },
  {
    name: 'a holiday of the customer',
    subject: '改派送时间',
    text: `我3月3日到10日休假不在家，能不能改到11号以后再送？如果不行可以放丰巢吗？`,
  },
  {
    name: 'a form',
    subject: '网站留言',
    text: `姓名：王敏\n电话：13800000000\n订单号：100-2231\n留言：收到的灯罩碎了，想换一个，运费谁出？`,
  },
  { name: 'a resale', subject: '代理', text: `想做你们品牌的代理，请问需要什么条件？拿货价是几折？` },
];

export const customersInJapanese: readonly MailText[] = [
  {
    name: 'a question above a forwarded confirmation',
    subject: 'Fwd: ご注文内容の確認',
    text: `2週間前に注文しましたが、まだ届きません。今どこにありますか？

---------- Forwarded message ---------
From: ノースランプ <shop@north.example>
Date: 2026年3月3日(火) 10:00
Subject: ご注文内容の確認

この度はご注文いただき誠にありがとうございます。※本メールは送信専用のため、ご返信いただけません。`,
  },
  {
    name: 'leaving the newsletter',
    subject: '配信停止',
    text: `メルマガの配信停止をお願いします。リンクを押しても止まりません。`,
  },
  {
    name: 'a company’s wish to buy',
    subject: '見積もりのお願い',
    text: `お世話になっております。株式会社ハーバーホテルの佐藤と申します。\n貴社のデスクランプを60台購入したいと考えております。法人価格と納期をお知らせいただけますでしょうか。\nよろしくお願いいたします。`,
  },
  {
    name: 'a company’s question with polite opening',
    subject: '商品についての問い合わせ',
    text: `突然のご連絡失礼いたします。貴社のホームページを拝見し、ご連絡いたしました。\nフィヨルドランプの電球は交換できますか。また、海外への発送は可能でしょうか。`,
  },
  {
    name: 'an automatic reply quoted',
    subject: '返信がありません',
    text: `先週問い合わせましたが、「このメールは自動返信です」というメールが来ただけで、その後連絡がありません。壊れたスイッチの交換はいつになりますか。`,
  },
  {
    name: 'a notice of absence asked about',
    subject: '不在票',
    text: `不在票が入っていましたが、再配達はどこに連絡すればいいですか？注文番号は100-2231です。`,
  },
  {
    name: 'a fraud asked about',
    subject: 'このメールは本物ですか',
    text: `「カードのご利用を一時停止しました。24時間以内にご本人確認を」というメールが届きましたが、御社からのものですか？`,
  },
  {
    name: 'a code that does not come',
    subject: 'ログインできない',
    text: `認証コードのメールが届かず、ログインできません。迷惑メールも確認しました。どうすればいいですか。`,
  },
  {
    name: 'a long story',
    subject: '非常に残念です',
    text: `10年近く利用していますが、このようなメールを書くのは初めてです。1月に娘の引っ越し祝いにランプを2台注文しました。最初の荷物は旅行中の隣人に届けられ、週末いっぱい探すことになりました。やっと受け取ったところ、1台は台座に深い傷があり、もう1台は点滅します。電話では3日以内に交換品を送ると言われましたが、もう5週間になります。その後ホームページのフォームから3回連絡しましたが、毎回自動返信だけで誰からも連絡がありません。クーポンも約束もいりません。2台とも引き取っていただき、カードに返金してください。いつまでに返金されるのかもお知らせください。`,
  },
  {
    name: 'a form',
    subject: '【お問い合わせフォーム】',
    text: `お名前：佐藤花子\nメール：hanako@mail.example\n注文番号：100-2231\nお問い合わせ内容：ペンダントが大きすぎたので返品したいです。送料はどちらの負担ですか？`,
  },
  {
    name: 'an app’s log',
    subject: 'ペアリングできない',
    text: `アップデート後、電球がアプリとペアリングできません。\n2026-03-03 20:10:41 ERROR pairing failed: timeout (code 408)\n2026-03-03 20:11:12 ERROR pairing failed: timeout (code 408)\n2回リセットしましたが直りません。`,
  },
  {
    name: 'a newsletter’s code',
    subject: 'クーポンが使えない',
    text: `メルマガに載っていたクーポンSPRING20がエラーになります。キャンペーンは日曜日までではないのですか？`,
  },
  {
    name: 'a holiday of the customer',
    subject: '配達日の変更',
    text: `3月3日から10日まで不在にしております。11日以降に届けていただくことはできますか。`,
  },
  {
    name: 'links to what is wanted',
    subject: 'どれが合いますか',
    text: `https://north.example/p/1\nhttps://north.example/p/2\nhttps://north.example/p/3\nこの中で調光できるのはどれですか。`,
  },
  {
    name: 'an answer between the lines',
    subject: 'Re: 返品について',
    text: `> どの商品を返品されますか。\n\nデスクランプです。シェードにひびがあります。\n\n> 返金と交換のどちらをご希望ですか。\n\n返金でお願いします。何日くらいかかりますか。`,
  },
];
