import { InboxSettings } from '#shared/model/inbox.ts';
import type { PlainKey } from '../../i18n/translate.ts';

export type HelpdeskKind = Exclude<InboxSettings['kind'], 'imap' | 'sample' | 'clipboard'>;

type HelpdeskField = {
  /** Of the settings. */
  readonly name: 'host' | 'email' | 'accountId' | 'inboxId' | 'apiKey';
  readonly label: PlainKey;
  readonly hint: PlainKey | null;
  readonly placeholder?: string;
  /** Digits only. */
  readonly isNumber?: true;
};

/** What a form has to ask for one kind of helpdesk. A new one is one entry here. */
export type HelpdeskForm = {
  /** Its name; products are called the same in every language. */
  readonly product: string;
  readonly needs: PlainKey;
  /** Completes a shop's bare name: `mystore` is `https://mystore.zendesk.com`. Null where everyone hosts their own. */
  readonly domain: string | null;
  readonly fields: readonly HelpdeskField[];
  readonly secret: { readonly label: PlainKey; readonly hint: PlainKey };
};

const email: HelpdeskField = {
  name: 'email',
  label: 'helpdesk.email',
  hint: 'helpdesk.emailHint',
  placeholder: 'you@example.com',
};
const host = (hint: PlainKey, placeholder: string): HelpdeskField => ({
  name: 'host',
  label: 'helpdesk.host',
  hint,
  placeholder,
});

export const helpdeskForms: Readonly<Record<HelpdeskKind, HelpdeskForm>> = {
  chatwoot: {
    product: 'Chatwoot',
    needs: 'chatwoot.needs',
    domain: null,
    fields: [
      host('chatwoot.hostHint', 'https://app.chatwoot.com'),
      { name: 'accountId', label: 'chatwoot.accountId', hint: 'chatwoot.accountIdHint', isNumber: true },
      { name: 'inboxId', label: 'chatwoot.inboxId', hint: 'chatwoot.inboxIdHint', isNumber: true },
    ],
    secret: { label: 'chatwoot.secret', hint: 'chatwoot.secretHint' },
  },
  zendesk: {
    product: 'Zendesk',
    needs: 'zendesk.needs',
    domain: 'zendesk.com',
    fields: [host('zendesk.hostHint', 'mystore.zendesk.com'), email],
    secret: { label: 'zendesk.secret', hint: 'zendesk.secretHint' },
  },
  gorgias: {
    product: 'Gorgias',
    needs: 'gorgias.needs',
    domain: 'gorgias.com',
    fields: [host('gorgias.hostHint', 'mystore.gorgias.com'), email],
    secret: { label: 'gorgias.secret', hint: 'gorgias.secretHint' },
  },
  freshdesk: {
    product: 'Freshdesk',
    needs: 'freshdesk.needs',
    domain: 'freshdesk.com',
    fields: [host('freshdesk.hostHint', 'mystore.freshdesk.com')],
    secret: { label: 'freshdesk.secret', hint: 'freshdesk.secretHint' },
  },
  libredesk: {
    product: 'Libredesk',
    needs: 'libredesk.needs',
    domain: null,
    fields: [
      host('libredesk.hostHint', 'https://desk.example.com'),
      { name: 'apiKey', label: 'libredesk.apiKey', hint: 'libredesk.apiKeyHint' },
    ],
    secret: { label: 'libredesk.secret', hint: 'libredesk.secretHint' },
  },
};

/** What a person calls the system behind an inbox; nothing for a mailbox and for what has none. */
export function productOf({ kind }: InboxSettings): string | undefined {
  return kind === 'imap' || kind === 'sample' || kind === 'clipboard' ? undefined : helpdeskForms[kind].product;
}

export const helpdeskKinds = Object.keys(helpdeskForms) as readonly HelpdeskKind[];

/** What was typed, by field; `days` is how far to look back. */
export type Entered = Readonly<Record<HelpdeskField['name'] | 'days', string>>;

const plainDays = '90';
const nothing: Entered = { host: '', email: '', accountId: '', inboxId: '', apiKey: '', days: plainDays };

/** What a form shows at first: the settings of an inbox, or nothing. */
export function enteredOf(settings: InboxSettings | null): Entered {
  if (settings === null || !('firstSyncDays' in settings)) return nothing;
  const shown = Object.entries(settings).map(([name, value]) => [name, value === null ? '' : String(value)]);
  return { ...nothing, ...Object.fromEntries(shown), days: String(settings.firstSyncDays) };
}

/** The settings that were typed; null while something is missing or not valid. */
export function helpdeskSettings(kind: HelpdeskKind, entered: Entered): InboxSettings | null {
  const { fields, domain } = helpdeskForms[kind];
  const values = fields.map(({ name, isNumber }) => {
    const value = name === 'host' ? addressIn(entered.host, domain) : entered[name].trim();
    return [name, isNumber ? (value === '' ? null : Number(value)) : value];
  });
  const parsed = InboxSettings.safeParse({ kind, ...Object.fromEntries(values), firstSyncDays: Number(entered.days) });
  return parsed.success ? parsed.data : null;
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address of a helpdesk in what somebody typed or pasted: a shop's bare name is completed by `domain`, a page's
 * address is cut to its origin. Empty where there is none.
 */
export function addressIn(typed: string, domain: string | null): string {
  const text = typed.trim().replace(/\/+$/, '');
  if (text === '') return '';
  if (domain !== null && /^[a-z0-9][a-z0-9-]*$/i.test(text)) return `https://${text.toLowerCase()}.${domain}`;
  const scheme = /^(?:localhost|127\.|\[::1\])/i.test(text) ? 'http' : 'https';
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `${scheme}://${text}`);
  return url === null || !/^https?:$/.test(url.protocol) || !/^[^.].*/.test(url.hostname) ? '' : url.origin;
}

/** Whether a key would travel in clear text to that address; such an address is refused. */
export function isClearText(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'http:' && !loopback.test(url.hostname);
}

/** The number of the account in the address of one of Chatwoot's pages; null where there is none. */
export function accountIn(typed: string): string | null {
  return /\/accounts\/(\d+)/.exec(typed)?.[1] ?? null;
}

/** What an inbox is called until somebody names it: the product, and whose. */
export function plainNameOf(kind: HelpdeskKind, entered: Entered): string {
  const { product, domain } = helpdeskForms[kind];
  const shop = URL.parse(addressIn(entered.host, domain))?.hostname.replace(`.${domain}`, '') ?? '';
  return shop === '' ? product : `${product} · ${shop}`;
}
