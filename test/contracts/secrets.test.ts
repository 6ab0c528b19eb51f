import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { noKeychainHost } from '#adapters/host/no-keychain-host.ts';
import type { Host } from '#core/ports/host.ts';
import type { InboxDouble } from '#test/support/doubles/inbox-double.ts';
import { type TestDesk, eventually, startTestDesk } from '#test/support/test-desk.ts';
import { systems } from './systems.ts';

const inboxName = 'Helpdesk';

/** A keychain of its own: what it seals is nothing like the secret. */
function keychainHost(): Host {
  const sealed = new Map<string, string>();
  return {
    ...noKeychainHost(),
    hasKeychain: async () => true,
    seal: async (secret) => {
      const key = `sealed-${sealed.size}`;
      sealed.set(key, secret);
      return new TextEncoder().encode(key);
    },
    unseal: async (bytes) => sealed.get(new TextDecoder().decode(bytes)) ?? '',
  };
}

/** The secret as it may have been written down: itself, and as a header of basic authentication holds it. */
function formsOf(double: InboxDouble): readonly string[] {
  const { secret } = double;
  const pairs = Object.values(double.settings).map((value) => `${String(value)}:${secret}`);
  const plain = [secret, `${secret}:X`, ...pairs, ...pairs.map((pair) => pair.replace(':', '/token:'))];
  return [...plain, ...plain.map((form) => Buffer.from(form).toString('base64').replace(/=+$/, ''))];
}

async function filesOf(folder: string): Promise<readonly Buffer[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(names.filter((one) => one.isFile()).map((one) => readFile(path.join(one.parentPath, one.name))));
}

async function phaseOf(desk: TestDesk): Promise<string | undefined> {
  return (await desk.client.call('inbox.list', {})).find((inbox) => inbox.name === inboxName)?.state.phase;
}

describe.each(systems)('%s', (_name, start) => {
  test.each([true, false])(
    'bug: its key is found in the database, a log, an error or an event (keychain: %s)',
    async (hasKeychain) => {
      const double = await start({ now: Date.now() });
      const printed: string[] = [];
      const spies = [process.stdout, process.stderr].map((stream) =>
        vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(String(text)) > 0),
      );
      const host = keychainHost();
      const desk = await startTestDesk({ seedsSample: false, ...(hasKeychain ? { host } : {}) });
      const heard: unknown[] = [];
      try {
        desk.client.on('inbox.stateChanged', (payload) => void heard.push(payload));
        double.addConversation('ann', ['Is the copper kettle in stock?']);
        const { id: storeId } = await desk.client.call('store.create', { settings: storeSettings });
        const { settings, secret } = double;
        heard.push(await desk.client.call('inbox.probe', { inboxId: null, settings, secret }));
        double.setFault('credentials_revoked', { on: 'all' });
        heard.push(await desk.client.call('inbox.probe', { inboxId: null, settings, secret }));
        const inbox = await desk.client.call('inbox.add', { storeId, name: inboxName, settings, secret });
        await eventually('the inbox stops at the refused key', async () => (await phaseOf(desk)) === 'stopped');
        double.clearFaults();
        await desk.client.call('inbox.save', { inboxId: inbox.id, name: inboxName, settings, secret });
        await eventually('the conversation is in', async () => {
          const { total } = await desk.client.call('conversation.list', {});
          return total === 1;
        });
        heard.push(await desk.client.call('inbox.list', {}), await desk.client.call('desk.status', {}));
      } finally {
        await desk.halt();
        for (const spy of spies) spy.mockRestore();
      }
      const written = [...(await filesOf(desk.dataFolder)), Buffer.from(JSON.stringify([heard, printed, desk.errors]))];
      expect(written.length).toBeGreaterThan(1);
      // What is searched does hold what the desk wrote.
      expect(written.some((bytes) => bytes.includes(inboxName))).toBe(true);
      for (const form of formsOf(double)) expect(written.some((bytes) => bytes.includes(form))).toBe(false);
      expect(desk.errors).toEqual([]);
      await desk.end();
      await double.stop();
    },
  );
});

const phrases = { en: '', zh: '', ja: '' };
const storeSettings = {
  name: 'North',
  language: 'en' as const,
  greeting: phrases,
  greetingUnnamed: phrases,
  closing: phrases,
  signature: phrases,
};
