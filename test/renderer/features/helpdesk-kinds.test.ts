import { expect, it } from 'vitest';
import {
  accountIn,
  addressIn,
  enteredOf,
  helpdeskKinds,
  helpdeskSettings,
  isClearText,
  plainNameOf,
} from '../../../src/renderer/src/features/settings/helpdesk-kinds.ts';

const entered = { ...enteredOf(null), host: 'mystore', email: 'a@b.co', accountId: '3', apiKey: 'k' };

it.each([
  ['mystore', 'zendesk.com', 'https://mystore.zendesk.com'],
  [' MyStore ', 'gorgias.com', 'https://mystore.gorgias.com'],
  ['mystore.zendesk.com', 'zendesk.com', 'https://mystore.zendesk.com'],
  ['https://mystore.zendesk.com/agent/tickets/12?x=1#y', 'zendesk.com', 'https://mystore.zendesk.com'],
  ['https://help.example.com/', 'zendesk.com', 'https://help.example.com'],
  ['app.chatwoot.com/app/accounts/3/dashboard', null, 'https://app.chatwoot.com'],
  ['127.0.0.1:3000', null, 'http://127.0.0.1:3000'],
  ['http://localhost:3000/app', null, 'http://localhost:3000'],
  ['', 'zendesk.com', ''],
  ['javascript:alert(1)', null, ''],
  ['ftp://files.example.com', null, ''],
  ['my store', 'zendesk.com', ''],
] as const)('bug: %s is not read as the address that was meant', (typed, domain, address) => {
  expect(addressIn(typed, domain)).toBe(address);
});

it('bug: a kind cannot be connected with all its fields filled in, or can with one missing', () => {
  for (const kind of helpdeskKinds) {
    const host = kind === 'chatwoot' || kind === 'libredesk' ? 'https://desk.example.com' : 'mystore';
    const settings = helpdeskSettings(kind, { ...entered, host });
    expect(settings).toMatchObject({ kind, firstSyncDays: 90 });
    expect(helpdeskSettings(kind, { ...entered, host: '' })).toBeNull();
    expect(helpdeskSettings(kind, { ...entered, host, days: '0' })).toBeNull();
    expect(helpdeskSettings(kind, { ...entered, host, days: '' })).toBeNull();
  }
  expect(helpdeskSettings('zendesk', { ...entered, email: 'nobody' })).toBeNull();
  expect(helpdeskSettings('chatwoot', { ...entered, host: 'https://x.example', accountId: '' })).toBeNull();
  expect(helpdeskSettings('libredesk', { ...entered, host: 'https://x.example', apiKey: '' })).toBeNull();
});

it('bug: changing an inbox loses what its form does not show as typed', () => {
  for (const kind of helpdeskKinds) {
    const host = kind === 'chatwoot' || kind === 'libredesk' ? 'https://desk.example.com' : 'mystore';
    const settings = helpdeskSettings(kind, { ...entered, host, days: '30', inboxId: '' });
    expect(helpdeskSettings(kind, enteredOf(settings))).toEqual(settings);
  }
});

it('bug: the account number is not taken from a pasted address, or a key travels in clear text', () => {
  expect(accountIn('https://app.chatwoot.com/app/accounts/42/inbox/1')).toBe('42');
  expect(accountIn('https://app.chatwoot.com')).toBeNull();
  expect(isClearText('http://desk.example.com')).toBe(true);
  expect(isClearText('http://127.0.0.1:3000')).toBe(false);
  expect(isClearText('https://desk.example.com')).toBe(false);
});

it('bug: two shops of one product are called the same', () => {
  expect(plainNameOf('zendesk', entered)).toBe('Zendesk · mystore');
  expect(plainNameOf('zendesk', { ...entered, host: '' })).toBe('Zendesk');
});
