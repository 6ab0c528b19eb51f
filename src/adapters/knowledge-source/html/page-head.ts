import { type Element, type Node, attribute, walk } from './element.ts';

/** What a page says of itself and where it leads. */
export type PageHead = {
  readonly title: string;
  readonly canonical: string | null;
  readonly isNoIndex: boolean;
  readonly isNoFollow: boolean;
  readonly links: readonly string[];
};

/* More links than any page has; a page beyond it is a trap. */
const mostLinks = 10_000;

export function headOf(root: Node, url: string | null): PageHead {
  let title = '';
  let base = url;
  let canonical: string | null = null;
  const robots: string[] = [];
  const found: Element[] = [];
  walk(root, {
    enter(element) {
      switch (element.tagName) {
        case 'title':
          if (title === '') title = textOf(element);
          return false;
        case 'base':
          base = absolute(attribute(element, 'href') ?? '', base) ?? base;
          return false;
        case 'meta':
          if (/^robots$/iu.test(attribute(element, 'name') ?? '')) robots.push(attribute(element, 'content') ?? '');
          return false;
        case 'link':
          if (relOf(element).includes('canonical')) canonical ??= attribute(element, 'href');
          return false;
        case 'a':
        case 'area':
          if (found.length < mostLinks && !relOf(element).includes('nofollow')) found.push(element);
          return true;
        default:
          return element.tagName !== 'script' && element.tagName !== 'svg';
      }
    },
  });
  const says = robots.join(',').toLowerCase();
  const isNoFollow = /\b(?:nofollow|none)\b/u.test(says);
  const addresses = found.flatMap((element) => absolute(attribute(element, 'href') ?? '', base) ?? []);
  return {
    title: title.replace(/\s+/gu, ' ').trim(),
    canonical: canonical === null ? null : absolute(canonical, base),
    isNoIndex: /\b(?:noindex|none)\b/u.test(says),
    isNoFollow,
    links: url === null || isNoFollow ? [] : [...new Set(addresses)],
  };
}

function relOf(element: Element): readonly string[] {
  return (attribute(element, 'rel') ?? '').toLowerCase().split(/\s+/u);
}

function textOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

/** An address without its fragment; null where it is none of the web. */
function absolute(href: string, base: string | null): string | null {
  if (href.trim() === '' || href.length > 2_000) return null;
  try {
    const url = new URL(href.trim(), base ?? undefined);
    url.hash = '';
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}
