/*
 * What a ready-made reply leaves to be filled in: by the helpdesk (`{{ticket.customer.firstname}}`, Liquid in all five
 * systems; Go templates in Libredesk), or by the agent ("[order number]", "XXXX", "○○").
 */

/** Words of a fill-in between brackets, where what stands there might also be said: "[Update]", "<3". */
const filledIn =
  '(?<![A-Za-z])(?:first|last|full|customer|client|order|product|agent|your)?_?(?:name|order|number|date|time|tracking|insert|agent|amount|price|link|url|customer|product|item|address|e-?mail|phone|code|reason|city|country|x{2,})s?(?![A-Za-z])|' +
  '姓名|名字|订单|訂單|单号|單號|日期|时间|時間|金额|金額|客服|商品|链接|鏈接|' +
  '名前|氏名|注文|番号|日付|日時|担当|お客様';

const patterns: readonly string[] = [
  String.raw`\{\{[^{}]{0,300}\}\}`,
  String.raw`\{%[^{}]{0,300}%\}`,
  String.raw`\{\$?[\p{L}_][\p{L}\p{N}_.\- ]{0,60}\}`,
  String.raw`%%?[A-Za-z][A-Za-z_]{1,40}%%?`,
  // A link of Markdown is text that is said.
  String.raw`\[[^[\]\n]{0,40}(?:${filledIn})[^[\]\n]{0,40}\](?!\()`,
  String.raw`<[^<>\n@/:]{0,40}(?:${filledIn})[^<>\n@/:]{0,40}>`,
  String.raw`[【〔［][^】〕］\n]{0,20}(?:${filledIn})[^】〕］\n]{0,20}[】〕］]`,
  String.raw`_{3,}`,
  String.raw`\bX{3,}\b(?!-?L)`,
  String.raw`[○〇●◯△]{2,}`,
];
const placeholder = new RegExp(patterns.join('|'), 'giu');
/** A brace of a template that was cut or misspelt: nobody would say it either. */
const brokenTemplate = /\{\{|\}\}|\{%|%\}/;

/** Everything a text leaves to be filled in, each once and as it stands there. */
export function placeholdersIn(text: string): readonly string[] {
  const whole = text.match(placeholder) ?? [];
  const broken = text.replace(placeholder, ' ').match(new RegExp(brokenTemplate, 'g')) ?? [];
  return [...new Set([...whole.filter(isNoSmallX), ...broken])];
}

/** A text with everything it leaves to be filled in put as `written` has it; null where a brace of a template is broken. */
export function withPlaceholders(text: string, written: (found: string, at: number) => string): string | null {
  if (brokenTemplate.test(text.replace(placeholder, ' '))) return null;
  return text.replace(placeholder, (found: string, ...rest: unknown[]) =>
    isNoSmallX(found) ? written(found, Number(rest.find((each) => typeof each === 'number'))) : found,
  );
}

/** "xxx" are kisses, not a number to fill in. */
function isNoSmallX(found: string): boolean {
  return !/^x+$/.test(found);
}

const whoseName = /name|姓名|名字|名前|氏名|お客様|^[○〇●◯△]+$/iu;
/** "integrations.shopify.customer.first_name" is theirs, "shop.name" is not. */
const notTheirName =
  /agent|assignee|current_?user|author|sender|signature|user\.|organi[sz]ation|(?<![a-z])(?:brand|account|store|shop|company|products?|items?|orders?|file|inbox|team|group)(?![a-z])|担当|客服|商品|店/iu;
/** What follows a name where one is spoken to. */
const honorific = String.raw`\s*(?:様|さま|さん|殿|先生|女士|小姐|同学|님)?`;
const spoken = new RegExp(`(?:${placeholder.source})${honorific}`, 'giu');

/** The text without the customer's name where it would be filled in, and without the title behind it. */
export function withoutNames(text: string): string {
  return text.replace(spoken, (found) => (whoseName.test(found.replace(/様$/u, '')) && isTheirs(found) ? '' : found));
}

function isTheirs(found: string): boolean {
  // A fallback is said in the name's place: {{ contact.first_name || 'there' }}.
  return !notTheirName.test(found.replace(/\|.*$/su, ''));
}
