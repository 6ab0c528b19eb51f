import { gapWith, namedInGap } from '#shared/gaps.ts';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { MacroAsk, MacroVariable } from '#shared/model/macro.ts';
import type { OrderStatus } from '#shared/model/order.ts';
import type { TemplatePart } from '#shared/macro-template.ts';
import { assertNever } from '#shared/errors.ts';
import type { MacroFacts, MacroValue } from './macro-facts.ts';

/** What the agent said to the prompts, by their label. */
export type MacroAnswers = Readonly<Record<string, string>>;

export type Rendered = { readonly text: string; readonly missing: readonly MacroVariable[] };

/**
 * A template's text in one conversation. A value is text and nothing else: braces in it mean nothing any more. What has
 * no value, and a prompt that is not answered as its type wants, stands as a gap.
 */
export function renderedMacro(
  parts: readonly TemplatePart[],
  facts: MacroFacts,
  answers: MacroAnswers,
  language: ReplyLanguage,
): Rendered {
  const missing: MacroVariable[] = [];
  const said = parts.map((part) => {
    if (part.kind === 'text') return part.text;
    if (part.kind === 'ask') {
      return answerText(part.ask, answers[part.ask.label] ?? '', language) ?? gapWith(namedInGap(part.ask.label));
    }
    const value = facts[part.name];
    if (value !== null) return valueText(value, language);
    if (part.otherwise !== null) return part.otherwise;
    missing.push(part.name);
    return gapWith(variableWords[language][part.name]);
  });
  return { text: said.join(''), missing };
}

const locales: Record<ReplyLanguage, string> = { en: 'en-GB', zh: 'zh-CN', ja: 'ja-JP' };

function valueText(value: MacroValue, language: ReplyLanguage): string {
  switch (value.type) {
    case 'text':
      return value.text;
    case 'money':
      return new Intl.NumberFormat(locales[language], { style: 'currency', currency: value.money.currency }).format(
        value.money.value,
      );
    case 'date':
      return longDate(value.at, value.timeZone, language);
    case 'status':
      return statusWords[language][value.status];
    case 'items':
      return value.items
        .map(({ title, quantity }) => (quantity === 1 ? title : `${title} × ${quantity}`))
        .join(language === 'en' ? ', ' : '、');
    default:
      return assertNever(value);
  }
}

function longDate(at: number, timeZone: string, language: ReplyLanguage): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone }).format(at);
}

/** Null where it is no answer of its prompt's type. */
function answerText({ type, choices }: MacroAsk, answer: string, language: ReplyLanguage): string | null {
  const said = answer.trim();
  if (said === '') return null;
  switch (type) {
    case 'text':
      return said;
    case 'choice':
      return choices.includes(said) ? said : null;
    case 'number':
      return /^[+-]?\d+(?:[.,]\d+)?$/.test(said) ? said : null;
    case 'date': {
      const at = /^\d{4}-\d{2}-\d{2}$/.test(said) ? Date.parse(`${said}T00:00:00Z`) : Number.NaN;
      return Number.isNaN(at) ? null : longDate(at, 'UTC', language);
    }
    default:
      return assertNever(type);
  }
}

/** As a part of a sentence: "Your order is …". */
const statusWords: Record<ReplyLanguage, Record<OrderStatus, string>> = {
  en: {
    processing: 'being prepared',
    part_shipped: 'partly on its way',
    shipped: 'on its way',
    delivered: 'delivered',
    cancelled: 'cancelled',
    refunded: 'refunded',
    held: '',
  },
  zh: {
    processing: '备货中',
    part_shipped: '部分已发货',
    shipped: '已发货',
    delivered: '已送达',
    cancelled: '已取消',
    refunded: '已退款',
    held: '',
  },
  ja: {
    processing: '準備中',
    part_shipped: '一部発送済み',
    shipped: '発送済み',
    delivered: '配達済み',
    cancelled: 'キャンセル済み',
    refunded: '返金済み',
    held: '',
  },
};

const variableWords: Record<ReplyLanguage, Record<MacroVariable, string>> = {
  en: {
    'customer.name': 'customer’s name',
    'customer.first_name': 'customer’s first name',
    'customer.last_name': 'customer’s last name',
    'customer.greeting_name': 'customer’s name',
    'customer.email': 'customer’s email',
    'order.number': 'order number',
    'order.status': 'order status',
    'order.total': 'order total',
    'order.date': 'order date',
    'order.items': 'items ordered',
    'fulfilment.carrier': 'carrier',
    'fulfilment.tracking_number': 'tracking number',
    'fulfilment.tracking_link': 'tracking link',
    'fulfilment.expected_date': 'expected delivery date',
    'store.name': 'store name',
    'store.closing': 'closing',
    'store.signature': 'signature',
    'agent.name': 'your name',
  },
  zh: {
    'customer.name': '客户姓名',
    'customer.first_name': '客户名字',
    'customer.last_name': '客户姓氏',
    'customer.greeting_name': '客户称呼',
    'customer.email': '客户邮箱',
    'order.number': '订单号',
    'order.status': '订单状态',
    'order.total': '订单金额',
    'order.date': '下单日期',
    'order.items': '所购商品',
    'fulfilment.carrier': '承运商',
    'fulfilment.tracking_number': '运单号',
    'fulfilment.tracking_link': '物流查询链接',
    'fulfilment.expected_date': '预计送达日期',
    'store.name': '店铺名称',
    'store.closing': '结束语',
    'store.signature': '签名',
    'agent.name': '您的姓名',
  },
  ja: {
    'customer.name': 'お客様のお名前',
    'customer.first_name': 'お客様の名',
    'customer.last_name': 'お客様の姓',
    'customer.greeting_name': 'お客様のお名前',
    'customer.email': 'お客様のメールアドレス',
    'order.number': '注文番号',
    'order.status': '注文の状況',
    'order.total': '注文金額',
    'order.date': '注文日',
    'order.items': 'ご注文の商品',
    'fulfilment.carrier': '配送業者',
    'fulfilment.tracking_number': 'お問い合わせ番号',
    'fulfilment.tracking_link': '追跡リンク',
    'fulfilment.expected_date': 'お届け予定日',
    'store.name': '店舗名',
    'store.closing': '結びの言葉',
    'store.signature': '署名',
    'agent.name': '担当者名',
  },
};
