/**
 * What mail that asks a shop nothing says of itself, by what it is, in the three languages. Each pattern is one thing
 * said; how many different ones a text says is what counts.
 */
export type NoisePhrases = Readonly<Record<PhraseSign, readonly RegExp[]>>;
export type PhraseSign = 'machine' | 'undelivered' | 'bulk' | 'list' | 'advert' | 'notice' | 'pitch' | 'fraud';

/** Who is away or says that no person reads or wrote this. */
const machine: readonly RegExp[] = [
  /\b(?:automated|automatic(?:ally)?|auto|system|computer)[- ]?(?:generated )?(?:message|e-?mail|reply|response|notification|generated)\b/i,
  /\b(?:do not|don['’]t|cannot|please do not) (?:directly )?(?:reply|respond) (?:directly )?to this\b|\b(?:no-?reply|unmonitored|not monitored)\b/i,
  /\b(?:i am|i['’]m|i will be|currently) (?:currently )?(?:out of (?:the )?office|on (?:annual |parental |sick |maternity )?leave|away from)\b.{0,300}\b(?:reply|respond|return|back|urgent|contact|access)\b/is,
  /\bon my return\b|\bwhen i (?:return|am back|get back)\b|\bi(?: will|['’]ll| am|['’]m)? (?:be back|return(?:ing)?|back) (?:on|in|to) (?:the office|\w+ ?\d|\d)|\blimited access to (?:my )?e-?mail\b/i,
  /\b(?:request|ticket|message|e-?mail|enquiry|inquiry) .{0,20}(?:has been|was) received\b|\btype your reply above this line\b/i,
  /\b(?:verification|security|one-time|login|confirmation) code (?:is|:) ?\d{4,8}\b/i,
  /自动(?:回复|发送|生成)|(?:请勿|勿)(?:直接)?回复|无需回复|验证码(?:是|为|：|:) ?\d{4,8}|(?:休假|出差|外出).{0,30}(?:无法|不能|急事|紧急)/u,
  /自動(?:返信|送信|配信|的に送信)(?:です|され|して|し、|メール|専用)|(?:送信|配信)専用|(?:ご?返信いただいて|ご?返信いただけ|ご?返信(?:は|なさら))|不在にして(?:おり|い)ます.{0,80}(?:お急ぎ|緊急|戻り)|認証(?:コード|番号)(?:は|：|:) ?\d{4,8}/su,
];

const undelivered: readonly RegExp[] = [
  /\b(?:could not|couldn['’]t|wasn['’]t|was not|cannot|unable to) be delivered to (?:one or more|the following)|\bmessage (?:wasn['’]t|was not|could not be) delivered\b/i,
  /\b(?:550|554|552|553)[ -]\d\.\d\.\d\b|\bdiagnostic-code:|\bsmtp;|\bRCPT TO\b|\b(?:user|domain|host|address) (?:unknown|not found)\b/i,
  /\bmail (?:system|delivery (?:system|failed|subsystem))\b|\bMAILER-DAEMON\b|\bundeliver(?:able|ed) mail\b/i,
  /退信|被退回|邮件无法送达|收件人.{0,10}不存在/u,
  /配信(?:不能|できませんでした|に失敗)|宛先の?メールアドレス(?:が|は)見つかりません/u,
];

/** What stands under mail to many. */
const bulk: readonly RegExp[] = [
  /\bto (?:unsubscribe|be removed|opt[- ]out|stop receiving)\b|\bunsubscribe(?: |:|\)|\]|>|\.|,)*(?:here|https?:|at any|\||<|by (?:replying|clicking|sending)|instantly|from (?:this|these|future|our|all)\b)|\bunsubscribe\W*$(?=[^?]*$)|\b(?:opt[- ]out|unsubscribe)\b.{0,40}\b(?:click|link|here|reply)\b/im,
  /\b(?:click|reply|write|send|go)\b.{0,60}\b(?:unsubscribe|opt[- ]out|removed?\b.{0,30}\b(?:list|mailing|database))/is,
  /\b(?:you(?:['’]re| are)? (?:are )?(?:receiv(?:ing|ed?)|getting|subscribed)|you (?:have )?received|this (?:e-?mail|message|notification) (?:was|is|has been) (?:sent|intended)) .{0,60}\b(?:because|as a|since|to|for)\b.{0,60}\b(?:subscri|sign(?:ed)? up|regist|list|opted|member|contact|cc|notification|watch)/is,
  /\bview (?:this|it|e-?mail|message|online|in)\b.{0,30}\b(?:browser|online|web)\b|\b(?:manage|update|change|e-?mail) (?:your )?(?:e-?mail |subscription |notification )?(?:preferences|subscriptions?|settings)\b/i,
  /\b(?:no longer|rather not|don['’]t|do not) (?:wish|want|like|care|hear)\b.{0,20}\b(?:to )?(?:receive|get|hear|be)\b.{0,40}\b(?:mail|e-?mails|messages|us|offers|newsletters?|mailings)\b/i,
  /\b(?:in this (?:issue|edition)|newsletter (?:no|vol|#))\b/i,
  /(?:点击|回复?|回)(?:此处|这里|T|TD|N)?退订|如(?:不想|不愿|需).{0,12}(?:收到|退订)|因为?您(?:订阅|注册)|在线浏览|无法正常(?:显示|浏览)|查看网页版/u,
  /(?:配信|購読)(?:停止|解除|の?変更)(?:は|を?ご希望|手続)|(?:登録|購読)(?:された|いただいた)(?:方|皆様)|(?:メールマガジン|メルマガ).{0,20}(?:配信|お送り|お届け)して(?:おり|い)ます|第\d+号/u,
];

/** Lists and their members: one of many is spoken to. */
const list: readonly RegExp[] = [
  /\bmailing list\b.{0,80}(?:@|https?:)|\blistinfo\b|\b(?:majordomo|listserv|mailman|yahoogroups|googlegroups|sourceforge\.net\/lists)\b/is,
  /\b(?:[\w.+-]{1,40})-(?:unsubscribe|help|request|owner)@/i,
  /\b(?:does|has|did|is|can) (?:any ?(?:one|body)|some ?(?:one|body))\b.{0,40}\b(?:know|tried|seen|use[ds]?|had|got|have|come across|recommend)\b|\bany (?:ideas|pointers|thoughts|takers)\b/i,
  /\b(?:list (?:moderator|owner|members|archives?|submissions?)|subscri(?:be|ption) .{0,20}list)\b/i,
  /\b(?:(?:list|moderator) approval|members-only list|post by non-member)\b/i,
  /\b(?:digest,? vol|today['’]s topics|subscribe or unsubscribe via|in digest form)\b/i,
  /\b(?:IMHO|IIRC|AFAIK|FWIW|YMMV|IANAL|RTFM)\b|\b(?:two|2|\.02) cents\b/,
  /邮件列表|有人(?:遇到|知道|试)过?|各位(?:大侠|高手|同学|网友)/u,
  /メーリングリスト|(?:同じ現象|ご存知|分かる)の?方(?:は)?(?:い(?:ます|らっしゃ))/u,
];

/** What praises goods to a buyer. */
const advert: readonly RegExp[] = [
  /\b(?:shop|buy|order|subscribe|register|sign up|join|act|call|book|enroll|apply) (?:yours? |us |your \w+ )?(?:now|today)\b(?!\?)/i,
  /\b(?:offer|sale|deal|promotion) (?:ends|expires|is valid|valid)\b|\b(?:limited|special|exclusive|introductory) (?:time|offer|edition offer|deal)\b|\bwhile (?:stocks|supplies) last\b/i,
  /\b(?:up to |save |get |extra )?\d{1,3} ?% (?:off|discount|savings|less)\b|\bsave (?:up to )?(?:[$€£¥]|\d)|\b(?:half|low(?:est)?|unbeatable|rock bottom) pric/i,
  /\b(?:use|with|enter) (?:the )?(?:promo |coupon |discount )?code [A-Z0-9]{4,}/,
  /\b(?:as seen on|money[- ]back guarantee|satisfaction guaranteed|risk[- ]free|no obligation|absolutely free|100 ?% (?:free|natural|guaranteed|legal|satisf)|free (?:trial|gift|bonus|quote|report|shipping on orders|delivery on orders|webinar|sample))\b/i,
  /\b(?:click|visit|go) (?:here|below|on the link|the link|this link|now)\b(?:.{0,30}\b(?:to|for|and)\b)?|\b(?:read|learn|see|find out|discover) more\b(?: ?(?:>|:|»|at|here|\n))/i,
  /\b(?:register (?:now|here|today)|free webinar|our speakers|you will learn|last (?:seats|chance)|don['’]t miss|coming soon|brand new|introducing|we are (?:proud|pleased|excited|happy) to (?:announce|introduce|present|offer))\b/i,
  /(?:立即|马上|点击)(?:抢购|购买|下单|报名|查看|领取|参与)|全场.{0,6}折|限时|大促|满\d+减|(?:前|仅限)\d+名|查看详情|活动时间|招生|报名(?:热线|电话|回执)|敬请(?:关注|期待)/u,
  /(?:詳しくは|お申し?込みは|ご購入は|ご応募は).{0,6}(?:こちら|下記)|キャンペーン(?:実施|開催)|(?:先着|限定)\d+|\d{1,3} ?[%％](?:OFF|オフ|引き)|期間限定|今すぐ|特集|新発売|セール開催/u,
];

/** What a service tells its users, or a shop its buyers. */
const notice: readonly RegExp[] = [
  /\bdear (?:valued |esteemed |all |loyal )?(?:customers?|members?|users?|clients?|subscribers?|exhibitors?|partners?|suppliers?|vendors?|account ?holders?|sellers?)\b(?! (?:service|support|care|team))/i,
  /\bthank(?:s| you) for (?:your (?:order|purchase|payment|interest|subscription|registration|business)|contacting|subscribing|registering|signing up|shopping|choosing|joining|using)\b/i,
  /\b(?:your|the) (?:order|invoice|receipt|subscription|statement|payment|membership|trial|domain|licen[cs]e|password|account) (?:\S{1,20} )?(?:has been|was|is (?:now|due|ready|attached|about|confirmed|scheduled)|will (?:be|renew|expire)|expires|from [A-Z])/i,
  /\b(?:receipt from|amount (?:paid|due)|date paid|payment method|order (?:number|confirmation|total)|invoice (?:number|no|date)|subtotal)\b ?:?/i,
  /\b(?:no action is (?:required|needed)|we will (?:let you know|notify you|carry out|be performing)|you (?:have been|are) (?:invited|selected|added|approved)|status page|has been scheduled|build .{0,30}(?:failed|passed)|you have \d+ (?:new |unread )?(?:messages?|notifications?))\b/i,
  /^[^\S\n]{0,8}(?:when|where|who|agenda): .+$|\bgoing\? +yes\b/im,
  /\b(?:if you (?:did not|didn['’]t) (?:request|make|initiate|authori[sz]e)|safely ignore this|never share (?:this|your)|keep this (?:email|receipt) for your records)\b/i,
  /尊敬的(?:用户|客户|会员|顾客|各位|采购|商户|读者)|感谢您(?:的(?:订购|购买|惠顾|注册|支持|来信)|订购|购买|使用|注册)|如非本人操作|请及时(?:续费|处理|缴)|即将到期|系统通知|来信已收到/u,
  /休業とさせていただきます|休業(?:期間|のお知らせ)|平素(?:は|より)/u,
  /(?:お客様|お取引先|会員|ご?担当者|経営者|関係者)(?:各位|の皆様|様へ)|(?:ご注文|ご利用|お問い合わせ|ご登録|お買い上げ)(?:いただき|頂き|ありがとう|を?承り)|ご利用明細|何卒ご了承|格別の(?:お引き立て|ご高配)|(?:以下|下記)の内容で|使用率|とさせていただきます/u,
];

/** What is sold to shops. */
const pitch: readonly RegExp[] = [
  /\bwe(?:['’]re| are) an? (?:\w+[- ]){0,4}(?:agency|manufacturer|supplier|factory|company|firm|provider|team of|exporter|wholesaler|developer|consultancy)\b(?!.{0,80}\b(?:want|need|like to (?:buy|order)|looking for)\b)|\bour (?:factory|agency|platform|clients? (?:include|site|see)|packages start|fees|team of experts)\b/i,
  /\b(?:SEO|search engine|backlinks?|link building|do-?follow|first page|page one|google rank\w*|keywords?|web ?design(?:ers?)?|digital marketing|lead generation|social media marketing|online marketing|web traffic)\b/i,
  /\b(?:came across|looking at|visited|reviewed|found|checked|noticed) (?:\w+ )?your (?:\w+ )?(?:website|web ?site|blog|company|brand|store online|page|profile|listing)\b|\bredesign your\b/i,
  /\b(?:increase|boost|grow|double|improve|drive|skyrocket) (?:your|their|more) (?:\w+ )?(?:sales|traffic|revenue|business|leads|ranking|conversion|visibility|income)\b/i,
  /\b(?:guest (?:post|blog)|sponsored (?:post|article)|link exchange|link insertion|freelance writer|media kit)\b/i,
  /\b(?:\d+[- ]minutes? (?:call|chat|demo|meeting)|(?:quick|short|brief|discovery) (?:call|chat|demo)|(?:schedule|book|arrange|hop on|set up) an? (?:call|demo|meeting)|best time to (?:call|reach)|ten minutes this week|worth a)\b/i,
  /\b(?:follow(?:ing)? up on (?:my|our) (?:last|previous|earlier)|our proposal|my proposal|business proposal|right person|in charge of|decision maker|point me to)\b/i,
  /\b(?:MOQ|FOB|OEM|ODM|factory price|competitive price|free samples?|our (?:catalog(?:ue)?|products? (?:have|are|include|range)|price list|quotation)|business relationship|mutual benefit|in the market of)\b/i,
  /\b(?:would you be interested|if you are interested|may i send|shall i send|can i send you|let me know (?:your target|if you['’]d like (?:a|to see))|free (?:audit|consultation|quote|mockup))\b/i,
  /\b(?:e-?mail lists?|verified contacts|targeted (?:list|leads|traffic)|mailing lists? of|bulk e-?mail|marketing campaigns?|exhibit(?:ors?)?|booth|trade fair|recruitment agency|candidates|working capital|pre-?approved|business (?:loan|funding)|merchant (?:account|cash))\b/i,
  /我们是.{0,12}(?:公司|厂家|工厂|货代|团队|机构)|我(?:司|公司)(?:是|主营|专业|实力|可)|专业(?:生产|从事|提供|的)|厂家直销|代(?:开|运营|理记账)|推广|搜索优化|关键词排名|见效|量大从优|长期合作|欢迎(?:来样|询价|来电|咨询|新老)|报价(?:单|：|:)|贵(?:公司|司)|主营|双清|货代|无抵押|放款|贷款?最高|最高可贷|资金周转|加(?:我)?微信|微信同号|培训(?:时间|对象|费用)/gu,
  /弊社(?:では|は|の).{0,40}(?:ご提供|サポート|代行|実績|制作|ご紹介|サービス|診断)|(?:運用|営業)代行|SEO|集客|検索順位|ご提案|ホームページ制作|(?:人材|候補者).{0,8}(?:紹介|ご紹介)|成功報酬|補助金|助成金|出展(?:社|料|の)|来場者|資料(?:を|の)(?:お送り|ご請求|ご送付)|(?:お時間|お打ち合わせ).{0,12}(?:いただけ|頂戴|頂け)|ご興味(?:が|を)|初期費用|月額/gu,
];

/** What frauds and spam say. */
const fraud: readonly RegExp[] = [
  /\b(?:lottery|lucky winner|you(?:['’]ve| have)? won|winner of|claim your|prize|beneficiary|next of kin|barrister|inheritance|unclaimed|late client|million (?:us )?(?:dollars|euros|pounds)|US ?\$ ?[\d.,]+ ?(?:million|m\b))/i,
  /\b(?:bank details|wire transfer|transfer of (?:the )?funds?|funds? (?:can|will) be transferred|foreign partner|utmost confiden\w*|strictly confidential|100% risk free|dear friend|your consent|(?:reply|send).{0,20}your full name)\b/i,
  /\b(?:verify|confirm|update|restore|validate) your (?:\w+ )?(?:account|identity|information|access|details|billing|password|mailbox)\b/i,
  /\b(?:unusual|suspicious|unauthori[sz]ed) (?:activity|sign-?in|login|access)\b|\b(?:account|access|card|mailbox) (?:has been|was|will be|is) (?:temporarily |permanently )?(?:suspended|limited|locked|blocked|deactivated|terminated|disabled)\b|\bpermanent suspension\b/i,
  /\b(?:within|in) (?:the next )?(?:24|48|72) hours\b.{0,120}\b(?:click|verify|suspen|clos|terminat|return|delet|link|bank)|\bfailure to (?:do so|comply|complete|verify)\b/is,
  /\b(?:click|follow|use|open|log ?in)\b.{0,30}\b(?:here|link|below)\b.{0,40}\b(?:pay|verify|restore|confirm|claim|reschedule|update|login)\b|\bunpaid (?:customs|shipping|delivery) fee/is,
  /\b(?:make money|earn (?:money|cash|\$|up to|extra)|work (?:from|at) home|home[- ]based business|financial (?:freedom|independence)|extra income|be your own boss|get rich|residual income|\$\d[\d,]* (?:per|a|in one) (?:day|week|month)|trading robot|no experience (?:needed|required)|multi-?level)\b/i,
  /\b(?:viagra|cialis|no prescription|weight loss|lose (?:up to )?\d+ (?:pounds|lbs|kg)|burn fat|hgh|anti-?aging|penis|enlarge\w*|herbal|erectile|replica watches|online casino|adult (?:site|content|movies)|xxx|porn|hot (?:girls|singles)|university diploma|non-?accredited)\b/i,
  /\b(?:mortgage|refinance|(?:credit card )?debt|bad credit|no credit check|low(?:est)? (?:interest )?rates?|term life|life insurance|insurance quotes?|consolidat\w+|home loans?|get out of debt)\b/i,
  /\b(?:investors?|stock alert|penny stock|strong buy|otc(?:bb)?|market cap|opportunity of a lifetime|business opportunity|guaranteed!|investment opportunity|bitcoin|crypto(?:currency)?)\b/i,
  /账户.{0,14}(?:异常|冻结|异地登录)|验证身份|(?:24|48)小时内|逾期将|点击(?:以下|下方|此)链接|中奖|刷单|兼职|日赚|永久(?:停用|冻结)/gu,
  /(?:ご利用|カード|アカウント).{0,16}(?:停止|制限)(?:し|させ)|ご?本人確認|不正(?:利用|アクセス)|(?:下記|以下)(?:の)?(?:リンク|URL|より).{0,12}(?:クリック|ご確認|アクセス)|24時間以内|持ち帰りました|当選|高収入|副業|永久に/gu,
];

export const noisePhrases: NoisePhrases = { machine, undelivered, bulk, list, advert, notice, pitch, fraud };

/** What only somebody says who has a matter of their own with a shop. */
export const customerPhrases: readonly RegExp[] = [
  /\b(?:my|our|this|the|an?) (?:\w+ ){0,2}(?:orders?|parcels?|packages?|deliver(?:y|ies)|refunds?|returns?|exchange|purchases?|bookings?|reservations?|warranty|replacement|voucher|gift card|tracking|item|shipment|money back|subscription|membership|account|invoice|bill)\b(?=.{0,120}(?:\?|\b(?:please|not|n['’]t|never|still|yet|want|need|would like|when|where|why|how|cancel|change|wrong|missing|broken|damaged|late)\b))/is,
  /\b(?:i|we)(?:['’]ve| have| had|['’]d)? (?:just |recently |also |already |never |accidentally )?(?:ordered|bought|purchased|paid|returned|received|cancell?ed|booked|subscribed|placed)\b/i,
  /\b(?:i|we)(?:['’]d| would)? (?:want|need|like|wish|am trying|'m trying|are trying|am looking|tried|try)(?: \w+){0,2} to (?:\w+ )?(?:order|buy|return|cancel|exchange|change|replace|know (?:if|when|whether|how)|pay|log ?in|reset|book|get (?:a refund|my money))\b|\b(?:i|we) (?:want|need|demand|request|would like) (?:\w+ ){0,3}(?:refund|replacement|money|invoice|receipt|copy|exchange)\b/i,
  /\b(?:do|can|could|will|would|did) you (?:\w+ )?(?:ship|deliver|sell|stock|accept|offer|send (?:me|us|it|them|my)|refund|replace|exchange|cancel|(?:please )?check (?:please|again|this|my|if|whether|the (?:status|order))|repair|have (?:this|it|the|any)|take back|resend)\b(?! you)/i,
  /\b(?:where|when)['’]?(?:s| is| are| will| does| do| can)\b.{0,30}\b(?:order|parcel|package|delivery|refund|replacement|it (?:arrive|come|be))\b|\b(?:has|have|is|are|was|did)(?:n['’]t| not| still not) (?:\w+ )?(?:arrived?|come|delivered|received|working|refunded)\b|\bnever (?:arrived|received|got|came)\b/i,
  /\bmy (?:\w+ ){1,4}(?:won['’]t|doesn['’]t|does not|isn['’]t|is not|stopped|broke|leaks?|flickers?|is (?:broken|cracked|damaged|leaking|faulty|missing)|came|arrived|keeps)\b|\b(?:lamp|item|product|box|package|parcel|one|it) (?:\w+ )?(?:arrived|came) (?:broken|damaged|with|without|cracked)\b/i,
  /\b(?:is|was) (?:it|this|that) (?:really |actually )?(?:from you|a scam|legit|genuine|real|fraud|spam)\b|\b(?:from|on|of|in|with) your (?:store|shop|newsletter|app|checkout|warehouse|website.{0,20}\b(?:order|buy|work|bought))/i,
  /\bremove me\b|\b(?:how (?:do|can) (?:i|we)|i (?:want|would like|tried|try)(?: to)?|please) unsubscribe\b|\b(?:delete|close|deactivate) my account\b|\bmy personal data\b/i,
  /\bhow (?:much|many|long|do i|can i)\b.{0,60}\b(?:cost|ship|deliver\w*|pay|return|order|refund|last|fit|price|each|exchange|warranty|buy)\b|\bwhat(?:['’]s| is) (?:your|the) (?:best )?(?:price|return|refund|shipping|delivery|warranty|minimum)\b|\bwho pays (?:for )?(?:the )?(?:postage|shipping|return|delivery)\b|\bcan (?:i|we) (?:pay|order|get|use|return|cancel|change|still)\b|\bwhich (?:one|of (?:them|these|your))\b|\b(?:card|account) been charged\b|\bplease send me\b/i,
  /(?:我(?!们是|司)|咱)[^。\n]{0,24}(?:订单|下单|下的单|买|订购|付款|付了|收到|快递|包裹|退|换|要?开?发票|账户)|(?:怎么|如何|能不能|可以|可否|能否|能(?=开))[^。，\n代]{0,12}(?:退|换|开发票|取消|改|买|下单|送|用|调)|(?:没|未|还没|一直没|收不到).{0,6}(?:收到|发货|到货|退款|到账|验证码|到)|多少钱|(?:运费|起订量|拿货价|批发价)|订单号|是你们|哪个(?:可以|能|好|适合)|还能怎么办|用不了|怎么退订|请(?:帮|给|尽快|把|你们|您)?[^点击]{0,6}(?:退(?!订)|换|查询|查一下|补发|解冻)/u,
  /(?:注文|購入|返品|返金|交換|キャンセル|配達|お?届け|発送|再配達|商品|不在票|クーポン|領収書|荷物|ログイン|電球|電話|停止)[^。\n]{0,40}(?:か(?:[。？?\n]|$)|たい|ください|下さい|お願い(?:し|いた)|ません(?:が|。|\n|$)|いただけ(?:ます|ない))|(?:まだ|一向に)届|届(?:きません|かない|いていません|かず)|(?:注文|購入|利用)し(?:まし|ていま|ており)|(?:ものですか|どれですか|どうすればいい|直りません|使えません|エラーになり)/u,
];
