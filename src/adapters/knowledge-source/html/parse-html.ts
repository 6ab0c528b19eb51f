import { type DefaultTreeAdapterMap, type TreeAdapter, defaultTreeAdapter, parse } from 'parse5';
import { unreadable } from '../document/unreadable.ts';
import type { Node } from './element.ts';

/* As deep as Chromium itself nests (HTMLConstructionSite, kMaximumHTMLParserDOMTreeDepth). */
const deepest = 512;

/**
 * A page as a tree. Errors: `file_unreadable` (`too_deep`) where elements are nested deeper than a browser would nest
 * them: the parser's time grows with the square of that depth.
 */
export function parsedHtml(name: string, html: string): Node {
  let depth = 0;
  const adapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    onItemPush() {
      depth += 1;
      if (depth > deepest) throw unreadable(name, 'too_deep');
    },
    onItemPop() {
      depth -= 1;
    },
  };
  return parse(html, { treeAdapter: adapter });
}
