import type { SourceSettings } from '#shared/model/source.ts';
import type { CorpusRecord } from './records.ts';

const parts = /^([a-z][a-z\d+.-]*):[/\\]*([^/\\?#]*)([^?#]*)/i;
const isWeb = /^https?$/i;
const shortestKey = 16;
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/**
 * A web address without what could be a secret: no user, no password, no query, no fragment, and `-` for parts of its
 * path that look like keys. What is no address at all stays as it is.
 */
export function bareAddress(address: string): string {
  // As every browser reads it: no white space or controls within, either slash, and any number of them.
  const [, scheme, authority = '', path = ''] = parts.exec(address.replace(/[\s\p{Cc}]/gu, '')) ?? [];
  if (scheme === undefined) return address;
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return isWeb.test(scheme) && host !== '' ? `${scheme.toLowerCase()}://${host}${barePath(path)}` : 'about:blank';
}

function barePath(path: string): string {
  return (path.split(/[?#]/)[0] ?? '')
    .split(/[/\\]/)
    .map((part) => (isKeyLike(part) ? '-' : part))
    .join('/');
}

/** Letters and digits in a long mix; "360012345678-how-do-i-return-it" is the name of a page. */
function isKeyLike(part: string): boolean {
  const runs = part.match(/[A-Za-z0-9]+/g) ?? [];
  const isMixed = (run: string): boolean => /[A-Za-z]/.test(run) && /[0-9]/.test(run);
  // Base64url has `-` and `_` in it.
  const isCased = (run: string): boolean => /[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9]/.test(run);
  return (
    uuid.test(part) ||
    runs.some((run) => run.length >= shortestKey && isMixed(run)) ||
    (part.length >= shortestKey && runs.some((run) => run.length >= 6 && isCased(run)))
  );
}

/**
 * What a source is read from, as it may leave the desk: without secrets, and without paths, which name people and stand
 * for nothing on another machine. What was read from there is given anew.
 */
export function bareSettings(settings: SourceSettings): SourceSettings {
  switch (settings.kind) {
    case 'file':
    case 'folder':
      return { kind: 'file', path: null };
    case 'site':
      return { ...settings, url: bareAddress(settings.url), paths: settings.paths.map(barePath) };
    case 'address':
      return { ...settings, url: bareAddress(settings.url) };
    default:
      return settings;
  }
}

/** A row as an export of this desk would hold it, whoever wrote it. */
export function bareRecord(record: CorpusRecord): CorpusRecord {
  if (record.type === 'source') return { ...record, settings: bareSettings(record.settings) };
  if (record.type !== 'entryVersion' || record.source.url === null) return record;
  return { ...record, source: { ...record.source, url: bareAddress(record.source.url) } };
}
