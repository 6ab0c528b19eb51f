import { AppError } from '#shared/errors.ts';
import { unzippedBody } from './decoded-body.ts';
import { refuseUnnamed } from './open-response.ts';
import { pageAddress, type SiteScope } from './page-address.ts';
import { readSitemap, type Sitemap } from './read-sitemap.ts';
import { mostHops, type SiteVisits } from './site-visits.ts';

export type ListedPage = {
  readonly url: URL;
  /** ms UTC; null where its sitemap does not say. */
  readonly changedAt: number | null;
};

type Listing = {
  /** Within the settings, each once, as they are listed. */
  readonly pages: readonly ListedPage[];
  readonly problems: readonly { readonly url: URL; readonly error: AppError }[];
};

const mostSitemaps = 100;
const mostPages = 50_000;
/** A sitemap may have 50 MB (sitemaps.org). */
const largestSitemap = 50 * 1024 * 1024;

/** Whether the address a person gave is a sitemap rather than a page. */
export function isSitemapAddress(url: URL): boolean {
  return /\.xml(?:\.gz)?$|sitemap[^/]*\.txt(?:\.gz)?$/i.test(url.pathname);
}

/** What the site's sitemaps list: the one that was given, else those of robots.txt, else /sitemap.xml. */
export async function listedPages(visits: SiteVisits, scope: SiteScope): Promise<Listing> {
  const problems: { url: URL; error: AppError }[] = [];
  const first = await firstSitemaps(visits, scope);
  const queue = [...first.urls];
  const seen = new Set(queue.map(({ href }) => href));
  const pages = new Map<string, ListedPage>();
  for (let at = 0; at < queue.length && at < mostSitemaps && pages.size < mostPages; at++) {
    const url = queue[at] as URL;
    if (visits.isLeft(url)) continue;
    const { sitemap, error } = await sitemapAt(visits, scope, url);
    if (error?.code === 'cancelled') throw error;
    const isMissing = error?.code === 'not_found' || error?.code === 'refused_by_server';
    if (error !== null && !(first.isGuess && isMissing)) problems.push({ url, error });
    for (const { address } of sitemap.sitemaps) {
      const next = URL.parse(address, url.href);
      if (next === null || seen.has(next.href)) continue;
      seen.add(next.href);
      queue.push(next);
    }
    for (const { address, changedAt } of sitemap.pages) {
      const page = address.startsWith('/') ? pageAddress(address, url) : pageAddress(address);
      if (page !== null && scope.includes(page)) pages.set(page.href, { url: page, changedAt });
      if (pages.size >= mostPages) break;
    }
  }
  return { pages: [...pages.values()], problems };
}

async function firstSitemaps(visits: SiteVisits, scope: SiteScope) {
  if (isSitemapAddress(scope.start)) return { urls: [scope.start], isGuess: false };
  const rules = await visits.rulesOf(scope.start);
  const urls = rules.sitemaps.flatMap((address) => URL.parse(address, scope.start.origin) ?? []);
  return urls.length > 0
    ? { urls, isGuess: false }
    : { urls: [new URL('/sitemap.xml', scope.start.origin)], isGuess: true };
}

const nothing: Sitemap = { pages: [], sitemaps: [] };

async function sitemapAt(
  visits: SiteVisits,
  scope: SiteScope,
  url: URL,
): Promise<{ readonly sitemap: Sitemap; readonly error: AppError | null }> {
  try {
    return { sitemap: await fetchedSitemap(visits, scope, url), error: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { sitemap: nothing, error };
  }
}

async function fetchedSitemap(visits: SiteVisits, scope: SiteScope, first: URL): Promise<Sitemap> {
  const request = { headers: { accept: 'application/xml,text/xml,*/*;q=0.1' }, limits: { bytes: largestSitemap } };
  let url = first;
  for (let hop = 0; hop <= mostHops; hop++) {
    refuseUnnamed(url, scope.isNamed);
    const rules = await visits.rulesOf(url);
    if (!rules.allows(url)) {
      throw new AppError('refused_by_robots', `${url.href} is not free to read`, { detail: { host: url.host } });
    }
    const { host } = url;
    const answer: Sitemap | URL = await visits.visit(url, request, async (response) => {
      const { status } = response;
      if (status >= 300 && status < 400) return URL.parse(response.headers.get('location') ?? '', url.href) ?? nothing;
      if (status === 404 || status === 410)
        throw new AppError('not_found', `${url.href} is not there`, { detail: { host } });
      if (status !== 200)
        throw new AppError('refused_by_server', `${host} answered ${status}`, { detail: { host, status } });
      return readSitemap(unzippedBody(response.body, { host, limits: request.limits }));
    });
    if (!(answer instanceof URL)) return answer;
    url = answer;
  }
  throw new AppError('remote_failed', `${first.href} leads from one address to the next`, {
    detail: { host: first.host },
  });
}
