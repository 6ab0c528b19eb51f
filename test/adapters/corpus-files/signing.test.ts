import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ed25519Signer } from '#adapters/corpus-files/ed25519-signer.ts';
import { signingKeyStore } from '#adapters/corpus-files/signing-key-store.ts';
import { noKeychainHost } from '#adapters/host/no-keychain-host.ts';
import { openDesk } from '#test/adapters/sqlite/desk.ts';
import { withFolder } from '#test/support/portable-desk.ts';

/** A keychain of one machine: what another sealed it does not give back. */
function keychain(machine: string) {
  return {
    hasKeychain: async () => true,
    seal: async (secret: string) => Buffer.from(`${machine}:${Buffer.from(secret).toString('hex')}`),
    unseal: async (sealed: Uint8Array) => {
      const [by, hex = ''] = Buffer.from(sealed).toString().split(':');
      if (by !== machine) throw new Error('Sealed elsewhere');
      return Buffer.from(hex, 'hex').toString();
    },
  };
}

test('bug: the private key lies in clear where there is a keychain, or others may read its file', () =>
  withFolder(async (folder) => {
    const file = path.join(folder, 'key.pem');
    const db = openDesk();
    const sealed = ed25519Signer(signingKeyStore(db.settings, keychain('one'), file));
    await sealed.sign('x');
    expect(existsSync(file)).toBe(false);
    expect(JSON.stringify(db.settings.get('signing-key'))).not.toContain('PRIVATE');
    const open = ed25519Signer(signingKeyStore(db.settings, noKeychainHost(), file));
    await open.sign('x');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.stringify(db.settings.get('signing-key-file'))).not.toContain('PRIVATE');
    db.close();
  }));

test('bug: a desk signs with another key at each start, or loses it to the terminal', () =>
  withFolder(async (folder) => {
    const file = path.join(folder, 'key.pem');
    const db = openDesk();
    const inWindow = () => ed25519Signer(signingKeyStore(db.settings, keychain('one'), file));
    const inTerminal = () => ed25519Signer(signingKeyStore(db.settings, noKeychainHost(), file));
    const first = await inWindow().sign('x');
    const other = await inTerminal().sign('x');
    expect(await inWindow().sign('x')).toEqual(first);
    expect(await inTerminal().sign('x')).toEqual(other);
    const named = [first, other].map(({ publicKey }) => inWindow().fingerprint(publicKey));
    expect(inWindow().own()).toEqual(named);
    db.close();
  }));

test('bug: a desk restored on another machine cannot sign any more', async () => {
  const db = openDesk();
  const before = await ed25519Signer(signingKeyStore(db.settings, keychain('one'), null)).sign('x');
  const signer = ed25519Signer(signingKeyStore(db.settings, keychain('two'), null));
  const after = await signer.sign('x');
  expect(after.publicKey).not.toBe(before.publicKey);
  expect(signer.verify('x', after)).toBe(true);
  expect(signer.verify('y', after)).toBe(false);
  expect(await signer.sign('x')).toEqual(after);
  db.close();
});
