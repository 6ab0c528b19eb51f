import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** An attribute's value; null where the element has no such attribute. */
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((found) => found.name === name)?.value ?? null;
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

/** What a walk meets. `enter` says whether what is inside shall be met too; `leave` comes for those it did. */
export type Visitor = {
  enter(element: Element): boolean;
  leave?(element: Element): void;
  text?(value: string): void;
};

/** Meets every node under a root, in reading order and without recursion: a page may be nested as deep as it likes. */
export function walk(root: Node, visitor: Visitor): void {
  const left: { readonly node: Node; readonly isLeaving: boolean }[] = [];
  const push = (parent: Node): void => {
    const children = 'childNodes' in parent ? parent.childNodes : [];
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const node = children[index];
      if (node !== undefined) left.push({ node, isLeaving: false });
    }
  };
  push(root);
  for (let step = left.pop(); step !== undefined; step = left.pop()) {
    const { node, isLeaving } = step;
    if (isElement(node)) {
      if (isLeaving) visitor.leave?.(node);
      else if (visitor.enter(node)) {
        left.push({ node, isLeaving: true });
        push(node);
      }
    } else if (node.nodeName === '#text' && 'value' in node) visitor.text?.(node.value);
  }
}

/** The first element under a root that a claim holds for. */
export function firstElement(root: Node, claim: (element: Element) => boolean): Element | null {
  let found: Element | null = null;
  walk(root, {
    enter(element) {
      if (found === null && claim(element)) found = element;
      return found === null;
    },
  });
  return found;
}

const unread = new Set(
  'script style template noscript nav footer aside svg math iframe object embed canvas video audio map select textarea input dialog head'.split(
    ' ',
  ),
);

/** Whether nobody reads it on the page, or it stands on every page alike. */
export function isUnread(element: Element): boolean {
  if (unread.has(element.tagName)) return element.tagName !== 'dialog' || attribute(element, 'open') === null;
  if (attribute(element, 'hidden') !== null || attribute(element, 'aria-hidden') === 'true') return true;
  if (/^(?:navigation|banner|contentinfo|complementary|search|dialog)$/u.test(attribute(element, 'role') ?? ''))
    return true;
  const style = attribute(element, 'style') ?? '';
  return style !== '' && (notShown.test(style) || (sizeless.test(style) && !setsSizeInside(element)));
}

/** Not shown, or far outside of the page. */
const notShown =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:left|right|top|text-indent)\s*:\s*-\d{3,}(?:\.\d+)?(?:px|r?em|v[wh]))/iu;
const sizeless = /(?:^|;)\s*font-size\s*:\s*0(?:\.0+)?(?:px|pt|r?em|%)?\s*(?:!\s*important\s*)?(?:;|$)/iu;

/** Rows of mails and tiles are set to no size, and what is in them to its own. */
function setsSizeInside(element: Element): boolean {
  const isSized = (inner: Element): boolean =>
    inner !== element &&
    (/font(?:-size)?\s*:/iu.test(attribute(inner, 'style') ?? '') || attribute(inner, 'class') !== null);
  return firstElement(element, isSized) !== null;
}

const blocks = new Set(
  (
    'address article blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr ' +
    'html legend li main ol option p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Whether text before and after it stands on lines of its own. */
export function isBlock(element: Element): boolean {
  return blocks.has(element.tagName);
}

/** 1 to 6 for a heading, 0 for anything else. */
export function headingDepth(element: Element): number {
  const tag = /^h([1-6])$/u.exec(element.tagName)?.[1];
  if (tag !== undefined) return Number(tag);
  if (attribute(element, 'role') !== 'heading') return 0;
  const level = Number(attribute(element, 'aria-level') ?? 2);
  return Number.isInteger(level) && level >= 1 && level <= 9 ? level : 2;
}
