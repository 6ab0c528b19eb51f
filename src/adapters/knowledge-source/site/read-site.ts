import type {
  ReaderState,
  ReadingProblem,
  ReadingProgress,
  SiteReading,
  SiteSettings,
} from '#core/ports/site-reader.ts';
import { AppError, problemOf } from '#shared/errors.ts';
import type { DocumentReader } from '../file-reader.ts';
import { type Fetched, type FetchedPage, fetchPage } from './fetch-page.ts';
import { isSitemapAddress, type ListedPage, listedPages } from './find-sitemaps.ts';
import { refuseUnnamed, type Wire } from './open-response.ts';
import { isPageLike, pageAddress, rankOf, type SiteScope, siteScope } from './page-address.ts';
import { createPageLedger, type PageLedger } from './page-ledger.ts';
import { createPageQueue, type PageQueue, type QueuedPage } from './page-queue.ts';
import { createSiteVisits, mostHops, type SiteVisits, type VisitTimes } from './site-visits.ts';
import { type KnownPages, knownPages, siteState } from './site-state.ts';

type Deps = { readonly wire: Wire; readonly times: VisitTimes; readonly documents: DocumentReader };

type Reading = {
  readonly settings: SiteSettings;
  readonly scope: SiteScope;
  readonly known: KnownPages;
  readonly visits: SiteVisits;
  readonly queue: PageQueue;
  readonly ledger: PageLedger;
  /** Where no sitemap lists the pages, links find them; else only those of the start are followed. */
  readonly followsLinks: boolean;
  readonly tell: (url: string, error: unknown) => void;
};

const mostProblems = 500;
const mostQueued = 20_000;
const mostCharacters = 64 * 1024 * 1024;
const mostRemembered = 1_000;
/* A sitemap with fewer pages was forgotten when the site grew. */
const fewestListed = 5;

/** One reading of a site, from its start to its end. Errors: see the port. */
export async function readSite(
  { wire, times, documents }: Deps,
  settings: SiteSettings,
  state: ReaderState | null,
  signal: AbortSignal,
  onProgress: ReadingProgress,
): Promise<SiteReading> {
  const scope = siteScope(settings);
  const known = knownPages(state, settings);
  const problems: ReadingProblem[] = [];
  const tell = (file: string, error: unknown): void => {
    if (problems.length < mostProblems) problems.push({ file, problem: problemOf(error) });
  };
  const onLeft = (url: URL, error: AppError): void => tell(url.href, error);
  const visits = createSiteVisits({ wire, times, isNamed: scope.isNamed, signal, onLeft });
  const listed = await pagesInSitemaps(visits, scope, tell);
  const queue = createPageQueue();
  const ledger = createPageLedger(known.pages, scope.includes);
  fillQueue(queue, scope, known, listed);
  const followsLinks = listed.length < (isSitemapAddress(scope.start) ? 1 : fewestListed);
  const reading = { settings, scope, known, visits, queue, ledger, followsLinks, tell };
  await readPages(reading, documents, signal, onProgress);
  const { state: pages, emptied, ...result } = ledger.close();
  for (const file of emptied)
    tell(
      file,
      new AppError('file_unreadable', `${file} has no text any more`, { detail: { file, reason: 'no_entries' } }),
    );
  if (result.pages.length + result.unchanged.length + problems.length === 0) {
    tell(settings.url, new AppError('file_unreadable', `${scope.start.host}: no text was found`));
  }
  return { ...result, problems, state: siteState(settings, pages) };
}

async function pagesInSitemaps(
  visits: SiteVisits,
  scope: SiteScope,
  tell: Reading['tell'],
): Promise<readonly ListedPage[]> {
  try {
    const { pages, problems } = await listedPages(visits, scope);
    for (const { url, error } of problems) if (!visits.isLeft(url)) tell(url.href, error);
    return pages;
  } catch (error) {
    // A host that is left in peace has been told of already.
    if (error instanceof AppError && error.code !== 'cancelled') return [];
    throw error;
  }
}

/**
 * What is known comes before what is new: whether it still holds matters more. `lastmod` says what is read first and
 * nothing else, for shop systems leave it as it was when a page's text changes with its theme.
 */
function fillQueue(queue: PageQueue, scope: SiteScope, known: KnownPages, listed: readonly ListedPage[]): void {
  const add = (url: URL, depth: number, isListed: boolean): void => {
    if (scope.includes(url)) queue.add({ url, depth, hops: [], isListed, isStart: false });
  };
  const { start } = scope;
  if (!isSitemapAddress(start)) queue.add({ url: start, depth: 0, hops: [], isListed: true, isStart: true });
  const before = [...known.pages].flatMap(([at, page]) => {
    const url = URL.parse(at);
    return url === null ? [] : [{ url, ...page }];
  });
  for (const { url, depth, digest } of before) if (digest !== '') add(url, depth, true);
  const newest = listed.toSorted((left, right) => (right.changedAt ?? 0) - (left.changedAt ?? 0));
  for (const { url } of newest) if (isPageLike(url)) add(url, 1, true);
  for (const { url, depth, digest } of before) if (digest === '') add(url, depth, false);
}

async function readPages(
  reading: Reading,
  documents: DocumentReader,
  signal: AbortSignal,
  onProgress: ReadingProgress,
): Promise<void> {
  const { settings, queue, ledger, known, visits } = reading;
  let read = 0;
  // What is no page counts too, in the end: nobody is asked for ever.
  let left = settings.mostPages * 2 + 20;
  for (let next = queue.next(); next !== undefined; next = queue.next()) {
    if (read >= settings.mostPages || left === 0 || ledger.size() > mostCharacters) {
      remember(reading, next);
      for (let each = 1; each < mostRemembered && queue.size() > 0; each++) remember(reading, queue.next());
      const error = new AppError('page_limit', `Only ${read} pages were read`, { detail: { count: read } });
      return reading.tell(settings.url, error);
    }
    if (visits.isLeft(next.url)) {
      remember(reading, next);
      continue;
    }
    try {
      if (!(await isFree(reading, next))) continue;
      left -= 1;
      const before = known.mayAskConditionally ? (known.pages.get(next.url.href) ?? {}) : {};
      const fetched = await fetchPage(visits, documents, next.url, before, signal);
      if (fetched.kind === 'page' || fetched.kind === 'same') read += 1;
      take(reading, next, fetched);
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
      remember(reading, next);
      if (!visits.isLeft(next.url)) reading.tell(next.url.href, error);
    }
    onProgress(read, reading.followsLinks ? null : Math.min(settings.mostPages, read + queue.size()));
  }
}

/** For the next reading: the page that leads to it may by then be one that has not changed, and is not read for links. */
function remember({ known, ledger }: Reading, unread: QueuedPage | undefined): void {
  if (unread !== undefined && !known.pages.has(unread.url.href)) ledger.takeOther(unread);
}

/** Whether robots.txt leaves it free. What an owner would miss is told: shops keep their policies from robots. */
async function isFree({ visits, tell }: Reading, { url, isListed }: QueuedPage): Promise<boolean> {
  const rules = await visits.rulesOf(url);
  if (rules.allows(url)) return true;
  if (isListed || rankOf(url) === 0) tell(url.href, refusedByRobots(url));
  return false;
}

function refusedByRobots(url: URL): AppError {
  return new AppError('refused_by_robots', `${url.href} asks not to be read`, { detail: { host: url.host } });
}

function take(reading: Reading, queued: QueuedPage, fetched: Fetched): void {
  const { ledger, known, tell } = reading;
  const { url } = queued;
  switch (fetched.kind) {
    case 'same':
      return ledger.takeUnchanged(queued);
    case 'moved':
      return takeMove(reading, queued, fetched.to, fetched.isForGood);
    case 'missing':
      ledger.takeGone(url);
      if (!known.pages.has(url.href)) tell(url.href, new AppError('not_found', `${url.href} is not there`));
      return;
    case 'other':
      ledger.takeOther(queued);
      if (queued.isListed)
        tell(url.href, new AppError('unsupported', `${url.href} is no page`, { detail: { file: url.href } }));
      return;
    case 'page':
      takePage(reading, queued, fetched.page);
  }
}

/** Every hop is asked for as any other page is: named, free, in its turn. */
function takeMove(reading: Reading, queued: QueuedPage, location: URL | null, isForGood: boolean): void {
  const { scope, ledger, queue, known } = reading;
  const { url, depth } = queued;
  const to = location === null ? null : pageAddress(location.href);
  if (location !== null) refuseUnnamed(location, scope.isNamed);
  const hops = [...queued.hops, url.href];
  if (to === null || hops.includes(to.href) || hops.length > mostHops) {
    throw new AppError('remote_failed', `${url.href} leads nowhere`, { detail: { host: url.host } });
  }
  if (isForGood) ledger.takeGone(url);
  else if (!known.pages.has(url.href)) ledger.takeOther(queued);
  if (!queued.isStart && !scope.includes(to)) return;
  queue.add({ ...queued, url: to, depth, hops });
}

function takePage({ scope, ledger, queue, followsLinks, tell }: Reading, queued: QueuedPage, page: FetchedPage): void {
  const { url, depth } = queued;
  if (page.isNoIndex && queued.isListed) tell(url.href, refusedByRobots(url));
  const add = (address: string): URL | null => {
    const link = pageAddress(address);
    if (link === null || !scope.includes(link) || !isPageLike(link) || queue.size() >= mostQueued) return null;
    queue.add({ url: link, depth: depth + 1, hops: [], isListed: false, isStart: false });
    return link;
  };
  const canonical = page.canonical === null ? null : pageAddress(page.canonical);
  // Themes that name the front page as every page's own are wrong about it.
  const isPlausible = canonical !== null && (canonical.pathname !== '/' || url.pathname === '/');
  ledger.take(queued, page, isPlausible ? add(canonical.href) : null);
  if (followsLinks || queued.isStart) for (const link of page.links) add(link);
}
