/** The last part of an address's path, as a file is named. */
export function lastPart(url: URL): string {
  const part = url.pathname.split('/').at(-1) ?? '';
  try {
    return safeName(decodeURIComponent(part));
  } catch {
    return safeName(part);
  }
}

const endings: Readonly<Record<string, string>> = {
  'application/json': 'json',
  'application/ld+json': 'json',
  'application/x-ndjson': 'jsonl',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/xhtml+xml': 'html',
  'application/xml': 'xml',
  'application/rss+xml': 'xml',
  'application/atom+xml': 'xml',
  'application/mbox': 'mbox',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/markdown': 'md',
  'text/tab-separated-values': 'tsv',
  'text/xml': 'xml',
};

/** What to call the file behind an address: as the server names it, else as the path does, with an ending for its type. */
export function fileNameOf(url: URL, headers: Headers): string {
  const offered = namedBy(headers.get('content-disposition') ?? '');
  const name = (offered ?? lastPart(url)).replace(/\.gz$/i, '');
  if (/\.[a-z][a-z0-9]{1,9}$/i.test(name) && !/\.(?:php|aspx?|jsp|cgi)$/i.test(name)) return name;
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const ending = endings[type];
  const bare = name === '' ? url.hostname : name;
  return ending === undefined ? bare : `${bare}.${ending}`;
}

/** RFC 6266: `filename*` in UTF-8 before the plain `filename`. */
function namedBy(disposition: string): string | null {
  const encoded = /filename\*\s*=\s*utf-8''([^;]{1,600})/i.exec(disposition)?.[1];
  if (encoded !== undefined) {
    try {
      return safeName(decodeURIComponent(encoded.trim()));
    } catch {
      // Then the plain one.
    }
  }
  const plain = /filename\s*=\s*(?:"([^"]{1,200})"|([^;\s]{1,200}))/i.exec(disposition);
  const name = safeName(plain?.[1] ?? plain?.[2] ?? '');
  return name === '' ? null : name;
}

function safeName(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Bidi_Control}/\\]/gu, '_')
    .trim()
    .slice(0, 150);
}
