import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createKnowledgeFileReader } from '#adapters/knowledge-source/file-reader.ts';
import { createSiteReader, type WebReaderOptions } from '#adapters/knowledge-source/site/site-reader.ts';
import type { ReaderState, SiteSettings } from '#core/ports/site-reader.ts';

export type Answer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
};

export type Route = Answer | RequestListener;

export type SiteServer = {
  /** "127.0.0.1:4711". */
  readonly host: string;
  readonly origin: string;
  /** By path with its query; what is not there is 404. To be changed at any time. */
  readonly routes: Record<string, Route>;
  /** In the order they came. */
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders; readonly at: number }[];
  /** Connections, whether or not anything was asked on them. */
  readonly connections: () => number;
};

const servers: Server[] = [];

/** A real web server on a loopback port. `now` stamps what is asked. */
export async function startSite(
  routes: Record<string, Route> = {},
  { now = () => 0, address = '127.0.0.1' }: { readonly now?: () => number; readonly address?: string } = {},
): Promise<SiteServer> {
  const asked: SiteServer['asked'] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers, at: now() });
    const route = routes[path] ?? { status: 404, body: 'Not here' };
    if (typeof route === 'function') return void route(request, response);
    const { status = 200, headers = {}, body = '' } = route;
    const type = typeof body === 'string' && body.startsWith('<?xml') ? 'application/xml' : 'text/html';
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  });
  server.on('connection', () => connections++);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const { port } = server.address() as AddressInfo;
  const host = address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
  return { host, origin: `http://${host}`, routes, asked, connections: () => connections };
}

export function stopSites(): void {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
}

/** A page of a help centre: a heading, a paragraph, and links. */
export function page(title: string, text: string, links: readonly string[] = [], head = ''): string {
  const anchors = links.map((href) => `<li><a href="${href}">${href}</a></li>`).join('');
  return `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head>
    <body><nav><ul>${anchors}</ul></nav><main><h1>${title}</h1><p>${text}</p></main></body></html>`;
}

export function sitemap(...entries: readonly (string | readonly [address: string, lastmod: string])[]): string {
  const urls = entries.map((entry) => {
    const [address, lastmod] = typeof entry === 'string' ? [entry, null] : entry;
    return `<url><loc>${address}</loc>${lastmod === null ? '' : `<lastmod>${lastmod}</lastmod>`}</url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`;
}

/** A clock that only pauses move, and the pauses. */
export function virtualTime() {
  let time = Date.UTC(2026, 2, 10, 12);
  const pauses: number[] = [];
  return {
    pauses,
    now: () => time,
    pause: async (ms: number, signal: AbortSignal) => {
      signal.throwIfAborted();
      pauses.push(ms);
      time += ms;
    },
  };
}

export const never = new AbortController().signal;

export function siteReader(over: Partial<WebReaderOptions> = {}) {
  const { now, pause } = virtualTime();
  return createSiteReader({ version: '1.2.3', files: createKnowledgeFileReader(), now, pause, ...over });
}

export function settingsOf(site: SiteServer, over: Partial<SiteSettings> = {}): SiteSettings {
  return { url: `${site.origin}/`, hosts: [], paths: [], mostPages: 100, ...over };
}

/** One reading, with addresses shortened to paths and problems to their codes. */
export async function readingOf(
  site: SiteServer,
  over: Partial<SiteSettings> = {},
  options: Partial<WebReaderOptions> = {},
  known: ReaderState | null = null,
) {
  const before = site.asked.length;
  const reading = await siteReader(options).read(settingsOf(site, over), known, never, () => undefined);
  const short = (address: string): string => address.replace(site.origin, '');
  return {
    ...reading,
    paths: reading.pages.map(({ url }) => short(url)),
    unchangedPaths: reading.unchanged.map(short),
    gonePaths: reading.gone.map(short),
    codes: reading.problems.map(({ file, problem }) => [short(file), problem.code]),
    asked: site.asked.slice(before).map(({ path }) => path),
  };
}

/** All that the rows of a reading say. */
export function textOf(
  pages: readonly { readonly rows: readonly { readonly content: { readonly answer: string } | null }[] }[],
) {
  return pages.flatMap(({ rows }) => rows.map(({ content }) => content?.answer ?? '')).join('\n');
}
