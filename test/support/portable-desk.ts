import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ed25519Signer } from '#adapters/corpus-files/ed25519-signer.ts';
import { corpusFolders } from '#adapters/corpus-files/index.ts';
import { signingKeyStore } from '#adapters/corpus-files/signing-key-store.ts';
import { noKeychainHost } from '#adapters/host/no-keychain-host.ts';
import type { Database } from '#core/ports/repositories/index.ts';
import { openDesk } from '#test/adapters/sqlite/desk.ts';

/** A desk in memory with what it needs to export and import. */
export function portableDesk(db: Database = openDesk(), keyFile: string | null = null) {
  const events: string[] = [];
  return {
    db,
    events,
    deps: {
      profileId: (): string | null => null,
      ...db,
      corpusFiles: corpusFolders,
      signer: ed25519Signer(signingKeyStore(db.settings, noKeychainHost(), keyFile)),
      clock: { now: () => Date.now() },
      passTurn: () => Promise.resolve(),
      emit: (name: string) => void events.push(name),
    },
  };
}

export type PortableDesk = ReturnType<typeof portableDesk>;

/** A folder that is gone after the run of `work`. */
export async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskside-portable-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every file below a folder with the digest of its bytes. */
export function bytesOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .toSorted()
      .map((name) => [name, digestOf(readFileSync(path.join(folder, name)))]),
  );
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The same without the two files that tell which desk wrote them. */
export function unsignedBytesOf(folder: string): Readonly<Record<string, string>> {
  const { 'manifest.sig': _signature, 'manifest.pub': _key, ...rest } = bytesOf(folder);
  return rest;
}
