import robotsParser from 'robots-parser';

/** Our name in robots.txt. */
export const robotName = 'Deskside';

/** What a site's robots.txt says to us. */
export type RobotsRules = {
  readonly allows: (url: URL) => boolean;
  /** Between two requests, ms; null where it says nothing. */
  readonly delayMs: number | null;
  /** As it spells them. */
  readonly sitemaps: readonly string[];
};

export const noRules: RobotsRules = { allows: () => true, delayMs: null, sitemaps: [] };

/** As much of a robots.txt as RFC 9309 (2.5) asks a reader to understand. */
export const largestRobots = 512 * 1024;

const mostWildcardCharacters = 100_000;
/** No rule that a site follows itself is longer. */
const longestLine = 2_000;
const longestDelayMs = 600_000;
const mostSitemaps = 50;

/**
 * The rules in the text of `url`'s robots.txt; null where it is so tangled that to follow it would hold up the desk
 * (robots-parser tries every rule with a `*` at every place of a path).
 */
export function robotsRules(url: URL, text: string): RobotsRules | null {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.length <= longestLine);
  const tangled = lines.filter((line) => line.includes('*') && !agentLine.test(line));
  if (tangled.reduce((sum, line) => sum + line.length, 0) > mostWildcardCharacters) return null;
  const robots = robotsParser(new URL('/robots.txt', url).href, ourLines(lines).join('\n'));
  const delay = robots.getCrawlDelay(robotName);
  return {
    allows: (page) => robots.isAllowed(page.href, robotName) !== false,
    delayMs: delay === undefined || !(delay > 0) ? null : Math.min(delay * 1000, longestDelayMs),
    sitemaps: robots.getSitemaps().slice(0, mostSitemaps),
  };
}

const agentLine = /^\s*user-agent\s*:\s*([^#]*)/i;

/**
 * Lines that say something. Names of other robots are made one: the parser keeps every rule once for each name that
 * stands above it.
 */
function ourLines(lines: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const line of lines) {
    if (!saysSomething(line)) continue;
    const name = agentLine.exec(line)?.[1]?.split('/')[0]?.trim().toLowerCase();
    if (name === undefined) kept.push(line);
    else {
      const ours = `user-agent: ${name === '*' || name === robotName.toLowerCase() ? name : 'other'}`;
      if (!inLastGroup(kept, ours)) kept.push(ours);
    }
  }
  return kept;
}

/** Whether a name stands before the first colon, and no comment. */
function saysSomething(line: string): boolean {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(0, colon));
  return name.trim() !== '' && !name.includes('#');
}

/** Whether the run of agents at the end, which has at most three names, has this one. */
function inLastGroup(kept: readonly string[], line: string): boolean {
  for (let at = kept.length - 1; at >= 0 && kept[at]?.startsWith('user-agent: ') === true; at -= 1) {
    if (kept[at] === line) return true;
  }
  return false;
}

type Directives = { readonly isNoIndex: boolean; readonly isNoFollow: boolean };

/** What `X-Robots-Tag` headers say to every robot or to us: "noindex, nofollow", "deskside: none". */
export function robotsTag(headers: Headers): Directives {
  let agent = '*';
  const said = new Set<string>();
  for (const part of (headers.get('x-robots-tag') ?? '').toLowerCase().split(',')) {
    // A name holds for all that follow it; `unavailable_after: …` and its like are no names.
    const named = /^\s*([a-z][a-z0-9-]*)\s*:(.*)$/.exec(part);
    if (named !== null && !/^(?:max-|unavailable)/.test(named[1] ?? '')) agent = named[1] ?? '*';
    const directive = (named?.[2] ?? part).trim();
    if (agent === '*' || agent === robotName.toLowerCase()) said.add(directive);
  }
  const isNone = said.has('none');
  return { isNoIndex: isNone || said.has('noindex'), isNoFollow: isNone || said.has('nofollow') };
}
