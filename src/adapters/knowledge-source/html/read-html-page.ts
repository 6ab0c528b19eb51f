import type { Block } from '../document/blocks.ts';
import { rowsOfDocument } from '../document/rows-of-document.ts';
import { unsupportedFormat } from '../file-format.ts';
import { openAccordions } from './accordions.ts';
import { type Node, attribute, firstElement, walk } from './element.ts';
import { type MarkedPair, jsonLdPairs } from './faq-markup.ts';
import { removeFurniture } from './furniture.ts';
import { blocksOfHtml } from './html-blocks.ts';
import { decodedPage } from './html-encoding.ts';
import type { HtmlInput, HtmlPage } from './html-page.ts';
import { headOf } from './page-head.ts';
import { parsedHtml } from './parse-html.ts';

/**
 * Reads one page of HTML: its main content as rows, its links and what it says of itself. Pure; a page without text has
 * no rows. Errors: `unsupported` (no text at all), `file_unreadable` (`too_deep`).
 */
export function readHtmlPage(input: HtmlInput): HtmlPage {
  const { name, html, url } = input;
  const decoded = typeof html === 'string' ? { text: html, encoding: '' } : decodedPage(html, input.charset);
  if (decoded === null) throw unsupportedFormat(name, 'binary');
  const root = parsedHtml(name, decoded.text);
  const { title, ...head } = headOf(root, url);
  removeFurniture(root);
  openAccordions(root);
  const blocks = blocksOfHtml(mainContent(root));
  const all = [...pairsNotShown(jsonLdPairs(root), blocks), ...blocks].map((block, index) => ({
    ...block,
    row: index + 1,
  }));
  const heading = blocks.find(({ kind }) => kind === 'heading');
  const shown = title !== '' ? title : heading?.kind === 'heading' ? heading.text : name;
  return {
    ...head,
    title: shown,
    encoding: decoded.encoding,
    rows: rowsOfDocument({ title, blocks: all }, { name, url }),
  };
}

/** What the page itself calls its main content, else its only article, else all of it. */
function mainContent(root: Node): Node {
  const main = firstElement(root, (element) => element.tagName === 'main' || attribute(element, 'role') === 'main');
  if (main !== null) return inSection(main);
  const articles: Node[] = [];
  walk(root, {
    enter(element) {
      if (element.tagName === 'article') articles.push(element);
      return element.tagName !== 'article';
    },
  });
  return articles.length === 1 && articles[0] !== undefined ? inSection(articles[0]) : root;
}

/** The same content as the child of a root, so that it is met itself and its own header counts as its own. */
function inSection(node: Node): Node {
  return { nodeName: '#document-fragment', childNodes: [node] } as unknown as Node;
}

/** Pairs for machines that no visitor sees as a heading or a pair; they stand before all headings. */
function pairsNotShown(pairs: readonly MarkedPair[], blocks: readonly Block[]): readonly Block[] {
  const shown = new Set(
    blocks
      .map((block) => (block.kind === 'pair' ? block.question : block.kind === 'heading' ? block.text : ''))
      .map(folded),
  );
  return pairs
    .filter(({ question }) => !shown.has(folded(question)))
    .map((pair) => ({ kind: 'pair', ...pair, row: 1, page: null }));
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}
