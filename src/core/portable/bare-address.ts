import type { SourceSettings } from '#shared/model/source.ts';

/** Names of query fields that hold what opens a door. */
const tellingName = /key|token|secret|sig|auth|pass|pwd|cred|session|code|hash|access|login|user/i;
/** A word or a number; what is longer may be a key under a harmless name. */
const plainValue = /^[\p{L}\p{N}_.-]{0,20}$/u;

/**
 * A web address without what could be a secret: no user, no password, no fragment, and no query where any field of it
 * looks like a key. Anything that is no address stays as it is.
 */
export function bareAddress(address: string): string {
  const parts = /^(https?:\/\/)([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/is.exec(address);
  if (parts === null) return address;
  const [, scheme = '', authority = '', path = '', query = ''] = parts;
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return `${scheme}${host}${path}${isPlainQuery(query) ? query : ''}`;
}

function isPlainQuery(query: string): boolean {
  return query
    .slice(1)
    .split('&')
    .every((field) => {
      const [name = '', ...value] = field.split('=');
      return !tellingName.test(name) && plainValue.test(value.join('=')) && !/[0-9a-f]{16}/i.test(field);
    });
}

/** What a source is read from, as it may leave the desk. */
export function bareSettings(settings: SourceSettings): SourceSettings {
  return 'url' in settings ? { ...settings, url: bareAddress(settings.url) } : settings;
}
