import type { SourceSettings } from '#shared/model/source.ts';

/** What stands in the form of a website. */
export type SiteEntered = {
  readonly url: string;
  readonly hosts: string;
  readonly paths: string;
  readonly mostPages: string;
};

export const emptySite: SiteEntered = { url: '', hosts: '', paths: '', mostPages: '200' };

/** The address a person means: "help.example.com" is one; null where it cannot be one. */
export function addressOf(entered: string): string | null {
  const text = entered.trim();
  if (text === '' || /\s/.test(text)) return null;
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  const isNamed = url.hostname.includes('.') || url.hostname === 'localhost' || url.hostname.startsWith('[');
  return isNamed ? url.href : null;
}

const listed = (text: string): string[] => text.split(/[\s,;，；、]+/).filter((part) => part !== '');

/** The host a person means, also where they entered an address. */
function hostOf(entered: string): string {
  return URL.parse(addressOf(entered) ?? '')?.host ?? entered;
}

/** The settings of a website as entered; null while the address is none. */
export function siteSettings(entered: SiteEntered): Extract<SourceSettings, { kind: 'site' }> | null {
  const url = addressOf(entered.url);
  if (url === null) return null;
  const most = Math.round(Number(entered.mostPages));
  return {
    kind: 'site',
    url,
    hosts: [...new Set(listed(entered.hosts).map(hostOf))].slice(0, 20),
    paths: listed(entered.paths)
      .map((path) => (path.startsWith('/') ? path : `/${path}`))
      .slice(0, 50),
    mostPages: Number.isFinite(most) ? Math.min(5_000, Math.max(1, most)) : 200,
  };
}

/** What is read: the host of the address and the further ones. */
export function hostsRead(entered: SiteEntered): readonly string[] {
  const settings = siteSettings(entered);
  if (settings === null) return [];
  return [...new Set([hostOf(settings.url), ...settings.hosts])];
}
