import type { Block } from '../document/blocks.ts';
import { tableBlocks } from '../document/table-lines.ts';
import { type Element, type Node, attribute, headingDepth, isBlock, isElement, isUnread, walk } from './element.ts';
import { microdataPair } from './faq-markup.ts';
import { tableOf } from './html-table.ts';
import { addressOf, plainText, textWriter } from './plain-text.ts';

/** A block before it is numbered. */
type Unplaced = Block extends infer Any ? (Any extends Block ? Omit<Any, 'row' | 'page'> : never) : never;

/**
 * The content under a node as blocks, numbered from 1. `pageMark` names elements that begin a new page, where the format
 * it was made from has pages.
 */
export function blocksOfHtml(root: Node, pageMark?: (element: Element) => boolean): readonly Block[] {
  const blocks: Block[] = [];
  const writer = textWriter();
  let verbatim = 0;
  let kept = 0;
  let page = pageMark === undefined ? null : 1;
  let hasTextOnPage = false;
  let endsWithin = false;
  const add = (block: Unplaced): void => {
    hasTextOnPage = true;
    blocks.push({ ...block, row: blocks.length + 1, page } as Block);
  };
  const flush = (): void => {
    const text = writer.take();
    if (text !== '') add({ kind: 'text', text });
    if (endsWithin) turnPage();
    endsWithin = false;
  };
  /** Two marks without text between them are one new page, marked twice. */
  const turnPage = (): void => {
    if (hasTextOnPage) page = (page ?? 0) + 1;
    hasTextOnPage = false;
  };
  const addWhole = (element: Element, made: readonly Unplaced[]): void => {
    flush();
    const marks = page === null || pageMark === undefined ? 0 : pageMarksIn(element, pageMark);
    // A heading is too short to be torn: a page that begins within it began before it.
    const isBefore = headingDepth(element) > 0 && marks > 0;
    if (isBefore) turnPage();
    for (const block of made) add(block);
    if (page !== null && !isBefore) page += marks;
  };
  walk(root, {
    enter(element) {
      if (pageMark?.(element) === true) {
        // A paragraph that a page ends within stays whole, on the page where it begins.
        if (!writer.isEmpty()) endsWithin = true;
        else turnPage();
        return false;
      }
      if (isUnread(element) || isPageHeader(element, kept) || element.tagName === 'button') return false;
      if (element.tagName === 'br') writer.endLine();
      const whole = wholeBlocks(element);
      if (whole !== null) {
        addWhole(element, whole);
        return false;
      }
      if (isBlock(element)) flush();
      if (element.tagName === 'pre') verbatim += 1;
      if (isSection(element)) kept += 1;
      return true;
    },
    leave(element) {
      const address = addressOf(element);
      if (address !== null) writer.write(` (${address})`, true);
      if (element.tagName === 'pre') verbatim -= 1;
      if (isSection(element)) kept -= 1;
      if (isBlock(element)) flush();
    },
    text: (value) => writer.write(value, verbatim > 0),
  });
  flush();
  return blocks;
}

/** The blocks an element makes as a whole; null where what is inside is read one by one. */
function wholeBlocks(element: Element): readonly Unplaced[] | null {
  const depth = headingDepth(element);
  if (depth > 0) {
    const text = plainText(element, ' ');
    return text === '' ? [] : [{ kind: 'heading', depth, text }];
  }
  const pair = microdataPair(element);
  if (pair !== null) return [{ kind: 'pair', ...pair }];
  switch (element.tagName) {
    case 'ul':
    case 'ol':
      return holdsStructure(element) ? null : listBlocks(element);
    case 'dl':
      return holdsStructure(element) ? null : definitionBlocks(element);
    case 'table': {
      if (attribute(element, 'role') === 'presentation' || holdsStructure(element)) return null;
      const { rows, hasHeader } = tableOf(element);
      const caption = element.childNodes.find((node) => node.nodeName === 'caption');
      const title = caption === undefined ? '' : plainText(caption, ' ');
      const table: readonly Unplaced[] = tableBlocks(rows, hasHeader, { row: 1, page: null });
      return title === '' ? table : [{ kind: 'text', text: title }, ...table];
    }
    case 'details':
      return holdsStructure(element) ? null : detailsBlocks(element);
    default:
      return null;
  }
}

/** Lists and tables that a page is laid out with hold headings or tables of their own. */
function holdsStructure(element: Element): boolean {
  let found = false;
  walk(element, {
    enter(inner) {
      found ||= headingDepth(inner) > 0 || inner.tagName === 'table' || microdataPair(inner) !== null;
      return !found;
    },
  });
  return found;
}

function listBlocks(list: Element): readonly Unplaced[] {
  const first = Number.parseInt(attribute(list, 'start') ?? '1', 10) || 1;
  const lines = list.childNodes
    .filter((node): node is Element => isElement(node) && node.tagName === 'li' && !isUnread(node))
    .map((item) => plainText(item))
    .filter((text) => text !== '')
    .map((text, index) => {
      const mark = list.tagName === 'ol' ? `${first + index}. ` : '- ';
      return mark + text.replaceAll('\n', `\n${' '.repeat(mark.length)}`);
    });
  return lines.length === 0 ? [] : [{ kind: 'lines', lines }];
}

/** Terms that ask make pairs, any other "term: definition". */
function definitionBlocks(list: Element): readonly Unplaced[] {
  const made: Unplaced[] = [];
  let lines: string[] = [];
  let terms: string[] = [];
  const flush = (): void => {
    if (lines.length > 0) made.push({ kind: 'lines', lines });
    lines = [];
  };
  walk(list, {
    enter(element) {
      if (element.tagName === 'dt') terms.push(plainText(element, ' '));
      if (element.tagName === 'dd') {
        const question = terms.join(' / ');
        const answer = plainText(element);
        if (asks(question)) {
          flush();
          made.push({ kind: 'pair', question, answer });
        } else if (answer !== '') {
          lines.push(question === '' ? `  ${answer}`.trimStart() : `${question}: ${answer.replaceAll('\n', '\n  ')}`);
        }
        terms = [];
      }
      return element.tagName === 'div' || element === list;
    },
  });
  flush();
  return made;
}

function detailsBlocks(details: Element): readonly Unplaced[] | null {
  const summary = details.childNodes.find((node) => node.nodeName === 'summary');
  const question = summary === undefined ? '' : plainText(summary, ' ');
  const content = plainText({ ...details, childNodes: details.childNodes.filter((node) => node !== summary) });
  if (question === '') return null;
  if (content === '') return [];
  return asks(question)
    ? [{ kind: 'pair', question, answer: content }]
    : [{ kind: 'text', text: `${question}\n${content}` }];
}

function asks(text: string): boolean {
  return /[?？]\s*$/u.test(text);
}

/** The header of a page stands on every page alike; that of an article names it. */
function isPageHeader(element: Element, kept: number): boolean {
  return element.tagName === 'header' && kept === 0;
}

function isSection({ tagName }: Element): boolean {
  return tagName === 'article' || tagName === 'section' || tagName === 'main';
}

function pageMarksIn(element: Element, pageMark: (element: Element) => boolean): number {
  let count = 0;
  walk(element, {
    enter(inner) {
      if (pageMark(inner)) count += 1;
      return true;
    },
  });
  return count;
}
