import sax from 'sax';

export type SitemapEntry = {
  readonly address: string;
  /** When it last changed, ms UTC; null where it does not say. */
  readonly changedAt: number | null;
};

export type Sitemap = {
  readonly pages: readonly SitemapEntry[];
  /** Other sitemaps it lists. */
  readonly sitemaps: readonly SitemapEntry[];
};

const mostEntries = 50_000;
const longestText = 3_000;
const deepest = 20;
const mostAttributes = 100;

/**
 * Reads a sitemap or an index of sitemaps (sitemaps.org), piece by piece, or plain addresses one a line; never more than
 * 50,000 entries, as the protocol says. What is broken ends it: what stands before counts.
 */
export async function readSitemap(body: AsyncIterable<Uint8Array>): Promise<Sitemap> {
  const found = { pages: [] as SitemapEntry[], sitemaps: [] as SitemapEntry[] };
  const decoder = new TextDecoder();
  let reading: Reading | null = null;
  for await (const chunk of body) {
    const text = decoder.decode(chunk, { stream: true });
    if (reading === null && text.trim() === '') continue;
    reading ??= text.trimStart().startsWith('<') ? xmlReading(found) : lineReading(found);
    // White space before the XML declaration is an error that many sites make.
    reading.write(reading.isBegun() ? text : text.trimStart());
    if (reading.isOver() || found.pages.length + found.sitemaps.length >= mostEntries) break;
  }
  reading?.end();
  return found;
}

type Found = { readonly pages: SitemapEntry[]; readonly sitemaps: SitemapEntry[] };

type Reading = {
  readonly write: (text: string) => void;
  readonly end: () => void;
  readonly isBegun: () => boolean;
  readonly isOver: () => boolean;
};

function xmlReading(found: Found): Reading {
  const parser = sax.createStream(true, { trim: true, position: false });
  const path: string[] = [];
  const at = { isBegun: false, isOver: false, loc: '', changed: '', attributes: 0 };
  // All of an element's are kept until it is complete.
  parser.on('attribute', () => {
    at.attributes += 1;
    if (at.attributes > mostAttributes) at.isOver = true;
  });
  parser.on('opentag', ({ name }) => {
    path.push(localName(name));
    at.attributes = 0;
    if (path.length > deepest) at.isOver = true;
    if (path.length === 2) Object.assign(at, { loc: '', changed: '' });
  });
  const onText = (text: string): void => {
    if (path.length !== 3 || !isEntry(path[1])) return;
    if (path[2] === 'loc') at.loc = (at.loc + text).slice(0, longestText);
    if (path[2] === 'lastmod') at.changed = (at.changed + text).slice(0, 100);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => {
    const name = path.pop();
    if (path.length !== 1 || !isEntry(name) || at.loc === '') return;
    const changedAt = Date.parse(at.changed);
    const entry = { address: at.loc.trim(), changedAt: Number.isNaN(changedAt) ? null : changedAt };
    (name === 'url' ? found.pages : found.sitemaps).push(entry);
  });
  parser.on('error', () => {
    at.isOver = true;
  });
  return {
    write(text) {
      at.isBegun = true;
      // A piece at a time, so that a break inside it is acted upon.
      for (let from = 0; from < text.length && !at.isOver; from += 16_384) {
        try {
          parser.write(text.slice(from, from + 16_384));
        } catch {
          at.isOver = true;
        }
      }
    },
    end: () => undefined,
    isBegun: () => at.isBegun,
    isOver: () => at.isOver,
  };
}

function isEntry(name: string | undefined): boolean {
  return name === 'url' || name === 'sitemap';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function lineReading(found: Found): Reading {
  let rest = '';
  const take = (lines: readonly string[]): void => {
    for (const line of lines) {
      const address = line.trim();
      if (/^https?:\/\/\S+$/i.test(address)) found.pages.push({ address, changedAt: null });
    }
  };
  return {
    write(text) {
      const lines = (rest + text).split(/\r\n|\r|\n/);
      rest = (lines.pop() ?? '').slice(0, longestText);
      take(lines.map((line) => line.slice(0, longestText)));
    },
    end: () => take([rest]),
    isBegun: () => true,
    isOver: () => false,
  };
}
