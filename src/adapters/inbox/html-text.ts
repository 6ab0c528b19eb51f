import { compile } from 'html-to-text';

/** Deeper markup than this is not converted: html-to-text recurses, and htmlparser2 is quadratic in the depth. */
const deepestMarkup = 400;

const convert = compile({
  wordwrap: false,
  limits: { maxDepth: deepestMarkup },
  formatters: {
    altText: (element, _walk, builder) => {
      const alt = element.attribs?.alt?.trim();
      if (alt) {
        builder.addInline(`[${alt}]`, { noWordTransform: true });
      }
    },
  },
  selectors: [
    {
      selector: 'a',
      options: { linkBrackets: ['(', ')'], hideLinkHrefIfSameAsText: true, pathRewrite: shownAddress },
    },
    { selector: 'img', format: 'altText' },
    { selector: 'style', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'head', format: 'skip' },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});

/** The text of a mail's HTML: links as `text (address)`, images as their alternative text, nothing fetched. */
export function htmlText(html: string): string {
  if (isTooDeep(html)) {
    return withoutTags(html);
  }
  try {
    return convert(html);
  } catch {
    return withoutTags(html);
  }
}

/** Addresses a person may want to read; scripts, inline data and references to other parts are left out. */
function shownAddress(address: string): string {
  const trimmed = address.trim();
  return /^(https?:|tel:|ftp:)/i.test(trimmed) || /^[^:\s]+@[^:\s]+$/.test(trimmed) ? trimmed : '';
}

const emptyElements = new Set(['br', 'img', 'hr', 'meta', 'link', 'input', 'col', 'area', 'base', 'wbr', 'source']);
const closedBySiblings = new Set(['p', 'li', 'td', 'th', 'tr', 'dt', 'dd', 'option', 'tbody', 'thead', 'tfoot']);

/** Whether converting would take longer than anybody waits. */
export function isTooDeep(html: string): boolean {
  return depthOf(html) > deepestMarkup;
}

/** How deep elements nest, as a browser would read the tags. */
function depthOf(html: string): number {
  const open: string[] = [];
  const counts = new Map<string, number>();
  let deepest = 0;
  const close = (): void => {
    const name = open.pop() ?? '';
    counts.set(name, (counts.get(name) ?? 1) - 1);
  };
  for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9:]*)/gi)) {
    const name = tag.toLowerCase();
    if (emptyElements.has(name)) continue;
    if (slash === '') {
      if (closedBySiblings.has(name) && open.at(-1) === name) close();
      open.push(name);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      deepest = Math.max(deepest, open.length);
    } else if ((counts.get(name) ?? 0) > 0) {
      while (open.at(-1) !== name) close();
      close();
    }
  }
  return deepest;
}

function withoutTags(html: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
  return html
    .replace(/<(br|p|div|tr|li)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
