import type { Token, Tokens } from 'marked';

/** Tokens of the lexer as text a person reads: lists and tables kept as lines, HTML and images dropped. */
export function blocksText(tokens: readonly Token[], separator = '\n\n'): string {
  return tokens
    .map(blockText)
    .filter((text) => text.trim() !== '')
    .join(separator);
}

/** One block. A table becomes a line a row, "Country: France; Days: 3", so that each line stands for itself. */
export function blockText(token: Token): string {
  switch (token.type) {
    case 'list':
      return listText(token as Tokens.List);
    case 'table':
      return tableText(token as Tokens.Table);
    case 'code':
      return (token as Tokens.Code).text;
    case 'blockquote':
      return blocksText(childrenOf(token) ?? []);
    case 'html':
      return textOfHtml((token as Tokens.HTML).text);
    case 'space':
    case 'hr':
    case 'def':
    case 'checkbox':
      return '';
    default:
      return inlineText(childrenOf(token) ?? [token]);
  }
}

/** Inline tokens as text: "text (url)" for a link. */
export function inlineText(tokens: readonly Token[]): string {
  let isInScript = false;
  return tokens
    .map((token) => {
      const tag = token.type === 'html' ? /^<(\/?)(script|style)\b/iu.exec(token.raw) : null;
      if (tag !== null) isInScript = tag[1] === '';
      return isInScript ? '' : spanText(token);
    })
    .join('');
}

function spanText(token: Token): string {
  switch (token.type) {
    case 'br':
      return '\n';
    case 'image':
    case 'checkbox':
      return '';
    case 'html':
      return /^<br\b/iu.test(token.raw) ? '\n' : '';
    case 'codespan':
      return (token as Tokens.Codespan).text;
    case 'link':
      return linkText(token as Tokens.Link);
    case 'escape':
      return (token as Tokens.Escape).text;
    default:
      return inlineOrText(token);
  }
}

function inlineOrText(token: Token): string {
  const children = childrenOf(token);
  return children === undefined ? decodedEntities(textIn(token)) : inlineText(children);
}

/** A link that leads nowhere outside its page ("#top", "../faq.md") is of no use in a reply. */
function linkText({ href, tokens }: Tokens.Link): string {
  const text = inlineText(tokens);
  const address = href.replace(/^(?:mailto|tel):/iu, '');
  const isUsable = /^(?:https?:\/\/|mailto:|tel:)/iu.test(href);
  if (!isUsable || text === address || text === href) return text;
  return text.trim() === '' ? address : `${text} (${address})`;
}

function listText(list: Tokens.List): string {
  const start = list.start === '' ? 1 : list.start;
  return list.items
    .map((item, index) => {
      const mark = list.ordered ? `${start + index}. ` : '- ';
      return mark + blocksText(item.tokens, '\n').replaceAll('\n', `\n${' '.repeat(mark.length)}`);
    })
    .join('\n');
}

function tableText(table: Tokens.Table): string {
  const headings = table.header.map((cell) => inlineText(cell.tokens).trim());
  return table.rows
    .map((row) =>
      row
        .map((cell, index) => ({ heading: headings[index] ?? '', text: inlineText(cell.tokens).trim() }))
        .filter(({ text }) => text !== '')
        .map(({ heading, text }) => (heading === '' ? text : `${heading}: ${text}`))
        .join('; '),
    )
    .filter((line) => line !== '')
    .join('\n');
}

/** Tags go, what a reader sees between them stays. */
function textOfHtml(html: string): string {
  const visible = html
    .replace(/<!--[\s\S]*?(?:-->|$)/gu, '')
    .replace(/<(script|style|template|head)\b[\s\S]*?(?:<\/\1\s*>|$)/giu, '')
    .replace(/<(?:br|\/p|\/li|\/div|\/tr|\/h\d|\/summary)\b[^<>]*>/giu, '\n')
    .replace(/<\/?[a-z][^<>]*>/giu, '');
  return decodedEntities(visible).trim();
}

function childrenOf(token: Token): readonly Token[] | undefined {
  return 'tokens' in token ? token.tokens : undefined;
}

function textIn(token: Token): string {
  return 'text' in token && typeof token.text === 'string' ? token.text : '';
}

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  pound: '£',
  yen: '¥',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  times: '×',
  deg: '°',
};

function decodedEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return namedEntities[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
