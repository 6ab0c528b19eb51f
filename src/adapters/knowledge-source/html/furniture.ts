import { type Element, type Node, attribute, firstElement, isElement, walk } from './element.ts';

/*
 * Names that help centres, shops and blogs give (as `class` or `id`) to what stands around a text: what visitors wrote,
 * votes and shares, other pages, forms to sign up. Those of Zendesk, Shopify's themes and review apps, WordPress and its
 * common plugins, Intercom, Freshdesk, Help Scout.
 */
const names = new RegExp(
  `^(?:${[
    'comments?(?:-(?:area|list|section|thread|respond|form|body|content|overview|wrapper|author))?',
    '(?:article|post|wp-block|blog)-?_?comments?(?:-.+)?',
    'comment-?respond|respond|disqus_thread|fb-comments',
    '(?:product|customer|woocommerce)?-?_?reviews?(?:-(?:list|section|widget|container|wrapper|body))?',
    'shopify-product-reviews|spr-.+|jdgm-.+|yotpo.*|loox.*|stamped-.+|okeReviews.*',
    '(?:article|faq|page)-?_?(?:votes?|feedback|rating|helpful)(?:[-_].+)?|was-this-helpful|helpfulness|wp-ulike.*',
    '(?:article|social|post)-?_?(?:share|sharing|subscribe)(?:[-_].+)?|share(?:daddy|-buttons?|-links?)?|sharing|sd-sharing.*|addtoany.*|a2a_kit|social-(?:links|icons)',
    'article-(?:relatives|author|meta|more-questions|return-to-top)|recent-articles|related-(?:articles|posts|products|topics)|jp-relatedposts|recommended-(?:articles|posts)|product-recommendations',
    'breadcrumbs?(?:[-_].+)?',
    'newsletter(?:[-_].+)?|klaviyo-.+|mc_embed_signup|mailchimp-.+',
    'cookie-?_?(?:banner|notice|consent|bar|law-info)(?:[-_].+)?|onetrust-.+|cc-window|CybotCookiebot.*',
    'cart-(?:notification|drawer)(?:[-_].+)?',
    'screen-reader-text|visually-hidden|sr-only|skip-(?:link|to-content-link|navigation)',
  ].join('|')})$`,
  'i',
);
const tags = new Set(['cart-notification', 'cart-drawer', 'product-recommendations', 'newsletter-form']);
const kept = new Set('html body main h1 h2 h3 h4 h5 h6 tbody tr td th'.split(' '));

/**
 * Takes out of a page what is not its own text. What visitors wrote under it above all: else anyone could have an answer
 * said in the shop's name. Nothing goes that holds the page's main heading or its main content.
 */
export function removeFurniture(root: Node): void {
  walk(root, {
    enter(element) {
      // A page that is about reviews or a newsletter is called so itself.
      const children = element.childNodes.filter((node) => !isElement(node) || !isFurniture(node));
      if (children.length < element.childNodes.length) element.childNodes = children;
      return true;
    },
  });
}

function isFurniture(element: Element): boolean {
  if (kept.has(element.tagName) || !isNamedSo(element)) return false;
  return firstElement(element, ({ tagName }) => tagName === 'h1' || tagName === 'main') === null;
}

function isNamedSo(element: Element): boolean {
  if (tags.has(element.tagName)) return true;
  if (/schema\.org\/(?:User)?(?:Comments?|Review)$/iu.test(attribute(element, 'itemtype') ?? '')) return true;
  const given = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`.slice(0, 1_000);
  return given.split(/\s+/u).some((name) => names.test(name));
}
