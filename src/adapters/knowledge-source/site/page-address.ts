import type { SiteSettings } from '#core/ports/site-reader.ts';
import { AppError } from '#shared/errors.ts';

/** Where a reading begins, and what it may ask for. */
export type SiteScope = {
  readonly start: URL;
  readonly isNamed: (url: URL) => boolean;
  /** Whether a page may be read: its host is named, and its path begins as the owner said. */
  readonly includes: (url: URL) => boolean;
};

const longestAddress = 1_000;

/** Errors: `invalid_input` (`detail.field`). */
export function siteScope(settings: SiteSettings): SiteScope {
  const start = pageAddress(settings.url);
  if (start === null) throw invalidAddress(settings.url);
  const hosts = new Set([start.host, ...settings.hosts.map(namedHost)]);
  const isNamed = (url: URL): boolean => hosts.has(url.host);
  const paths = settings.paths.map((path) => (path.startsWith('/') ? path : `/${path}`)).map(encodedPath);
  const includes = (url: URL): boolean =>
    isNamed(url) && (paths.length === 0 || paths.some((path) => url.pathname.startsWith(path)));
  return { start, isNamed, includes };
}

/** A host as `URL.host` spells it, from what a person wrote: "Help.Example.com", "https://help.example.com/". */
function namedHost(host: string): string {
  const address = /^https?:\/\//i.test(host) ? host : `https://${host}`;
  const url = URL.parse(address.trim());
  if (url === null || url.host === '' || url.username !== '') throw invalidAddress(host);
  return url.host;
}

function encodedPath(path: string): string {
  return URL.parse(path, 'http://host.invalid')?.pathname ?? path;
}

function invalidAddress(address: string): AppError {
  // Without what stands before the @: it may be a password.
  return new AppError('invalid_input', 'The address must begin with https:// or http://', {
    detail: { field: address.replace(/^.*@/s, '') },
  });
}

const tracking =
  /^(?:utm_.*|gclid|gbraid|wbraid|fbclid|msclkid|dclid|yclid|mc_[ce]id|_ga|_gl|igshid|srsltid|replytocom|share|phpsessid|jsessionid|_pos|_sid|_ss|_psq|_fid|pr_prod_strat|pr_rec_.*|pr_ref_pid|pr_seq|return_to|sort_by)$/i;

/**
 * An address in the one spelling that is asked for and remembered: without fragment, tracking and order of its
 * parameters; null for what is no web page's: another scheme, credentials, over 1,000 characters.
 */
export function pageAddress(address: string, base?: URL): URL | null {
  const url = URL.parse(address.trim(), base?.href);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  url.hash = '';
  url.pathname = url.pathname.replace(/;jsessionid=[^/]*/i, '').replace(/\/{2,}/g, '/');
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !tracking.test(part.split('=')[0] ?? ''));
  url.search = [...new Set(kept)].sort().join('&');
  return url.href.length > longestAddress ? null : url;
}

const otherFiles =
  /\.(?:7z|aac|apk|atom|avi|avif|bmp|bz2|css|csv|dmg|doc|eot|epub|exe|flac|gif|gz|ico|ics|jpe?g|js|json|m4[av]|map|mjs|mkv|mov|mp[34]|mpe?g|msi|ogg|otf|png|pptx?|psd|rar|rss|svg|tar|tiff?|ttf|txt|vcf|wasm|wav|webm|webmanifest|webp|woff2?|xlsx?|xml|zip)$/i;

/**
 * Whether a link can lead to a page: not to an image, a program, a feed; not to a place where one shops, searches or
 * signs in; and not to what calls itself endlessly (/a/b/a/b/a/b).
 */
export function isPageLike(url: URL): boolean {
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const isRepeating = parts.some((part) => parts.filter((each) => each === part).length > 3);
  return !otherFiles.test(url.pathname) && !isRepeating && !actions.test(url.pathname);
}

const actions =
  /^(?:\/hc)?(?:\/[a-z]{2}(?:-[a-z]{2,4})?)?\/(?:cart|checkouts?|account|login|signin|sign-in|logout|register|signup|wp-admin|wp-login\.php|wp-json|xmlrpc\.php|cdn-cgi|search|feed|requests\/new|support\/(?:login|signup|tickets|search)|tools\/emails)(?:\/|$)/i;

const helpful =
  /faq|よくある|ヘルプ|配送|返品|常见|帮助|退货|help|support|shipping|deliver|return|refund|exchange|warrant|guarantee|polic(?:y|ies)|terms|payment|size|care|contact|about|question|guide|\/pages\/|\/hc\/|\/articles?\/|\/docs?\/|\/kb\//i;
const shelf = /\/(?:products?|collections?|categor(?:y|ies)|tags?|author|vendors|shop|blogs?\/[^/]+\/tagged)(?:\/|$)/i;

/** 0 where customers' questions are likely to be answered, 2 for shelves and lists, 1 for the rest. */
export function rankOf(url: URL): 0 | 1 | 2 {
  const path = decodedPath(url);
  const isList = shelf.test(path) || url.search !== '';
  return isList ? 2 : helpful.test(path) ? 0 : 1;
}

function decodedPath(url: URL): string {
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return url.pathname;
  }
}
