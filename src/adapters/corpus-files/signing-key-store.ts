import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Host } from '#core/ports/host.ts';
import type { DeskSettingRepository } from '#core/ports/repositories/stores.ts';

/** Where a desk keeps the key it signs with. */
export type SigningKeyStore = {
  /** The private key, PEM; null where there is none or the keychain does not give it back. */
  load(): Promise<string | null>;
  save(privateKey: string, publicKey: string): Promise<void>;
  /** The keys that prove what this desk signed, PEM: that of the keychain first. */
  publicKeys(): readonly string[];
};

const sealedName = 'signing-key';
const openName = 'signing-key-file';
/** `sealed`: by the keychain, base64. */
const Sealed = z.object({ publicKey: z.string(), sealed: z.string() });
const Open = z.object({ publicKey: z.string() });

/**
 * Keeps it sealed by the keychain in the desk's settings; where there is no keychain, in a file that only its owner may
 * read. A desk that is used with a keychain in the window and without one in the terminal has a key for each. `file`
 * null: in memory alone.
 */
export function signingKeyStore(
  settings: DeskSettingRepository,
  host: Pick<Host, 'hasKeychain' | 'seal' | 'unseal'>,
  file: string | null,
): SigningKeyStore {
  let inMemory: string | null = null;
  const sealed = (): z.infer<typeof Sealed> | null => Sealed.safeParse(settings.get(sealedName)).data ?? null;
  return {
    publicKeys: () => [sealed(), Open.safeParse(settings.get(openName)).data].flatMap((kept) => kept?.publicKey ?? []),
    async load() {
      if (!(await host.hasKeychain())) return file === null ? inMemory : ownFile(file);
      const kept = sealed();
      // Sealed by another machine or user: this desk makes a key of its own.
      return kept === null ? null : host.unseal(Buffer.from(kept.sealed, 'base64')).catch(() => null);
    },
    async save(privateKey, publicKey) {
      if (await host.hasKeychain()) {
        const bytes = Buffer.from(await host.seal(privateKey));
        settings.set(sealedName, { publicKey, sealed: bytes.toString('base64') });
        return;
      }
      if (file === null) inMemory = privateKey;
      else writeOwnFile(file, privateKey);
      settings.set(openName, { publicKey });
    },
  };
}

function ownFile(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function writeOwnFile(file: string, text: string): void {
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, text, { mode: 0o600, flag: 'wx' });
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, file);
}
