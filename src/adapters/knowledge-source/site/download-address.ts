/*
 * Where services that keep a shop's tables and texts send who asks for one: the host on the left to those that end as on
 * the right.
 */
const downloadHosts: Readonly<Record<string, string>> = {
  'docs.google.com': '.googleusercontent.com',
  'www.dropbox.com': '.dropboxusercontent.com',
  'github.com': '.githubusercontent.com',
};

/** Whether what is kept at `start` may be fetched from `url`: the same host, or the one its service keeps files at. */
export function isSamePlace(start: URL, url: URL): boolean {
  if (url.host === start.host) return true;
  const ending = start.protocol === 'https:' ? downloadHosts[start.host] : undefined;
  return ending !== undefined && url.protocol === 'https:' && url.host.endsWith(ending);
}

/**
 * The address of the file itself where a person gives that of the page that shows it: of a table or a text shared at
 * Google or Dropbox, a file on GitHub. Any other address is its own.
 */
export function downloadAddress(address: URL): URL {
  const url = new URL(address);
  const gid = /[#&?]gid=(\d+)/.exec(address.href)?.[1];
  url.hash = '';
  switch (url.protocol === 'https:' ? url.host : '') {
    case 'docs.google.com':
      return googleFile(url, gid) ?? url;
    case 'www.dropbox.com':
      if (url.searchParams.get('dl') === '0') url.searchParams.set('dl', '1');
      return url;
    case 'github.com': {
      const file = /^\/([^/]+\/[^/]+)\/blob\/(.+)$/.exec(url.pathname);
      if (file !== null) url.pathname = `/${file[1]}/raw/${file[2]}`;
      return url;
    }
    default:
      return url;
  }
}

/** A whole workbook as XLSX, one sheet (`gid`) as CSV, a text as DOCX; null where it is none or a file already. */
function googleFile(url: URL, gid: string | undefined): URL | null {
  const published = /^(\/spreadsheets\/d\/e\/[\w-]+)\/pubhtml$/.exec(url.pathname)?.[1];
  if (published !== undefined) {
    const sheet = gid === undefined ? 'output=xlsx' : `single=true&output=csv&gid=${gid}`;
    return new URL(`${published}/pub?${sheet}`, url.origin);
  }
  const [, path, kind] =
    /^(\/(spreadsheets|document)\/d\/[\w-]{20,})\/(?:edit|view|preview)?$/.exec(`${url.pathname}`) ?? [];
  if (path === undefined) return null;
  const format = kind === 'document' ? 'format=docx' : gid === undefined ? 'format=xlsx' : `format=csv&gid=${gid}`;
  return new URL(`${path}/export?${format}`, url.origin);
}
