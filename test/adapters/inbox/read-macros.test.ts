import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openChatwootConnector } from '#adapters/inbox/chatwoot/chatwoot-connector.ts';
import { openFreshdeskConnector } from '#adapters/inbox/freshdesk/freshdesk-connector.ts';
import { openGorgiasConnector } from '#adapters/inbox/gorgias/gorgias-connector.ts';
import { openLibredeskConnector } from '#adapters/inbox/libredesk/libredesk-connector.ts';
import { openZendeskConnector } from '#adapters/inbox/zendesk/zendesk-connector.ts';
import type { Macro } from '#core/ports/helpdesk.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import { type Problem, problemOf } from '#shared/errors.ts';
import { startZendeskDouble } from '#test/support/doubles/zendesk-double.ts';

const never = new AbortController().signal;
const email = 'agent@example.com';
const firstSyncDays = 30;
const now = (): number => Date.UTC(2026, 0, 1);

type Told = { readonly status?: number; readonly body: unknown };

/** The address of a server that answers these paths, and with 404 all others. */
async function serving(answers: Readonly<Record<string, Told>>): Promise<string> {
  const server = createServer((request, response) => {
    const { status = 200, body } = answers[(request.url ?? '').replace(/\?.*$/, '')] ?? { status: 404, body: {} };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function macrosOf(connector: InboxConnector): Promise<readonly Macro[]> {
  onTestFinished(() => connector.close());
  return (await connector.helpdesk?.macros(never)) ?? [];
}

const problemIn = (connector: InboxConnector): Promise<Problem> =>
  macrosOf(connector).then(() => ({ code: 'internal', message: 'It was read', detail: {} }), problemOf);

describe('chatwoot', () => {
  const open = (host: string) =>
    openChatwootConnector({
      settings: { kind: 'chatwoot', host, accountId: 3, inboxId: null, firstSyncDays },
      token: 'abc',
      now,
    });
  const path = '/api/v1/accounts/3/canned_responses';

  test('bug: marks of Markdown are said to customers, or what is no mark is taken off', async () => {
    const content =
      'Hi {{contact.first_name}},\n\n**Refunds** take 5\\*5 days:\\\nsee [the guide](https://example.com/r_1) or ' +
      '[a@example.com](mailto:a@example.com).\n\n- 2 * 3 * 4 = 24\n- snake_case_word [note] <order number>';
    const host = await serving({
      [path]: { body: [{ id: 4, short_code: 'refund', content, updated_at: 1_700_000_000 }] },
    });
    expect(await macrosOf(open(host))).toEqual([
      {
        id: '4',
        title: 'refund',
        body:
          'Hi {{contact.first_name}},\n\nRefunds take 5*5 days:\nsee the guide (https://example.com/r_1) or ' +
          'a@example.com.\n\n- 2 * 3 * 4 = 24\n- snake_case_word [note] <order number>',
        folders: [],
        isShared: true,
        updatedAt: 1_700_000_000_000,
        files: [],
        placeholders: ['{{contact.first_name}}', '<order number>'],
      },
    ]);
  });

  test.each(['**a', '~~a', '[a', '\\'])(
    'bug: a canned response of %j again and again holds up the desk',
    async (mark) => {
      const content = mark.repeat(30_000);
      const host = await serving({ [path]: { body: [{ id: 4, short_code: 'refund', content, updated_at: null }] } });
      const began = performance.now();
      await macrosOf(open(host));
      expect(performance.now() - began).toBeLessThan(2_000);
    },
  );

  test('bug: a canned response without words or with half its fields ends the reading of all', async () => {
    const body = [
      { id: 1, short_code: null, content: null },
      { id: 2, content: 'Two days.', updated_at: 'soon' },
    ];
    const macros = await macrosOf(open(await serving({ [path]: { body } })));
    expect(macros).toMatchObject([{ id: '2', title: '', body: 'Two days.', updatedAt: null }]);
  });
});

describe('zendesk', () => {
  const open = (host: string) =>
    openZendeskConnector({ settings: { kind: 'zendesk', host, email, firstSyncDays }, token: 'abc', now });
  const list = (macros: readonly unknown[]) => ({ body: { macros, meta: { has_more: false, after_cursor: null } } });
  const html = (value: unknown) => ({ field: 'comment_value_html', value });

  test('bug: of two comments for two channels none is read, or a group’s macro is taken for one agent’s own', async () => {
    const macros = [
      {
        id: 1,
        title: 'Returns::Refunds::  Late ',
        restriction: { type: 'Group', id: 4, ids: [4, 5] },
        updated_at: '2026-01-01T00:00:00Z',
        actions: [
          { field: 'comment_value', value: ['channel:chat', 'In chat.'] },
          html(['channel:web', '<p>By <b>mail</b>.</p>']),
        ],
      },
      { id: 2, title: 'A::B', restriction: { type: 'User', id: 4 }, actions: [html('<p>Mine.</p>')] },
      {
        id: 3,
        title: 'Tags',
        actions: [
          { field: 'current_tags', value: 'a b' },
          { field: 'subject', value: 7 },
        ],
      },
    ];
    const read = await macrosOf(open(await serving({ '/api/v2/macros.json': list(macros) })));
    expect(read).toMatchObject([
      { id: '1', title: 'Late', folders: ['Returns', 'Refunds'], body: 'By mail.', isShared: true },
      { id: '2', title: 'B', folders: ['A'], body: 'Mine.', isShared: false, updatedAt: null },
    ]);
  });

  test('bug: dynamic content stands in knowledge as a placeholder, or in the wrong language', async () => {
    const time = { now: now() };
    const double = await startZendeskDouble(time);
    onTestFinished(() => double.stop());
    double.dynamic.texts?.set('returns', 'Send it back within {{dc.days}} days.\nWe pay.');
    double.dynamic.texts?.set('days', '30');
    for (let i = 0; i < 120; i++) double.dynamic.texts?.set(`other_${i}`, `Other ${i}`);
    double.dynamic.texts?.set('rich', '<ul><li>Oil it</li></ul>');
    double.addMacro({ title: 'Text', text: '{{dc.returns}}' });
    double.addMacro({ title: 'Html', text: 'Well: {{dc.returns}}' });
    double.addMacro({ title: 'Rich', text: '{{ dc.rich }}' });
    double.addMacro({ title: 'Unknown', text: '{{dc.gone}}' });
    const [text, page, rich, unknown] = await macrosOf(double.connector());
    expect(text?.body).toBe('Send it back within 30 days.\nWe pay.');
    expect(page?.body).toBe('Well: Send it back within 30 days.\nWe pay.');
    expect(rich?.body).toMatch(/^\s*- Oil it$/);
    expect(unknown).toMatchObject({ body: '{{dc.gone}}', placeholders: ['{{dc.gone}}'] });
  });

  test('bug: a plan without dynamic content has no macros at all', async () => {
    const double = await startZendeskDouble({ now: now() });
    onTestFinished(() => double.stop());
    double.dynamic.texts = null;
    double.addMacro({ title: 'Returns', text: '{{dc.returns}}' });
    double.addMacro({ title: 'Shipping', text: 'Two days.' });
    const macros = await macrosOf(double.connector());
    expect(macros.map(({ body }) => body)).toEqual(['{{dc.returns}}', 'Two days.']);
  });

  test('bug: every reading asks for dynamic content that no macro names', async () => {
    const double = await startZendeskDouble({ now: now() });
    onTestFinished(() => double.stop());
    double.addMacro({ title: 'Shipping', text: 'Two days, {{ticket.id}}.' });
    await macrosOf(double.connector());
    expect(double.requests.map(({ path }) => path)).toEqual(['/api/v2/macros.json']);
  });
});

describe('gorgias', () => {
  const open = (host: string) =>
    openGorgiasConnector({ settings: { kind: 'gorgias', host, email, firstSyncDays }, key: 'abc', now });

  test('bug: a macro is read by its tags, or loses the addresses its links lead to', async () => {
    const written = {
      body_html: '<div>See <a href="https://example.com/g">our guide</a></div>',
      body_text: 'See our guide',
    };
    const actions = [
      { name: 'addTags', arguments: { tags: 'a, b' } },
      { name: 'setResponseText', arguments: written },
    ];
    const only = { name: 'setResponseText', arguments: { body_text: 'Plain.', body_html: '' } };
    const data = [
      { id: 5, name: 'Guide', actions, updated_datetime: '2020-01-30T11:04:34.345123' },
      { id: 6, name: 'Plain', actions: [only], updated_datetime: null },
      { id: 7, name: 'Silent', actions: [] },
    ];
    const read = await macrosOf(open(await serving({ '/api/macros': { body: { data, meta: {} } } })));
    expect(read).toMatchObject([
      { id: '5', body: 'See our guide (https://example.com/g)', updatedAt: Date.UTC(2020, 0, 30, 11, 4, 34, 345) },
      { id: '6', body: 'Plain.', updatedAt: null },
    ]);
  });

  test('bug: a list that names itself as its next page is read for ever', async () => {
    const body = { data: [], meta: { next_cursor: 'again' } };
    const connector = open(await serving({ '/api/macros': { body } }));
    expect(await problemIn(connector)).toMatchObject({ code: 'remote_failed' });
  });
});

describe('freshdesk', () => {
  const open = (host: string) =>
    openFreshdeskConnector({ settings: { kind: 'freshdesk', host, firstSyncDays }, key: 'abc', now });
  const folders = '/api/v2/canned_response_folders';

  test('bug: a folder deleted while folders are read ends the reading of all', async () => {
    const response = { id: 9, title: 'Refund', content: 'Five  days', content_html: '<div>Five days</div>' };
    const host = await serving({
      [folders]: {
        body: [
          { id: 1, name: 'Gone', personal: false },
          { id: 2, name: 'Returns', personal: true },
        ],
      },
      [`${folders}/2/responses`]: { body: [response] },
    });
    expect(await macrosOf(open(host))).toMatchObject([{ body: 'Five days', folders: ['Returns'], isShared: false }]);
  });

  test.each([
    ['require_feature', 'plan'],
    ['access_denied', 'role'],
  ])('bug: %s is not worded for a person', async (code, reason) => {
    const host = await serving({ [folders]: { status: 403, body: { code, message: 'No' } } });
    expect(await problemIn(open(host))).toMatchObject({ code: 'refused_permission', detail: { reason } });
  });
});

describe('libredesk', () => {
  const open = (host: string) =>
    openLibredeskConnector({
      settings: { kind: 'libredesk', host, apiKey: 'key', firstSyncDays },
      secret: 'abc',
      now,
    });

  test('bug: an installation without macros, or of a version that tells less, is a failure', async () => {
    expect(await macrosOf(open(await serving({ '/api/v1/macros': { body: { data: null } } })))).toEqual([]);
    const data = [{ id: 1, name: 'Refund', message_content: '<p>Five days</p>', visibility: 'team' }];
    const read = await macrosOf(open(await serving({ '/api/v1/macros': { body: { data } } })));
    expect(read).toMatchObject([{ body: 'Five days', isShared: true, updatedAt: null }]);
  });

  test('bug: a missing right is not named', async () => {
    const host = await serving({ '/api/v1/macros': { status: 403, body: { message: 'Permission denied' } } });
    expect(await problemIn(open(host))).toMatchObject({
      code: 'refused_permission',
      detail: { reason: 'role', permission: 'macros:manage' },
    });
  });
});
