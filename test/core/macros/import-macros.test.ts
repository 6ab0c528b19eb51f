import { expect, test } from 'vitest';
import { readInOurs } from '#core/macros/foreign-placeholders.ts';
import { importMacros } from '#core/macros/import-macros.ts';
import { saveMacro, setMacroState } from '#core/macros/save-macro.ts';
import type { Macro as HelpdeskMacro } from '#core/ports/helpdesk.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import { coreDesk } from '#test/support/core-desk.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';
import { keepFile } from '#core/outbox/reply-files.ts';

const body = (text: string, dialect: Parameters<typeof readInOurs>[1]): string => {
  const read = readInOurs(text, dialect);
  return 'body' in read ? read.body : read.refusal;
};

test('bug: a helpdesk’s own placeholders arrive as prompts though the desk could fill them in', () => {
  expect(body('Hi {{ticket.requester.first_name}}, {{current_user.name}} of {{ticket.brand.name}}', 'zendesk')).toBe(
    'Hi {{customer.first_name}}, {{agent.name}} of {{store.name}}',
  );
  expect(
    body(
      'Hi {{ticket.customer.firstname}}: {{ticket.customer.integrations.shopify.orders[0].name}} {{ticket.customer.integrations.shopify.orders[0].fulfillments[0].tracking_urls[0]}} {{ticket.customer.integrations.shopify.orders[0].created_at|datetime_format("L")}} {{current_user.firstname}}',
      'gorgias',
    ),
  ).toBe('Hi {{customer.first_name}}: {{order.number}} {{fulfilment.tracking_link}} {{order.date}} {{agent.name}}');
  expect(body('{{ticket.requester.name}} {{ticket.agent.name}} {{helpdesk_name}}', 'freshdesk')).toBe(
    '{{customer.name}} {{agent.name}} {{store.name}}',
  );
  expect(body("{{ contact.first_name || 'there' }} {{agent.first_name}} {{inbox.name}}", 'chatwoot')).toBe(
    '{{customer.first_name | default: there}} {{agent.name}} {{store.name}}',
  );
  expect(body('{{ .Contact.FirstName }} {{ .Recipient.FullName }} {{.Author.FirstName}}', 'libredesk')).toBe(
    '{{customer.first_name}} {{customer.name}} {{agent.name}}',
  );
});

test('bug: a placeholder that the desk does not know is dropped, or two blanks become one', () => {
  const read = readInOurs('Case {{ticket.id}}, [order number], XXXX days and XXXX hours, [order number]', 'zendesk');
  expect(read).toMatchObject({
    body: 'Case {{ask: ticket id}}, {{ask: order number}}, {{ask: , order number , …}} days and {{ask: number , XXXX days and …}} hours, {{ask: order number}}',
  });
  expect(read).toMatchObject({ asked: expect.arrayContaining([{ from: '{{ticket.id}}', label: 'ticket id' }]) });
});

test('bug: of another order of the customer the newest is told', () => {
  expect(body('{{ticket.customer.integrations.shopify.orders[1].name}}', 'gorgias')).toContain('{{ask:');
});

test('bug: a macro that decides what it says says both', () => {
  expect(body('{% if ticket.priority %}Yes{% else %}No{% endif %}', 'zendesk')).toBe('logic');
  expect(body('{{ if .Contact.FirstName }}Hi{{ end }}', 'libredesk')).toBe('logic');
  expect(body('Hi {{ticket.requester.name}, hello', 'zendesk')).toBe('broken');
});

const listed = (over: Partial<HelpdeskMacro> & Pick<HelpdeskMacro, 'id'>): HelpdeskMacro => ({
  title: `Macro ${over.id}`,
  body: 'Hi {{contact.name}}, we will refund it.',
  folders: [],
  isShared: true,
  updatedAt: null,
  placeholders: [],
  files: [],
  ...over,
});

function importingDesk() {
  const desk = coreDesk();
  const inbox = desk.deps.inboxes.add({
    id: newId(),
    storeId: desk.storeId,
    name: 'Chatwoot',
    settings: { kind: 'chatwoot', host: 'http://localhost:1', accountId: 1, remoteInboxId: null } as never,
    createdAt: 2,
  });
  const remote = { macros: [listed({ id: '1' })] };
  const connector = { helpdesk: { macros: async () => remote.macros } } as unknown as InboxConnector;
  const run = (isDryRun = false, withPrivate = false) =>
    importMacros(
      { ...desk.deps, connectorOf: async () => connector },
      { inboxId: inbox.id, withPrivate, isDryRun },
      new AbortController().signal,
    );
  return { desk, remote, run };
}

test('bug: importing again doubles macros, or takes back what a person changed here', async () => {
  const { desk, remote, run } = importingDesk();
  expect(await run(true)).toMatchObject([{ result: 'added', mapped: [{ to: 'customer.name' }] }]);
  expect(desk.deps.macros.list()).toEqual([]);
  await run();
  expect(await run()).toMatchObject([{ result: 'unchanged' }]);
  remote.macros = [listed({ id: '1', body: 'Hi {{contact.name}}, it is refunded.' })];
  expect(await run()).toMatchObject([{ result: 'updated' }]);
  const [macro] = desk.deps.macros.list();
  expect(macro?.content).toMatchObject({ body: 'Hi {{customer.name}}, it is refunded.', storeIds: [desk.storeId] });
  if (macro === undefined) return;
  saveMacro(desk.deps, { macroId: macro.id, content: { ...macro.content, body: 'Our own words.' } });
  remote.macros = [listed({ id: '1', body: 'New words.' })];
  expect(await run()).toMatchObject([{ result: 'kept' }]);
  expect(desk.deps.macros.list().map(({ content }) => content.body)).toEqual(['Our own words.']);
  setMacroState(desk.deps, { macroId: macro.id, state: 'retired' });
  expect(await run()).toMatchObject([{ result: 'kept' }]);
  expect(desk.deps.macros.get(macro.id).state).toBe('retired');
});

test('bug: what one agent keeps for themselves is imported unasked', async () => {
  const { remote, run } = importingDesk();
  remote.macros = [listed({ id: '1', isShared: false })];
  expect(await run()).toMatchObject([{ result: 'refused', reason: 'private' }]);
  expect(await run(false, true)).toMatchObject([{ result: 'added' }]);
});

test('bug: files that a helpdesk’s macro carries are left out without a word', async () => {
  const { remote, run } = importingDesk();
  remote.macros = [listed({ id: '1', files: ['sizes.pdf', 'care.pdf'] })];
  expect((await run(true))[0]?.filesLeftOut).toEqual(['sizes.pdf', 'care.pdf']);
  expect((await run())[0]).toMatchObject({ result: 'added', filesLeftOut: ['sizes.pdf', 'care.pdf'] });
});

test('bug: a macro that is brought up to date loses the files that were attached here', async () => {
  const { desk, remote, run } = importingDesk();
  await run();
  const [macro] = desk.db.macros.list();
  if (macro === undefined) throw new Error('Nothing was taken');
  const file = keepFile(desk.deps, { name: 'sizes.pdf', contentType: 'application/pdf', bytes: Buffer.from('a') });
  saveMacro(desk.deps, { macroId: macro.id, content: { ...macro.content, files: [file] } });
  remote.macros = [listed({ id: '1', body: 'Hi {{contact.name}}, we refund it today.' })];
  expect((await run())[0]?.result).toBe('updated');
  expect(desk.db.macros.get(macro.id).content.files).toEqual([file]);
});
