import type { MailText } from './mail-text.ts';

export const noiseInChinese: readonly MailText[] = [
  {
    name: 'a newsletter',
    subject: '【每周好物】第128期：春日露营清单',
    text: `如果无法正常显示，请点击在线浏览。

本期为您推荐十款春日露营好物，从折叠桌到防水天幕，一次看够。

查看详情：https://haowu.example/128

您收到此邮件是因为您订阅了每周好物。如不想再收到此类邮件，请点击退订。`,
  },
  {
    name: 'a sale',
    subject: '会员专享：全场五折起，仅限三天',
    text: `尊敬的会员：
春季大促开启！全场五折起，满300减50，前100名下单赠送精美礼品。
立即抢购：https://sale.example/spring
活动时间：3月8日-3月10日。回T退订`,
  },
  {
    name: 'invoices for sale',
    subject: '代开发票',
    text: `您好！我公司实力雄厚，可代开各地增值税专用发票、普通发票，税点优惠，先验后付。如贵公司有需要请来电咨询：张经理 13800000000（微信同号）。`,
  },
  {
    name: 'a pitch for search rankings',
    subject: '帮您的网站排到首页',
    text: `您好，我们是专业的网络推广公司，看了贵公司的网站，发现关键词排名不太理想。我们可以提供搜索优化、代运营、短视频推广等服务，先见效后付费。请问您什么时候方便，我把方案和报价发给您？`,
  },
  {
    name: 'a factory’s pitch',
    subject: '厂家直销LED灯带，欢迎询价',
    text: `尊敬的采购负责人：
我司是专业生产LED灯带的厂家，拥有15年生产经验，产品通过CE认证，价格优惠，量大从优。附件是我们的产品目录和报价单，欢迎来样定制，期待与贵司建立长期合作关系。
业务经理 李丽`,
  },
  {
    name: 'a system’s notice',
    subject: '系统通知：您的云服务器即将到期',
    text: `尊敬的用户：
您的云服务器实例 i-2231 将于2026-03-10到期，请及时续费，以免影响业务使用。
此邮件由系统自动发送，请勿直接回复。`,
  },
  {
    name: 'an absence',
    subject: '自动回复: 关于发票',
    text: `您好，来信已收到。本人3月3日至3月10日休假，期间无法及时回复邮件，如有急事请联系同事王敏（wang@firm.example）。`,
  },
  {
    name: 'a delivery failure',
    subject: '系统退信',
    text: `很抱歉，您发送的邮件被退回，以下是该邮件的相关信息：
被退回邮件主题：订单确认
收件人：nobody@wrong.example
退信原因：收件人邮件地址不存在，邮件无法送达。`,
  },
  {
    name: 'a code',
    subject: '验证码',
    text: `【某某网】您的验证码是 482911，10分钟内有效，请勿泄露给他人。如非本人操作，请忽略本邮件。`,
  },
  {
    name: 'a course',
    subject: '《电商运营实战》公开课招生',
    text: `培训时间：2026年4月18-19日 上海
培训对象：总经理、运营总监、店长
培训费用：2800元/人（含教材、午餐）
课程大纲：一、流量获取 二、转化提升 三、复购管理
报名热线：400-000-0000，报名回执请传真。`,
  },
  {
    name: 'freight prices',
    subject: '美国专线双清包税，时效稳定',
    text: `老板您好，我们是国际物流货代，主营美国专线、欧洲专线，双清包税到门，价格优势明显。今日报价：海运快船 9元/kg，空派 38元/kg。有货随时联系我，长期合作价格更优。`,
  },
  {
    name: 'a fraud with an account',
    subject: '您的账户存在异常',
    text: `尊敬的客户，您的账户于昨日在异地登录，为保障资金安全，账户已被暂时冻结。请在24小时内点击以下链接验证身份，逾期将永久停用：http://anquan.example/yz`,
  },
  {
    name: 'a loan',
    subject: '企业信用贷',
    text: `企业老板注意：无抵押、无担保，凭营业执照最高可贷500万，年化3.6%起，当天放款。资金周转找我们，加微信了解详情。`,
  },
  {
    name: 'a post of a list',
    subject: 'Re: [linux-cn] 编译内核报错',
    text: `在 2026-03-02 21:10:33，"老周" <zhou@unix.example> 写道：
> 升级以后编译内核就报错，有人遇到过吗？
> make[1]: *** [scripts/Makefile.build:250: drivers] Error 2

把 gcc 降到 12 试试，另外贴一下 .config。

> 之前一直是好的。

那多半是工具链的问题。
--
邮件列表 linux-cn@lists.example`,
  },
];
