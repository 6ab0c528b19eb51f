import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { noKeychainHost } from '#adapters/host/no-keychain-host.ts';
import { plainSettings } from '#shared/model/store.ts';
import { startChatwootDouble } from '#test/support/doubles/chatwoot-double.ts';
import { eventually, startTestDesk } from '#test/support/test-desk.ts';

// Without a keychain a key is gone with the program that held it.
test('bug: after a restart an inbox without its key says that the server refused it, or tries without end', async () => {
  const double = await startChatwootDouble({
    get now() {
      return Date.now();
    },
    set now(_) {},
  });
  const threadId = double.addConversation('ann', ['Is the kettle in stock?']);
  const first = await startTestDesk({ seedsSample: false });
  const store = await first.client.call('store.create', {
    settings: {
      name: 'North',
      language: 'en',
      greeting: { en: '', zh: '', ja: '' },
      greetingUnnamed: { en: '', zh: '', ja: '' },
      closing: { en: '', zh: '', ja: '' },
      signature: { en: '', zh: '', ja: '' },
    },
  });
  const settings = { kind: 'chatwoot', host: double.origin, accountId: 3, inboxId: null, firstSyncDays: 90 } as const;
  const { id } = await first.client.call('inbox.add', {
    storeId: store.id,
    name: 'Chat',
    settings,
    secret: double.secret,
  });
  const phase = (desk: typeof first) => desk.desk.deps.inboxes.get(id).state.phase;
  await eventually('it is in sync', () => phase(first) === 'idle' && first.desk.deps.inboxes.cursor(id) !== null);
  await first.halt();

  const second = await startTestDesk({ seedsSample: false, dataFolder: first.dataFolder });
  const requests = double.requests.length;
  await eventually('it asks for its key', () => phase(second) === 'stopped');
  const [inbox] = await second.client.call('inbox.list', {});
  expect(inbox?.state.problem).toMatchObject({ code: 'refused_credentials', detail: { reason: 'missing' } });
  expect(double.requests).toHaveLength(requests);
  const list = await second.client.call('conversation.list', {});
  expect(list.total).toBe(1);

  double.customerWrites(threadId, 'Hello?');
  await second.client.call('inbox.save', { inboxId: id, name: 'Chat', settings, secret: double.secret });
  await eventually('it goes on where it was', async () => {
    const [row] = (await second.client.call('conversation.list', {})).items;
    return row?.messageCount === 2;
  });
  expect(second.errors).toEqual([]);
  await second.end();
  await rm(first.dataFolder, { recursive: true, force: true });
  await double.stop();
});

test('bug: a backend that dies takes the key with it, though the app stays open', async () => {
  const double = await startChatwootDouble({ now: Date.now() });
  double.addConversation('ann', ['Is the kettle in stock?']);
  // The shell outlives its backends.
  const host = noKeychainHost();
  const first = await startTestDesk({ seedsSample: false, host });
  const { id: storeId } = await first.client.call('store.create', { settings: { name: 'North', ...plainSettings } });
  const { settings, secret } = double;
  const { id } = await first.client.call('inbox.add', { storeId, name: 'Chat', settings, secret });
  await first.halt();

  const second = await startTestDesk({ seedsSample: false, dataFolder: first.dataFolder, host });
  const inbox = () => second.desk.deps.inboxes.get(id);
  await eventually('it is in sync', () => inbox().state.phase === 'idle' && inbox().state.syncedAt !== null);
  expect(inbox().state.problem).toBeNull();
  await second.client.call('inbox.remove', { inboxId: id });
  expect(await host.sessionSecrets.recall(`inbox ${id}`)).toBeNull();
  await second.end();
  await double.stop();
});
