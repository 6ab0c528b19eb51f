import type { Language, ReplyLanguage } from '#shared/model/basics.ts';
import type { KnowledgeContent } from '#shared/model/knowledge.ts';
import type { AttributeValue } from '#shared/model/product-attribute.ts';
import { groupOf } from './attribute-groups.ts';

/** What a list is joined by. */
const separators: Readonly<Record<ReplyLanguage, string>> = { en: ', ', zh: '、', ja: '、' };

/** What an attribute says, as a reply writes it; empty for yes and no, which are no words by themselves. */
export function valueText(value: AttributeValue, language: ReplyLanguage): string {
  switch (value.type) {
    case 'text':
      return value.text.replace(/\s*[,，、]\s+/gu, separators[language]);
    case 'link':
      return value.url;
    case 'quantity':
      return quantityText(value.amount, value.unit);
    case 'money':
      return moneyText(value.amount, value.currency, language);
    default:
      return '';
  }
}

/** "1.5 l", "2年". */
function quantityText(amount: number, unit: string): string {
  return unit === ''
    ? `${amount}`
    : /^[\p{L}%"]/u.test(unit) && /^\p{Script=Latin}/u.test(unit)
      ? `${amount} ${unit}`
      : `${amount}${unit}`;
}

function moneyText(amount: number, currency: string, language: ReplyLanguage): string {
  try {
    return new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount);
  } catch {
    return `${amount} ${currency}`;
  }
}

/**
 * What is searched of an entry's answer: of a product its attributes, with what customers call them, before its
 * description; else the answer as it is. Product attributes alone are no words of a question ("How heavy is it?").
 */
export function searchedAnswer(content: Pick<KnowledgeContent, 'kind' | 'answer' | 'attributes' | 'language'>): string {
  if (content.kind !== 'product' || content.attributes.length === 0) return content.answer;
  const language = replyLanguage(content.language);
  const lines = content.attributes.flatMap(({ name, value }) => {
    if (value.type === 'link') return [];
    const group = groupOf(name);
    const words = group === null ? [] : [group.label[language], group.words[language]];
    return [[name, valueText(value, language).slice(0, 200), ...words].filter((word) => word !== '').join(' ')];
  });
  return `${[...new Set(lines)].join('\n')}\n${content.answer}`;
}

function replyLanguage(language: Language): ReplyLanguage {
  return language === 'und' ? 'en' : language;
}
